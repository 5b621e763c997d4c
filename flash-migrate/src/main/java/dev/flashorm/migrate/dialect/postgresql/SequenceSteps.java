package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.dialect.StepList;
import dev.flashorm.migrate.dialect.StepList.Phase;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.physical.Sequence;

/** Sequences that stand on their own. */
final class SequenceSteps {
    private final StepList steps;

    SequenceSteps(StepList steps) {
        this.steps = steps;
    }

    void create(Sequence sequence) {
        steps.add(Phase.CREATE_TYPES, "create sequence " + sequence.name(), Ddl.sequence("CREATE", sequence));
        own(sequence);
        comment(sequence);
    }

    void alter(Change.AlterSequence alter) {
        Sequence sequence = alter.after();
        steps.add(Phase.ALTER_TYPES, "alter sequence " + sequence.name(), Ddl.sequence("ALTER", sequence));
        if (!alter.before().ownedBy().equals(sequence.ownedBy())) {
            // First of all: the sequence would go with its former owner.
            if (alter.before().ownedBy().isPresent()) {
                steps.add(
                        Phase.RENAME,
                        "take sequence " + sequence.name() + " from its owner",
                        "ALTER SEQUENCE " + Names.quote(sequence.name()) + " OWNED BY NONE");
            }
            own(sequence);
        }
        if (!alter.before().comment().equals(sequence.comment())) {
            comment(sequence);
        }
    }

    void drop(Sequence sequence) {
        steps.add(
                Phase.DROP_TYPES,
                "drop sequence " + sequence.name(),
                "DROP SEQUENCE IF EXISTS " + Names.quote(sequence.name()));
    }

    /** The owner is named without its schema, which is the sequence's own. */
    private void own(Sequence sequence) {
        String schema = sequence.name()
                .schema()
                .map(Names::quote)
                .map(text -> text + ".")
                .orElse("");
        sequence.ownedBy()
                .ifPresent(column -> steps.add(
                        Phase.CREATE_INDEXES,
                        "give sequence " + sequence.name() + " to " + column,
                        "ALTER SEQUENCE " + Names.quote(sequence.name()) + " OWNED BY " + schema + column));
    }

    private void comment(Sequence sequence) {
        sequence.comment()
                .ifPresent(text -> steps.add(
                        Phase.COMMENTS,
                        "comment on sequence " + sequence.name(),
                        "COMMENT ON SEQUENCE " + Names.quote(sequence.name()) + " IS " + Names.literal(text)));
    }
}
