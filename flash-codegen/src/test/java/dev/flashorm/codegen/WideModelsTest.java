package dev.flashorm.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashorm.codegen.java.JavaSettings;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record holds 254 words; whatever is wider is said before the Java compiler would say it. */
class WideModelsTest {
    @ParameterizedTest
    @CsvSource({"String, 253", "Float, 126", "BigInt, 126", "Float?, 253", "Int, 253"})
    void theWidestCompile(String type, int columns, @TempDir Path output) {
        assertThat(JavaCompilation.compile(
                        new CodeGenerator().generate(schema(type, columns), JavaSettings.DEFAULT), output))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"String, 254", "Float, 127", "BigInt?, 254"})
    void whatIsWiderIsRefusedAtItsPlace(String type, int columns) {
        assertThatThrownBy(() -> new CodeGenerator().generate(schema(type, columns), JavaSettings.DEFAULT))
                .isInstanceOfSatisfying(FailureException.class, failure -> {
                    assertThat(failure.code()).isEqualTo("F7004");
                    assertThat(failure.where())
                            .hasValueSatisfying(span -> assertThat(span.text()).isEqualTo("Wide"));
                })
                .hasMessageContaining("`Wide` has " + (columns + 1) + " columns");
    }

    /** With a key beside the columns. */
    private static Schema schema(String type, int columns) {
        StringBuilder text =
                new StringBuilder("datasource db {\n  provider = \"postgresql\"\n  url = env(\"URL\")\n}\n");
        text.append("model Small {\n  id Int @id\n}\nmodel Wide {\n  id Int @id\n");
        for (int i = 0; i < columns; i++) {
            text.append("  c").append(i).append(' ').append(type).append('\n');
        }
        return SchemaCompiler.compile(List.of(
                        new SourceFile("schema.flash", text.append("}\n").toString())))
                .schema();
    }
}
