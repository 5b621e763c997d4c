package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.diagnostic.Explanations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each error of the migrations, of the generator and of the command line has a page, which `--explain` prints. */
final class ErrorPagesTest {
    private static final Path PAGES = Path.of("..", "docs", "errors");
    private static final Pattern CODE = Pattern.compile("\"(F[567]\\d{3})\"");

    @Test
    void everyCodeInTheSourcesHasAPageAndNoPageIsWithoutOne() throws IOException {
        Set<String> written = new TreeSet<>();
        for (String module : new String[] {"flash-migrate", "flash-codegen", "flash-cli"}) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Matcher codes = CODE.matcher(Files.readString(file));
                    while (codes.find()) {
                        written.add(codes.group(1));
                    }
                }
            }
        }
        // The hazards in SQL, and what `flash check` finds, have pages of their own kind.
        written.removeIf(code -> code.startsWith("F56") || code.startsWith("F57"));
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.list(PAGES)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("F"))
                    .forEach(name -> pages.add(name.substring(0, name.length() - ".md".length())));
        }
        assertThat(pages).isEqualTo(written);
    }

    @Test
    void pagesTravelInTheJar() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("F"))
                    .toList()) {
                String page = Files.readString(file);
                String code = file.getFileName().toString().substring(0, 5);
                assertThat(page).startsWith("# " + code + ": ");
                assertThat(Explanations.of(code)).as(code).contains(page);
                assertThat(page.lines().filter(line -> !line.isBlank()).count())
                        .as(code)
                        .isGreaterThan(2);
            }
        }
    }
}
