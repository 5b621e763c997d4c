package dev.flashorm.migrate.engine;

/**
 * What a database shows of a step that was begun, and whose end nobody saw.
 *
 * @param detail what was found, a sentence for people
 */
public record StepState(Kind kind, String detail) {
    public static StepState before(String detail) {
        return new StepState(Kind.BEFORE, detail);
    }

    public static StepState after(String detail) {
        return new StepState(Kind.AFTER, detail);
    }

    public static StepState neither(String detail) {
        return new StepState(Kind.NEITHER, detail);
    }

    /** Which state holds. */
    public enum Kind {
        /** The step has left no trace: run it. */
        BEFORE,
        /** The step is done: mark it. */
        AFTER,
        /** Something else, or it can't be known: a person has to look. */
        NEITHER
    }
}
