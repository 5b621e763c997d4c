package dev.flashorm.schema.diagnostic;

import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that stops a command and that its user can mend: unlike a {@link Diagnostic} it ends the work at once. The
 * command line prints it without a stack trace and takes the exit code from its kind.
 */
public final class FailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final transient Optional<Span> where;
    private final transient List<String> notes;
    private final transient List<String> help;
    private final transient Optional<String> nextCommand;

    private FailureException(Builder builder) {
        super(builder.message, builder.cause);
        kind = builder.kind;
        code = builder.code;
        where = Optional.ofNullable(builder.where);
        notes = List.copyOf(builder.notes);
        help = List.copyOf(builder.help);
        nextCommand = Optional.ofNullable(builder.nextCommand);
    }

    /** What the exit code says. */
    public enum Kind {
        /** The work was tried and failed: exit 1. */
        FAILED,
        /** Wrong usage or configuration: exit 2. */
        USAGE,
        /** Declined, or consent missing: exit 3. */
        DECLINED,
        /** A check has findings: exit 4. */
        FINDINGS,
        /** Another run holds the lock: exit 5. */
        LOCKED,
        /** Stopped by its user at a safe place: exit 130. */
        INTERRUPTED
    }

    public static Builder failed(String code, String message) {
        return new Builder(Kind.FAILED, code, message);
    }

    public static Builder of(Kind kind, String code, String message) {
        return new Builder(kind, code, message);
    }

    public Kind kind() {
        return kind;
    }

    /** Stable: F5xxx migrations and drift, F6xxx command line and configuration, F7xxx code generation. */
    public String code() {
        return code;
    }

    /** The place in a schema or SQL file, where there is one. */
    public Optional<Span> where() {
        return where;
    }

    /** Facts: the server's own code and text, how far it got. */
    public List<String> notes() {
        return notes;
    }

    /** What to change. */
    public List<String> help() {
        return help;
    }

    /** The command to type next. */
    public Optional<String> nextCommand() {
        return nextCommand;
    }

    /** Collects the optional parts of a failure. */
    public static final class Builder {
        private final Kind kind;
        private final String code;
        private final String message;
        private final List<String> notes = new ArrayList<>();
        private final List<String> help = new ArrayList<>();
        private @Nullable Span where;
        private @Nullable String nextCommand;
        private @Nullable Throwable cause;

        private Builder(Kind kind, String code, String message) {
            this.kind = kind;
            this.code = code;
            this.message = message;
        }

        public Builder at(Span span) {
            where = span;
            return this;
        }

        public Builder note(String text) {
            notes.add(text);
            return this;
        }

        public Builder help(String text) {
            help.add(text);
            return this;
        }

        public Builder next(String command) {
            nextCommand = command;
            return this;
        }

        public Builder cause(Throwable thrown) {
            cause = thrown;
            return this;
        }

        public FailureException build() {
            return new FailureException(this);
        }
    }
}
