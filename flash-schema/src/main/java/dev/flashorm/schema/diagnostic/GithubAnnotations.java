package dev.flashorm.schema.diagnostic;

import dev.flashorm.schema.diagnostic.DiagnosticData.Place;
import dev.flashorm.schema.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Diagnostics as workflow commands of GitHub Actions, one a line:
 *
 * <pre>
 * ::error file=schema.flash,line=16,endLine=16,col=61,endColumn=66,title=F3005::`references: [email]` does not …
 * </pre>
 */
public final class GithubAnnotations {
    private GithubAnnotations() {}

    public static String render(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            render(out, diagnostic);
        }
        return out.toString();
    }

    /** One line for what stopped a command. */
    public static String render(FailureException failure) {
        StringBuilder out = new StringBuilder();
        write(
                out,
                "error",
                failure.where(),
                failure.code(),
                text(String.valueOf(failure.getMessage()), failure.help(), failure.notes()));
        return out.toString();
    }

    private static void render(StringBuilder out, Diagnostic diagnostic) {
        String label = diagnostic.primary().text();
        write(
                out,
                diagnostic.severity().label(),
                Optional.of(diagnostic.span()),
                diagnostic.code(),
                text(
                        diagnostic.message() + (label.isEmpty() ? "" : ": " + label),
                        diagnostic.help().stream().map(Help::text).toList(),
                        diagnostic.notes()));
    }

    private static String text(String message, List<String> help, List<String> notes) {
        StringBuilder text = new StringBuilder(message);
        help.forEach(item -> text.append("\nhelp: ").append(item));
        notes.forEach(note -> text.append("\nnote: ").append(note));
        return text.toString();
    }

    private static void write(StringBuilder out, String level, Optional<Span> where, String title, String text) {
        out.append("::").append(level).append(' ');
        where.map(Place::of)
                .ifPresent(place -> out.append("file=")
                        .append(property(place.file()))
                        .append(",line=")
                        .append(place.line())
                        .append(",endLine=")
                        .append(place.endLine())
                        .append(",col=")
                        .append(place.column())
                        .append(",endColumn=")
                        .append(place.endColumn())
                        .append(','));
        out.append("title=")
                .append(property(title))
                .append("::")
                .append(data(text))
                .append('\n');
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
