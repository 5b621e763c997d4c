package dev.flashorm.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DotEnvTest {
    private static Map<String, String> read(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        DotEnv.parse(new SourceFile(".env", text), name -> name.equals("OUTER") ? "o" : null)
                .forEach((name, entry) -> values.put(name, entry.value()));
        return values;
    }

    @Example
    void plainValues() {
        assertThat(read("A=1\nexport B = two words  # comment\r\n# C=3\n\nD=\nE=a#b\nF=x=y"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("A", "1", "B", "two words", "D", "", "E", "a#b", "F", "x=y"));
    }

    @Example
    void quotedValues() {
        assertThat(read("A=\"x # y\" # comment\nB='${A} \\n'\nC=\"1\\n2\\\"\\$\"\nD=\"line\nline\"\n"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("A", "x # y", "B", "${A} \\n", "C", "1\n2\"$", "D", "line\nline"));
    }

    @Example
    void references() {
        assertThat(read("A=1\nB=${A}2${OUTER}${NOBODY}\nC=\"${B}!\"\nD=pa$$word\nE=${unclosed"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("A", "1", "B", "12o", "C", "12o!", "D", "pa$$word", "E", "${unclosed"));
    }

    @Example
    void aByteOrderMarkIsNoName() {
        assertThat(read("\uFEFFA=1")).containsEntry("A", "1");
    }

    @Example
    void aBadLineIsNamedAndNotShown() {
        assertThatThrownBy(() -> read("A=1\nB secret\n"))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining(".env:2:1")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> read("A=\"open\nB=1\n")).hasMessageContaining(".env:1:3");
        assertThatThrownBy(() -> read("A='x' y\n")).hasMessageContaining("after the value's closing quote");
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            read(text);
        } catch (FailureException e) {
            assertThat(e.kind()).isEqualTo(FailureException.Kind.USAGE);
        }
    }

    @Property(tries = 1000)
    void aSingleQuotedValueIsTakenAsItIs(@ForAll String value) {
        if (value.indexOf('\'') < 0) {
            assertThat(read("A='" + value + "'\n")).containsEntry("A", value);
        }
    }
}
