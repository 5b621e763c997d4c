package dev.flashorm.schema.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.RepositorySchemas;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaFixes;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.GithubAnnotations;
import dev.flashorm.schema.diagnostic.Label;
import dev.flashorm.schema.diagnostic.SarifReport;
import dev.flashorm.schema.diagnostic.TerminalRenderer;
import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Declaration;
import dev.flashorm.schema.syntax.SchemaFileParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Schemas of the corpus, or of the repository where there is none, with damage: a token or a line that is gone, doubled
 * or elsewhere, bytes, brackets, the end of the file cut off. Whatever comes of it is told near the damage.
 * `-Dflash.fuzz.seed=N` and `-Dflash.fuzz.count=N` look elsewhere and longer.
 */
class MutatedSchemasTest {
    private static final long SEED = Long.getLong("flash.fuzz.seed", 20_260_101L);
    private static final int COUNT = Integer.getInteger("flash.fuzz.count", 1500);
    private static final int LONGEST = 60_000;
    private static final int NEAR_LINES = 2;

    private static final List<String> TEXTS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        String folder = System.getenv("FLASH_CORPUS");
        if (folder == null) {
            for (Path path : RepositorySchemas.paths()) {
                add(Files.readString(path));
            }
        } else {
            Corpus corpus = new Corpus(Path.of(folder));
            for (SchemaCase one : corpus.languageCases()) {
                one.files().forEach(file -> add(file.text()));
            }
            for (SchemaCase one : corpus.applications()) {
                one.files().forEach(file -> add(file.text()));
            }
        }
        System.out.printf("mutations of %d schemas: seed %d, %d of each kind%n", TEXTS.size(), SEED, COUNT);
    }

    private static void add(String text) {
        if (!text.isEmpty() && text.length() <= LONGEST) {
            TEXTS.add(text);
        }
    }

    private static SchemaResult compile(String text) {
        return SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)));
    }

    @Test
    void muchDamageBreaksNoPromise() {
        Random random = new Random(SEED);
        for (int i = 0; i < COUNT; i++) {
            String text = TEXTS.get(random.nextInt(TEXTS.size()));
            for (int damages = 1 + random.nextInt(5); damages > 0 && !text.isEmpty(); damages--) {
                text = Mutation.of(text, random).text();
            }
            keepsPromises(text);
        }
    }

    private static void keepsPromises(String text) {
        SourceFile file = new SourceFile("schema.flash", text);
        assertThat(SchemaFileParser.parse(file).tokens().print()).isEqualTo(text);
        SchemaResult result = SchemaCompiler.compile(List.of(file));
        assertThat(result.diagnostics())
                .isSortedAccordingTo((one, other) ->
                        Integer.compare(one.span().start(), other.span().start()));
        String formatted = Formatter.format(file);
        assertThat(Formatter.format(new SourceFile("again.flash", formatted)))
                .as(text)
                .isEqualTo(formatted);
        assertThat(codes(compile(formatted))).as(text).isEqualTo(codes(result));
        assertThat(new TerminalRenderer(false).render(result.diagnostics()).chars())
                .as("what a terminal would obey")
                .noneMatch(c -> c != '\n' && Character.isISOControl(c));
        GithubAnnotations.render(result.diagnostics());
        SarifReport.render(result.diagnostics(), "1");
        SchemaFixes.of(List.of(file));
    }

    private static List<String> codes(SchemaResult result) {
        return result.diagnostics().stream().map(Diagnostic::code).sorted().toList();
    }

    @Test
    void damageIsToldNearby() {
        Random random = new Random(SEED);
        List<String> valid =
                TEXTS.stream().filter(text -> compile(text).isValid()).toList();
        for (int i = 0; i < COUNT; i++) {
            Mutation mutation = Mutation.of(valid.get(random.nextInt(valid.size())), random);
            List<Diagnostic> errors = compile(mutation.text()).diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .toList();
            assertThat(errors.isEmpty() || errors.stream().anyMatch(error -> isNear(error, mutation)))
                    .as(() -> "lost |" + mutation.lost() + "| at " + mutation.damage() + ", found " + errors + " in\n"
                            + mutation.text())
                    .isTrue();
        }
    }

    /** In the same block, a line or two away, or by the name of something that was hit. */
    private static boolean isNear(Diagnostic error, Mutation mutation) {
        Span place = around(mutation);
        Stream<Label> labels = Stream.concat(Stream.of(error.primary()), error.secondary().stream());
        return labels.anyMatch(label ->
                        label.span().end() >= place.start() && label.span().start() <= place.end())
                || words(mutation).anyMatch(word -> names(error, word));
    }

    /** Whether a finding is about this word, or about what the word was before something stuck to it. */
    private static boolean names(Diagnostic error, String word) {
        String[] quoted = error.message().split("`", -1);
        for (int i = 1; i < quoted.length; i += 2) {
            if (!quoted[i].isEmpty() && word.contains(quoted[i])) {
                return true;
            }
        }
        return error.message().contains(word);
    }

    private static Span around(Mutation mutation) {
        SourceFile file = mutation.damage().file();
        int first = Math.max(1, mutation.damage().position().line() - NEAR_LINES);
        int last = mutation.damage().endPosition().line() + NEAR_LINES + 1;
        int start = file.lineStart(first);
        int end = last > file.lineCount() ? file.text().length() : file.lineStart(last);
        for (Declaration block : SchemaFileParser.parse(file).declarations()) {
            if (block.span().start() <= end && block.span().end() >= start) {
                start = Math.min(start, block.span().start());
                end = Math.max(end, block.span().end());
            }
        }
        return file.span(start, end);
    }

    private static Stream<String> words(Mutation mutation) {
        SourceFile file = mutation.damage().file();
        String hit = mutation.lost() + " " + mutation.damage().text() + " "
                + file.line(mutation.damage().position().line());
        return Arrays.stream(hit.split("[^\\p{L}\\p{N}_]+")).filter(word -> !word.isEmpty());
    }
}
