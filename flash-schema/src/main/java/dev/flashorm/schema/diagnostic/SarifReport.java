package dev.flashorm.schema.diagnostic;

import dev.flashorm.schema.diagnostic.DiagnosticData.Edit;
import dev.flashorm.schema.diagnostic.DiagnosticData.Place;
import dev.flashorm.schema.diagnostic.DiagnosticData.Related;
import dev.flashorm.schema.diagnostic.DiagnosticData.Suggestion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Diagnostics as a SARIF 2.1.0 log (OASIS), which code hosts and editors read. */
public final class SarifReport {
    private SarifReport() {}

    /**
     * The whole log.
     *
     * @param toolVersion Flash's own version
     */
    public static String render(List<Diagnostic> diagnostics, String toolVersion) {
        JsonWriter json = new JsonWriter();
        json.object(() -> {
            json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.field("version", "2.1.0");
            json.array("runs", () -> json.object(() -> run(json, diagnostics, toolVersion)));
        });
        return json.toString();
    }

    private static void run(JsonWriter json, List<Diagnostic> diagnostics, String toolVersion) {
        List<String> codes =
                diagnostics.stream().map(Diagnostic::code).distinct().toList();
        json.object(
                "tool",
                () -> json.object("driver", () -> {
                    json.field("name", "Flash");
                    json.field("version", toolVersion);
                    json.array(
                            "rules",
                            () -> codes.forEach(code -> json.object(() -> {
                                json.field("id", code);
                                Explanations.title(code)
                                        .ifPresent(title ->
                                                json.object("shortDescription", () -> json.field("text", title)));
                            })));
                }));
        json.field("columnKind", "unicodeCodePoints");
        json.array(
                "results", () -> diagnostics.forEach(diagnostic -> json.object(() -> result(json, diagnostic, codes))));
    }

    private static void result(JsonWriter json, Diagnostic diagnostic, List<String> codes) {
        DiagnosticData data = DiagnosticData.of(diagnostic);
        json.field("ruleId", data.code());
        json.field("ruleIndex", codes.indexOf(data.code()));
        json.field("level", data.severity().toLowerCase(Locale.ROOT));
        json.object("message", () -> json.field("text", text(data)));
        json.array("locations", () -> json.object(() -> location(json, data.place())));
        if (!data.related().isEmpty()) {
            json.array("relatedLocations", () -> {
                for (Related related : data.related()) {
                    json.object(() -> {
                        location(json, related.place());
                        json.object("message", () -> json.field("text", related.label()));
                    });
                }
            });
        }
        List<Suggestion> fixes =
                data.help().stream().filter(help -> !help.edits().isEmpty()).toList();
        if (!fixes.isEmpty()) {
            json.array("fixes", () -> fixes.forEach(fix -> json.object(() -> fix(json, fix))));
        }
    }

    private static String text(DiagnosticData data) {
        StringBuilder text = new StringBuilder(data.message());
        data.help().forEach(help -> text.append("\nhelp: ").append(help.text()));
        data.notes().forEach(note -> text.append("\nnote: ").append(note));
        return text.toString();
    }

    private static void fix(JsonWriter json, Suggestion fix) {
        json.object("description", () -> json.field("text", fix.text()));
        Map<String, List<Edit>> byFile = new LinkedHashMap<>();
        fix.edits()
                .forEach(edit -> byFile.computeIfAbsent(edit.place().file(), file -> new ArrayList<>())
                        .add(edit));
        json.array(
                "artifactChanges",
                () -> byFile.forEach((file, edits) -> json.object(() -> {
                    artifact(json, file);
                    json.array(
                            "replacements",
                            () -> edits.forEach(edit -> json.object(() -> {
                                json.object("deletedRegion", () -> region(json, edit.place()));
                                json.object("insertedContent", () -> json.field("text", edit.replacement()));
                            })));
                })));
    }

    private static void location(JsonWriter json, Place place) {
        json.object("physicalLocation", () -> {
            artifact(json, place.file());
            json.object("region", () -> region(json, place));
        });
    }

    private static void artifact(JsonWriter json, String file) {
        json.object("artifactLocation", () -> json.field("uri", uri(file)));
    }

    private static void region(JsonWriter json, Place place) {
        json.field("startLine", place.line());
        json.field("startColumn", place.column());
        json.field("endLine", place.endLine());
        json.field("endColumn", place.endColumn());
    }

    /** A path as a URI reference (RFC 3986): relative when the path is. */
    private static String uri(String path) {
        String slashed = path.replace('\\', '/');
        StringBuilder uri = new StringBuilder(slashed.startsWith("/") ? "file://" : "");
        for (byte b : slashed.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0);
            if (plain) {
                uri.append(c);
            } else {
                uri.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                uri.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return uri.toString();
    }
}
