package dev.flashorm.cli.command;

import dev.flashorm.migrate.compare.Comparison;
import dev.flashorm.migrate.compare.DatabaseState;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.ChangeSummary;
import dev.flashorm.migrate.execute.MigrationStatus;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.SchemaFileParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Findings that only `flash check` has; each code has a page in `docs/checks`. */
final class CheckFindings {
    private static final String NOT_FORMATTED = "F5701";
    private static final String NOT_WRITTEN = "F5702";
    private static final String NOT_APPLIED = "F5703";
    private static final String CONTRADICTION = "F5704";
    private static final String DRIFT = "F5705";
    private static final String NO_STATE = "F6062";

    private CheckFindings() {}

    /** One for each file, at the first line that would change; a file with a syntax error has no layout. */
    static List<Diagnostic> unformatted(List<SourceFile> files) {
        List<Diagnostic> findings = new ArrayList<>();
        for (SourceFile file : files) {
            boolean broken = SchemaFileParser.parse(file).diagnostics().stream().anyMatch(Diagnostic::isError);
            String neat = broken ? file.text() : Formatter.format(file);
            if (!neat.equals(file.text())) {
                int same = 0;
                while (same < Math.min(neat.length(), file.text().length())
                        && neat.charAt(same) == file.text().charAt(same)) {
                    same++;
                }
                findings.add(Diagnostic.error(
                                NOT_FORMATTED,
                                line(file, Math.min(same, file.text().length())),
                                "this file is not laid out")
                        .help("run `flash format`")
                        .build());
            }
        }
        return findings;
    }

    /** Whether the schema has changed since the last migration. */
    static List<Diagnostic> unwritten(MigrationFolder folder, String provider, Schema schema, SourceFile file) {
        Optional<SourceFile> state = folder.newestSchema();
        Optional<Migration> head = folder.head();
        if (head.isPresent() && state.isEmpty()) {
            throw FailureException.failed(
                            NO_STATE, "`" + head.get().display() + "` does not say which schema it leads to")
                    .build();
        }
        DatabaseState before = state.<DatabaseState>map(text -> new DatabaseState.Described(
                        SchemaCompiler.compile(List.of(text)).schema()))
                .orElseGet(DatabaseState.Empty::new);
        Comparison comparison = Comparison.of(provider, before, new DatabaseState.Described(schema));
        if (comparison.plan().isEmpty()) {
            return List.of();
        }
        String since =
                head.map(migration -> "since `" + migration.display() + "`").orElse("and there is none yet");
        return perObject(comparison.plan().changes()).entrySet().stream()
                .map(entry -> Diagnostic.error(
                                NOT_WRITTEN,
                                place(schema, entry.getKey(), file),
                                "`" + entry.getKey() + "` has changed and no migration says so, " + since + ": "
                                        + String.join("; ", entry.getValue()))
                        .help("run `flash migrate \"what it does\"`")
                        .build())
                .toList();
    }

    /** What is not applied, and what in the history contradicts the folder. */
    static List<Diagnostic> pending(MigrationFolder folder, MigrationStatus status, SourceFile file) {
        List<Diagnostic> findings = new ArrayList<>();
        for (MigrationStatus.Entry entry : status.entries()) {
            if (entry.state() == MigrationStatus.State.APPLIED) {
                continue;
            }
            Span place = folder.find(entry.id())
                    .map(migration -> line(migration.up(), 0))
                    .orElseGet(() -> line(file, 0));
            String state = entry.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            findings.add(Diagnostic.error(NOT_APPLIED, place, "`" + entry.id() + "` is " + state)
                    .help(
                            entry.state() == MigrationStatus.State.MISSING
                                    ? "bring its folder back from version control"
                                    : "run `flash apply`")
                    .build());
        }
        for (FailureException problem : status.problems()) {
            Diagnostic.Builder finding = Diagnostic.error(
                    CONTRADICTION,
                    problem.where().orElseGet(() -> line(file, 0)),
                    problem.code() + ": " + problem.getMessage());
            problem.help().forEach(finding::help);
            problem.notes().forEach(finding::note);
            findings.add(finding.build());
        }
        return findings;
    }

    /**
     * What is otherwise in the database than the migrations left it.
     *
     * @param changes from what the migrations made to what the database holds
     */
    static List<Diagnostic> drift(Schema schema, List<Change> changes, SourceFile file) {
        return perObject(changes).entrySet().stream()
                .map(entry -> Diagnostic.error(
                                DRIFT,
                                place(schema, entry.getKey(), file),
                                "`" + entry.getKey() + "` is not as the migrations left it: "
                                        + String.join("; ", entry.getValue()))
                        .help("run `flash pull` to take it over, or put the database back")
                        .build())
                .toList();
    }

    /** The lines of each object; one that comes or goes as a whole has one. */
    private static Map<String, List<String>> perObject(List<Change> changes) {
        Map<String, List<String>> objects = new LinkedHashMap<>();
        for (ChangeSummary.Line line : ChangeSummary.of(changes)) {
            objects.computeIfAbsent(line.object(), key -> new ArrayList<>())
                    .add(line.sign().mark() + " " + line.text());
        }
        // The line that only names an altered object says less than those below it.
        objects.values().forEach(lines -> {
            if (lines.size() > 1) {
                lines.remove(0);
            }
        });
        return objects;
    }

    /** The model of a table, or the schema as such. */
    private static Span place(Schema schema, String object, SourceFile file) {
        String name = object.substring(object.lastIndexOf('.') + 1);
        return schema.models().stream()
                .filter(model -> model.databaseName().equals(name))
                .map(Model::span)
                .findFirst()
                .orElseGet(() -> line(file, 0));
    }

    private static Span line(SourceFile file, int offset) {
        int end = file.text().indexOf('\n', offset);
        return file.span(offset, Math.max(offset, end < 0 ? file.text().length() : end));
    }
}
