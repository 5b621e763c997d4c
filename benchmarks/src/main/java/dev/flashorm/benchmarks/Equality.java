package dev.flashorm.benchmarks;

import dev.flashorm.benchmarks.contestant.Contestant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Nobody is timed who does not give the same results. */
final class Equality {
    private static final Map<String, Function<Contestant, Object>> TASKS = new LinkedHashMap<>();

    static {
        TASKS.put("getById", contestant -> contestant.getById(77));
        TASKS.put("page", contestant -> contestant.page("name 3", 40));
        TASKS.put("thousandRows", Contestant::thousandRows);
        TASKS.put("insertOne", contestant -> contestant.insertOne(5));
        TASKS.put("insertThousand", contestant -> contestant.insertThousand(100));
        TASKS.put("update", contestant -> contestant.update(8, "name 8", "street"));
        TASKS.put("update of nobody", contestant -> contestant.update(-1, "name 8", "street"));
        TASKS.put("getById after update", contestant -> contestant.getById(8));
        TASKS.put("usersWithPosts", Contestant::usersWithPosts);
    }

    private Equality() {}

    /** @throws IllegalStateException naming the contestant and the task that differ from hand-written JDBC */
    static void check(Scene scene) {
        Map<String, String> expected = results(Contestants.MEASURE, scene);
        for (String name : Contestants.NAMES) {
            Map<String, String> actual = results(name, scene);
            expected.forEach((task, result) -> {
                if (!result.equals(actual.get(task))) {
                    throw new IllegalStateException(
                            name + " differs in " + task + " on " + scene.name() + "\n  expected " + brief(result)
                                    + "\n  but was  " + brief(String.valueOf(actual.get(task))));
                }
            });
        }
    }

    private static Map<String, String> results(String name, Scene scene) {
        Scene.emptyEntries(scene.jdbcUrl());
        Map<String, String> results = new LinkedHashMap<>();
        try (Contestant contestant = Contestants.open(name, scene.url(), scene.jdbcUrl())) {
            TASKS.forEach((task, run) -> results.put(task, String.valueOf(run.apply(contestant))));
        }
        return results;
    }

    private static String brief(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }
}
