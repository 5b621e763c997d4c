package dev.flashorm.cli.output;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.Help;
import dev.flashorm.schema.diagnostic.TerminalRenderer;
import dev.flashorm.schema.source.Position;
import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings and failures, for people and for programs. */
public final class Report {
    private final Console console;
    private final boolean annotations;

    /** @param environment of the process: in a GitHub workflow, findings are also printed as its annotations */
    public Report(Console console, Map<String, String> environment) {
        this.console = console;
        annotations = "true".equals(environment.get("GITHUB_ACTIONS"));
    }

    public void print(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return;
        }
        console.alert(renderer().render(diagnostics));
        if (annotations) {
            for (Diagnostic diagnostic : diagnostics) {
                annotate(
                        diagnostic.severity().label(),
                        Optional.of(diagnostic.span()),
                        diagnostic.code(),
                        diagnostic.message());
            }
        }
    }

    public void print(FailureException failure) {
        console.alert(renderer().render(failure).stripTrailing());
        if (annotations) {
            annotate("error", failure.where(), failure.code(), String.valueOf(failure.getMessage()));
        }
        failure.nextCommand().ifPresent(command -> console.alert("next: " + command));
    }

    private TerminalRenderer renderer() {
        return new TerminalRenderer(console.errStyle().isColoured());
    }

    private void annotate(String level, Optional<Span> where, String code, String message) {
        StringBuilder line = new StringBuilder("::").append(level).append(' ');
        where.ifPresent(span -> line.append("file=")
                .append(escaped(span.file().path()).replace(":", "%3A").replace(",", "%2C"))
                .append(",line=")
                .append(span.position().line())
                .append(",col=")
                .append(span.position().column())
                .append(','));
        console.alert(line.append("title=")
                .append(code)
                .append("::")
                .append(escaped(message))
                .toString());
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** For `diagnostics`. */
    public List<JsonObject> json(List<Diagnostic> diagnostics) {
        List<JsonObject> objects = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            List<JsonObject> because = new ArrayList<>();
            diagnostic
                    .secondary()
                    .forEach(label -> because.add(place(label.span()).put("text", masked(label.text()))));
            List<String> help = new ArrayList<>();
            for (Help item : diagnostic.help()) {
                help.add(masked(item.text()));
            }
            objects.add(new JsonObject()
                    .put("code", diagnostic.code())
                    .put("severity", diagnostic.severity().label())
                    .put("message", masked(diagnostic.message()))
                    .put("at", place(diagnostic.span()))
                    .put("label", masked(diagnostic.primary().text()))
                    .put("because", because)
                    .put("help", help)
                    .put("notes", masked(diagnostic.notes())));
        }
        return objects;
    }

    /** For `error`. */
    public JsonObject json(FailureException failure) {
        return new JsonObject()
                .put("code", failure.code())
                .put("message", masked(String.valueOf(failure.getMessage())))
                .put("at", failure.where().map(Report::place).orElse(null))
                .put("notes", masked(failure.notes()))
                .put("help", masked(failure.help()))
                .put("next", failure.nextCommand().map(this::masked).orElse(null));
    }

    private static JsonObject place(Span span) {
        Position start = span.position();
        Position end = span.endPosition();
        return new JsonObject()
                .put("file", span.file().path())
                .put("line", start.line())
                .put("column", start.column())
                .put("endLine", end.line())
                .put("endColumn", end.column());
    }

    private List<String> masked(List<String> texts) {
        return texts.stream().map(this::masked).toList();
    }

    private String masked(String text) {
        return console.redaction().mask(text);
    }
}
