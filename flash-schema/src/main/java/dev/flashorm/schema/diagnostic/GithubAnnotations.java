package dev.flashorm.schema.diagnostic;

import dev.flashorm.schema.diagnostic.DiagnosticData.Place;
import java.util.List;

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

    private static void render(StringBuilder out, Diagnostic diagnostic) {
        Place place = Place.of(diagnostic.span());
        StringBuilder text = new StringBuilder(diagnostic.message());
        if (!diagnostic.primary().text().isEmpty()) {
            text.append(": ").append(diagnostic.primary().text());
        }
        diagnostic.help().forEach(help -> text.append("\nhelp: ").append(help.text()));
        diagnostic.notes().forEach(note -> text.append("\nnote: ").append(note));
        out.append("::")
                .append(diagnostic.severity().label())
                .append(" file=")
                .append(property(place.file()))
                .append(",line=")
                .append(place.line())
                .append(",endLine=")
                .append(place.endLine())
                .append(",col=")
                .append(place.column())
                .append(",endColumn=")
                .append(place.endColumn())
                .append(",title=")
                .append(property(diagnostic.code()))
                .append("::")
                .append(data(text.toString()))
                .append('\n');
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
