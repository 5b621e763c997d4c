package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.cli.usage.Catalogue;
import dev.flashorm.cli.usage.ExitCode;
import dev.flashorm.cli.usage.GlobalParameters;
import dev.flashorm.cli.usage.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The help screens are golden: `-Dflash.golden=rewrite` writes them. */
class HelpScreenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/help");

    static Stream<String> commands() {
        return Stream.concat(Stream.of(""), new CommandTree().entries().stream().map(Catalogue.Entry::path));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void screen(String command, @TempDir Path folder) throws IOException {
        String[] line = (command + " --help").strip().split(" ", -1);
        String screen = new Sandbox(folder).flash(line).exits(0).stdout();
        Path golden = GOLDEN.resolve((command.isEmpty() ? "flash" : command.replace(' ', '-')) + ".txt");
        if ("rewrite".equals(System.getProperty("flash.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, screen);
        }
        assertThat(screen).isEqualTo(Files.readString(golden));
        assertThat(screen.lines()).allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void flashAloneIsOneScreen(@TempDir Path folder) {
        Sandbox sandbox = new Sandbox(folder);
        String screen = sandbox.flash().exits(0).stdout();
        assertThat(screen).isEqualTo(sandbox.flash("--help").stdout());
        assertThat(screen.lines().count()).isLessThanOrEqualTo(45);
    }

    @Test
    void anOptionMeansTheSameEverywhere() {
        CommandTree tree = new CommandTree();
        Map<String, Parameter> meanings = new HashMap<>();
        GlobalParameters.ALL.forEach(
                parameter -> meanings.put(parameter.toString().split(",", 2)[0], parameter));
        for (Catalogue.Entry entry : tree.entries()) {
            for (Parameter parameter : tree.usage(entry.path()).parameters()) {
                if (parameter instanceof Parameter.Flag || parameter instanceof Parameter.Option) {
                    boolean flag = parameter instanceof Parameter.Flag;
                    String name = flag ? ((Parameter.Flag) parameter).name() : ((Parameter.Option) parameter).name();
                    Parameter known = meanings.putIfAbsent(name, parameter);
                    assertThat(known == null || known instanceof Parameter.Flag == flag)
                            .as(name)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyCommandHasExamplesAndTellsItsExitCodes() {
        CommandTree tree = new CommandTree();
        for (Catalogue.Entry entry : tree.entries()) {
            assertThat(tree.usage(entry.path()).examples()).as(entry.path()).hasSizeBetween(2, 4);
            assertThat(tree.usage(entry.path()).exitCodes()).doesNotContain(ExitCode.DONE, ExitCode.BUG);
        }
    }
}
