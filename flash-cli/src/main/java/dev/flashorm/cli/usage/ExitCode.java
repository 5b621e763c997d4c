package dev.flashorm.cli.usage;

import dev.flashorm.schema.diagnostic.FailureException;

/** What the process says to its caller; the numbers are a promise to scripts. */
public enum ExitCode {
    DONE(0, "done"),
    FAILED(1, "failed"),
    USAGE(2, "wrong usage or configuration"),
    DECLINED(3, "declined, or consent missing"),
    FINDINGS(4, "a check has findings"),
    LOCKED(5, "locked by another run"),
    BUG(70, "a bug of Flash"),
    INTERRUPTED(130, "interrupted");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public static ExitCode of(FailureException.Kind kind) {
        return switch (kind) {
            case FAILED -> FAILED;
            case USAGE -> USAGE;
            case DECLINED -> DECLINED;
            case FINDINGS -> FINDINGS;
            case LOCKED -> LOCKED;
            case INTERRUPTED -> INTERRUPTED;
        };
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }
}
