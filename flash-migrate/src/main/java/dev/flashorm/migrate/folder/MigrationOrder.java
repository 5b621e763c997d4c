package dev.flashorm.migrate.folder;

import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Parents before children; where parents leave it open, by id, so that everybody has the same order. */
final class MigrationOrder {
    private final Map<String, Migration> byId = new LinkedHashMap<>();
    private final Map<String, Span> places;

    private MigrationOrder(Map<String, Span> places) {
        this.places = places;
    }

    static List<Migration> of(List<Migration> migrations, Map<String, Span> places) {
        MigrationOrder order = new MigrationOrder(places);
        for (Migration migration : migrations) {
            Migration twin = order.byId.put(migration.id(), migration);
            if (twin != null) {
                throw order.failure(
                        "F5412", migration, "has the id of `" + twin.display() + "`: `" + migration.id() + "`");
            }
        }
        return order.sort();
    }

    private List<Migration> sort() {
        Map<String, Integer> waiting = new HashMap<>();
        Map<String, List<Migration>> children = new HashMap<>();
        PriorityQueue<String> ready = new PriorityQueue<>();
        for (Migration migration : byId.values()) {
            Set<String> parents = new HashSet<>(migration.parents());
            for (String parent : parents) {
                if (!byId.containsKey(parent)) {
                    throw failure("F5413", migration, "builds on `" + parent + "`, which is not in the folder");
                }
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(migration);
            }
            waiting.put(migration.id(), parents.size());
            if (parents.isEmpty()) {
                ready.add(migration.id());
            }
        }
        List<Migration> sorted = new ArrayList<>(byId.size());
        for (String id = ready.poll(); id != null; id = ready.poll()) {
            Migration migration = byId.get(id);
            if (migration == null) {
                throw new IllegalStateException(id);
            }
            sorted.add(migration);
            for (Migration child : children.getOrDefault(id, List.of())) {
                if (waiting.merge(child.id(), -1, Integer::sum) == 0) {
                    ready.add(child.id());
                }
            }
        }
        if (sorted.size() < byId.size()) {
            Migration stuck = byId.values().stream()
                    .filter(migration -> !sorted.contains(migration))
                    .findFirst()
                    .orElseThrow();
            throw failure("F5414", stuck, "builds on itself, by way of its parents");
        }
        return sorted;
    }

    private FailureException failure(String code, Migration migration, String what) {
        FailureException.Builder failure =
                FailureException.failed(code, "the migration `" + migration.display() + "` " + what);
        Span place = places.get(migration.id());
        if (place != null) {
            failure.at(place);
        }
        return failure.help("correct `parents` and `id` in its migration.toml, or bring back what is missing from"
                        + " version control")
                .build();
    }
}
