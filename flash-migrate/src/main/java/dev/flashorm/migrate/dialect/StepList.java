package dev.flashorm.migrate.dialect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects steps by phase, so that each runs when what it needs is there and what it takes away is no longer needed. */
public final class StepList {
    private final Map<Phase, List<Step>> steps = new EnumMap<>(Phase.class);

    /** The order of a migration's steps. */
    public enum Phase {
        SCHEMAS,
        RENAME,
        DROP_FOREIGN_KEYS,
        CREATE_TYPES,
        DROP_INDEXES,
        DROP_TABLES,
        ALTER_TYPES,
        ALTER_TABLES,
        CREATE_TABLES,
        CREATE_INDEXES,
        ADD_FOREIGN_KEYS,
        DROP_TYPES,
        COMMENTS,
        DROP_SCHEMAS,
        /** What looks at every row, beside readers and writers. */
        VALIDATE,
        /** What needs to have been validated. */
        REQUIRE
    }

    public void add(Phase phase, Step step) {
        steps.computeIfAbsent(phase, key -> new ArrayList<>()).add(step);
    }

    public void add(Phase phase, String title, String statement) {
        add(phase, Step.of(title, statement));
    }

    public List<Step> inOrder() {
        return steps.values().stream().flatMap(List::stream).toList();
    }
}
