package dev.flashorm.codegen.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.testing.Python;
import dev.flashorm.testing.Said;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs `src/test/python/runtime_test.py`, and what the generator refuses. */
class PythonRuntimeTest {
    @Test
    void what_the_conformance_suite_does_not_reach(@TempDir Path folder) throws Exception {
        Python.require();
        try (InputStream schema = PythonRuntimeTest.class.getResourceAsStream("/conformance/schema.flash")) {
            String text = new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8);
            PythonSources.write(text.replace("{provider}", "sqlite"), "asyncio", folder);
        }
        Said said = Python.run(PythonSources.TESTS, "python", List.of("runtime_test.py", folder.toString()));
        assertThat(said.code()).as(said.text()).isZero();
    }

    @Test
    void a_database_without_a_driver_is_refused(@TempDir Path folder) {
        assertThatThrownBy(() -> PythonSources.write(
                        "datasource db {\n  provider = \"mysql\"\n  url = env(\"X\")\n}\nmodel A {\n  id Int @id\n}\n",
                        "sync",
                        folder))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("no `sync` driver for `mysql`");
    }
}
