package dev.flashorm.schema.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Scores the language against `FLASH_CORPUS`, prints one line per corpus, and writes each failure with its reason to
 * `target/corpus/*.tsv`. What the scores must be at least is asserted, so that they only rise.
 */
@EnabledIfEnvironmentVariable(named = "FLASH_CORPUS", matches = ".+")
class CorpusTest {
    private static final Path REPORTS = Path.of("target", "corpus");

    private final Corpus corpus = new Corpus(Path.of(System.getenv("FLASH_CORPUS")));

    @Test
    void languageCases() throws IOException {
        Score valid = new Score("verdict-valid");
        Score invalid = new Score("verdict-invalid");
        Score locations = new Score("locations");
        Score apart = new Score("widened");
        Score model = new Score("model");
        Score format = new Score("format");
        Score idempotent = new Score("idempotent");
        for (SchemaCase schema : corpus.languageCases()) {
            SchemaResult result = schema.compile();
            boolean widened = KnownWidening.isIn(schema, result);
            boolean sameVerdict = result.isValid() == schema.valid();
            List<String> findings = SchemaCase.findings(result);
            boolean sameLocations = findings.equals(schema.findings());
            if (sameVerdict || !widened) {
                (schema.valid() ? valid : invalid).record(schema.id(), sameVerdict, messages(result));
            }
            if (sameLocations || !widened) {
                locations.record(
                        schema.id(),
                        sameLocations,
                        "expected " + schema.findings() + ", found " + findings + ": " + messages(result));
            } else {
                apart.record(schema.id(), false, messages(result));
            }
            if (schema.valid() && schema.datamodel() != null) {
                recordModel(model, schema);
            }
            String formatted = Formatter.format(schema.files().get(0));
            Optional<String> reference = schema.formatted()
                    .flatMap(expected ->
                            ReferenceLayout.whiteSpaceOnly(schema.files().get(0).text(), expected));
            if (reference.isPresent()) {
                format.record(
                        schema.id(), formatted.equals(reference.get()), firstDifference(reference.get(), formatted));
            }
            String again = Formatter.format(new SourceFile("again.prisma", formatted));
            idempotent.record(schema.id(), again.equals(formatted), firstDifference(formatted, again));
        }
        double verdict = (valid.share() + invalid.share()) / 2;
        System.out.printf(
                Locale.ROOT,
                "psl verdict=%.4f (valid %s invalid %s) locations=%s model=%s format=%s idempotent=%s widened=%d%n",
                verdict,
                valid,
                invalid,
                locations,
                model,
                format,
                idempotent,
                apart.total());
        for (Score score : List.of(valid, invalid, locations, apart, model, format, idempotent)) {
            score.write(REPORTS);
        }
        assertThat(idempotent.share()).isEqualTo(1);
        assertThat(model.share()).isGreaterThanOrEqualTo(0.995);
        assertThat(valid.share()).isGreaterThanOrEqualTo(0.995);
        assertThat(verdict).isGreaterThanOrEqualTo(0.995);
        assertThat(locations.share()).isGreaterThanOrEqualTo(0.98);
        assertThat(format.share()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void applications() throws IOException {
        Score accepted = new Score("schemas-accepted");
        Score model = new Score("schemas-model");
        for (SchemaCase schema : corpus.applications()) {
            SchemaResult result = schema.compile();
            accepted.record(schema.id(), result.isValid(), messages(result));
            if (schema.datamodel() != null) {
                recordModel(model, schema);
            }
        }
        System.out.println("schemas accepted=" + accepted + " model=" + model);
        accepted.write(REPORTS);
        model.write(REPORTS);
        assertThat(accepted.share()).isEqualTo(1);
        assertThat(model.share()).isEqualTo(1);
    }

    @Test
    void constraintNames() throws IOException {
        Score names = new Score("names");
        Map<String, String> scripts = corpus.createScripts();
        for (SchemaCase schema : corpus.languageCases()) {
            recordNames(names, schema, scripts.get(schema.id()));
        }
        for (SchemaCase schema : corpus.applications()) {
            recordNames(names, schema, corpus.script(schema));
        }
        System.out.println("constraint names=" + names);
        names.write(REPORTS);
        assertThat(names.share()).isGreaterThanOrEqualTo(0.995);
    }

    private static void recordNames(Score score, SchemaCase schema, @Nullable String script) {
        if (script == null || !schema.valid()) {
            return;
        }
        Schema model = schema.compile().schema();
        boolean namedForeignKeys = !model.datasource().orElseThrow().provider().equals("sqlite");
        Set<String> expected = DatabaseNames.in(script, namedForeignKeys);
        Set<String> found = DatabaseNames.of(model);
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        Set<String> extra = new TreeSet<>(found);
        extra.removeAll(expected);
        score.record(schema.id(), missing.isEmpty() && extra.isEmpty(), "missing " + missing + ", extra " + extra);
    }

    private static void recordModel(Score score, SchemaCase schema) {
        Optional<String> difference;
        try {
            Map<String, @Nullable Object> view = schema.view();
            difference = Difference.first("", schema.datamodel(), view);
        } catch (IllegalStateException unlinked) {
            difference = Optional.of(String.valueOf(unlinked.getMessage()));
        }
        score.record(schema.id(), difference.isEmpty(), difference.orElse(""));
    }

    private static String messages(SchemaResult result) {
        return result.diagnostics().stream().map(CorpusTest::message).collect(Collectors.joining("; "));
    }

    private static String message(Diagnostic diagnostic) {
        return diagnostic.code() + " line " + diagnostic.span().position().line() + ": " + diagnostic.message();
    }

    private static String firstDifference(String expected, String actual) {
        List<String> left = expected.lines().toList();
        List<String> right = actual.lines().toList();
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (!left.get(i).equals(right.get(i))) {
                return "line " + (i + 1) + " is |" + right.get(i) + "|, expected |" + left.get(i) + "|";
            }
        }
        return left.size() + " lines expected, " + right.size() + " found";
    }
}
