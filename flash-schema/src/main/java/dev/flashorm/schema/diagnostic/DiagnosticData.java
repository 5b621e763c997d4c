package dev.flashorm.schema.diagnostic;

import dev.flashorm.schema.source.Position;
import dev.flashorm.schema.source.Span;
import java.util.List;

/**
 * A diagnostic as plain data for whoever writes JSON: no offsets, no source text, lines and columns from 1, columns in
 * code points.
 */
public record DiagnosticData(
        String code,
        String severity,
        String message,
        Place place,
        String label,
        List<Related> related,
        List<Suggestion> help,
        List<String> notes) {
    public DiagnosticData {
        related = List.copyOf(related);
        help = List.copyOf(help);
        notes = List.copyOf(notes);
    }

    /** From one place in a file to another, the end exclusive. */
    public record Place(String file, int line, int column, int endLine, int endColumn) {
        public static Place of(Span span) {
            Position start = span.position();
            Position end = span.endPosition();
            return new Place(span.file().path(), start.line(), start.column(), end.line(), end.column());
        }
    }

    /** A second place that says why. */
    public record Related(Place place, String label) {}

    /** What to change; with edits a tool can do it. */
    public record Suggestion(String text, List<Edit> edits) {
        public Suggestion {
            edits = List.copyOf(edits);
        }
    }

    /** A replacement of the text at a place. */
    public record Edit(Place place, String replacement) {}

    public static DiagnosticData of(Diagnostic diagnostic) {
        return new DiagnosticData(
                diagnostic.code(),
                diagnostic.severity().label(),
                diagnostic.message(),
                Place.of(diagnostic.span()),
                diagnostic.primary().text(),
                diagnostic.secondary().stream()
                        .map(label -> new Related(Place.of(label.span()), label.text()))
                        .toList(),
                diagnostic.help().stream()
                        .map(help -> new Suggestion(
                                help.text(),
                                help.edits().stream()
                                        .map(edit -> new Edit(Place.of(edit.span()), edit.replacement()))
                                        .toList()))
                        .toList(),
                diagnostic.notes());
    }
}
