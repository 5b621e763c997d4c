package dev.flashorm.benchmarks;

import dev.flashorm.benchmarks.contestant.Contestant;
import dev.flashorm.benchmarks.model.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Nobody is timed who does not give the same results. */
final class Equality {
    private static final Map<String, Function<Contestant, Object>> TASKS = new LinkedHashMap<>();

    static {
        TASKS.put("getById", contestant -> contestant.reads().getById(77));
        TASKS.put("page", contestant -> contestant.reads().page("name 3", 40));
        TASKS.put("thousandRows", contestant -> contestant.reads().thousandRows());
        TASKS.put("usersWithPosts", contestant -> contestant.reads().usersWithPosts(50));
        TASKS.put("threeLevels", contestant -> contestant.reads().threeLevels(10));
        TASKS.put("aggregate", contestant -> contestant.reads().aggregate());
        TASKS.put("insertOne", contestant -> contestant.writes().insertOne(5));
        TASKS.put("insertMany", contestant -> contestant.writes().insertMany(100, 2000));
        TASKS.put("update", contestant -> contestant.writes().update(7001, "name 8", "street"));
        TASKS.put("update of nobody", contestant -> contestant.writes().update(-1, "name 8", "street"));
        TASKS.put("getById after update", contestant -> contestant.reads().getById(7001));
        TASKS.put("upsert of a new one", contestant -> contestant.writes().upsert("visits"));
        TASKS.put("upsert of an old one", contestant -> contestant.writes().upsert("visits"));
        TASKS.put("people", contestant -> contestant.people().people(Person.COUNT));
        TASKS.put("insertPerson", contestant -> contestant.people().insertPerson(300));
        TASKS.put("insertPersonWithPets", contestant -> contestant.people().insertPersonWithPets(301));
        TASKS.put("updatePersonWithPets", contestant -> contestant.people().updatePersonWithPets(17, 302));
        TASKS.put(
                "peopleWithPets after update", contestant -> contestant.people().peopleWithPets(Person.COUNT));
        TASKS.put("complexQuery", contestant -> contestant.workloads().complexQuery());
        TASKS.put("topUsers", contestant -> contestant.workloads().topUsers());
        TASKS.put("emailById", contestant -> contestant.workloads().emailById(77));
        TASKS.put("isAdminById", contestant -> contestant.workloads().isAdminById(80));
        TASKS.put("insertComment", contestant -> contestant.workloads().insertComment(3, 4, "well said"));
    }

    private Equality() {}

    /** @throws IllegalStateException naming the contestant and the task that differ from hand-written JDBC */
    static void check(Scene scene, List<String> contestants) {
        Map<String, String> expected = results(Contestants.MEASURE, scene);
        for (String name : contestants) {
            Map<String, String> actual = results(name, scene);
            expected.forEach((task, result) -> {
                if (!result.equals(actual.get(task))) {
                    throw new IllegalStateException(name + " differs in " + task + " on " + scene.name() + "\n"
                            + difference(result, String.valueOf(actual.get(task))));
                }
            });
        }
    }

    private static Map<String, String> results(String name, Scene scene) {
        Scene.reset(scene.jdbcUrl());
        Map<String, String> results = new LinkedHashMap<>();
        try (Contestant contestant = Contestants.open(name, scene.url(), scene.jdbcUrl())) {
            TASKS.forEach((task, run) -> results.put(task, String.valueOf(run.apply(contestant))));
        }
        return results;
    }

    /** Both texts around the first place in which they differ. */
    private static String difference(String expected, String actual) {
        int at = 0;
        while (at < Math.min(expected.length(), actual.length()) && expected.charAt(at) == actual.charAt(at)) {
            at++;
        }
        return "  expected " + around(expected, at) + "\n  but was  " + around(actual, at);
    }

    private static String around(String text, int at) {
        return "…" + text.substring(Math.max(0, at - 150), Math.min(text.length(), at + 150)) + "…";
    }
}
