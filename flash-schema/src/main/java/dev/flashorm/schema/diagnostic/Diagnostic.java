package dev.flashorm.schema.diagnostic;

import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One finding with one cause.
 *
 * @param code stable, never reused: F1xxx syntax, F2xxx names and types, F3xxx relations, F4xxx provider
 * @param message one lower-case sentence without a full stop, names in backticks
 * @param primary the smallest span that is wrong
 * @param secondary spans that say why
 * @param help what to change, best first
 * @param notes facts, never advice
 */
public record Diagnostic(
        String code,
        Severity severity,
        String message,
        Label primary,
        List<Label> secondary,
        List<Help> help,
        List<String> notes) {
    public Diagnostic {
        secondary = List.copyOf(secondary);
        help = List.copyOf(help);
        notes = List.copyOf(notes);
    }

    public static Builder error(String code, Span span, String message) {
        return new Builder(code, Severity.ERROR, span, message);
    }

    public static Builder warning(String code, Span span, String message) {
        return new Builder(code, Severity.WARNING, span, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public Span span() {
        return primary.span();
    }

    /** The same finding in other words: everything that it says to people goes through the function. */
    public Diagnostic withTexts(UnaryOperator<String> change) {
        return new Diagnostic(
                code,
                severity,
                change.apply(message),
                new Label(primary.span(), change.apply(primary.text())),
                secondary.stream()
                        .map(label -> new Label(label.span(), change.apply(label.text())))
                        .toList(),
                help.stream()
                        .map(item ->
                                new Help(change.apply(item.text()), unchanged(item.edits(), change), item.isMeant()))
                        .toList(),
                notes.stream().map(change).toList());
    }

    /** No edits where one of them would write a text that is not to be shown: it cannot be applied by halves. */
    private static List<TextEdit> unchanged(List<TextEdit> edits, UnaryOperator<String> change) {
        return edits.stream().allMatch(edit -> change.apply(edit.replacement()).equals(edit.replacement()))
                ? edits
                : List.of();
    }

    /** Collects the optional parts of a diagnostic. */
    public static final class Builder {
        private final String code;
        private final Severity severity;
        private final Span span;
        private final String message;
        private String label = "";
        private final List<Label> secondary = new ArrayList<>();
        private final List<Help> help = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private Builder(String code, Severity severity, Span span, String message) {
            this.code = code;
            this.severity = severity;
            this.span = span;
            this.message = message;
        }

        public Builder label(String text) {
            label = text;
            return this;
        }

        public Builder because(Span where, String text) {
            secondary.add(new Label(where, text));
            return this;
        }

        public Builder help(String text, TextEdit... edits) {
            help.add(new Help(text, List.of(edits), false));
            return this;
        }

        /** Help whose edits only add what the author must have meant: `flash format --fix` applies them unasked. */
        public Builder addition(String text, TextEdit... edits) {
            help.add(new Help(text, List.of(edits), true));
            return this;
        }

        public Builder note(String text) {
            notes.add(text);
            return this;
        }

        public Diagnostic build() {
            return new Diagnostic(code, severity, message, new Label(span, label), secondary, help, notes);
        }
    }
}
