package dev.flashorm.codegen.python;

import dev.flashorm.codegen.GeneratedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The part of the runtime that generated code needs, copied beside it. */
final class SupportFiles {
    private static final List<String> SHARED = List.of(
            "aggregates",
            "batch",
            "changes",
            "conditions",
            "errors",
            "events",
            "filters",
            "inserts",
            "loading",
            "makers",
            "nested",
            "operations",
            "orders",
            "raw",
            "reads",
            "related",
            "scope",
            "sql",
            "tables",
            "updates",
            "upserts",
            "urls");

    /** Written once, with `await`; without it they are those of the other interface. */
    private static final List<String> OF_STYLE = List.of("actions", "client");

    private SupportFiles() {}

    static List<GeneratedFile> copied(PythonDriver driver, PythonSettings settings) {
        List<GeneratedFile> files = new ArrayList<>();
        files.add(file("__init__", "\"\"\"The part of Flash that this client needs.\"\"\"\n"));
        SHARED.forEach(name -> files.add(file(name, text(name))));
        files.add(file(driver.module(), text(driver.module())));
        for (String name : List.of(driver.module(), "session")) {
            String styled = name + "_" + settings.style();
            files.add(file(styled, text(styled)));
        }
        for (String name : OF_STYLE) {
            String source = text(name + "_asyncio");
            files.add(file(name + "_" + settings.style(), settings.isAsync() ? source : blocking(source)));
        }
        return files;
    }

    private static GeneratedFile file(String name, String text) {
        return PythonLanguage.file("runtime/" + name + ".py", text);
    }

    /** The same calls for connections that block. */
    static String blocking(String source) {
        return source.replace("async def ", "def ")
                .replace("async with ", "with ")
                .replace("await ", "")
                .replace("import AsyncGenerator, Callable", "import Callable, Generator")
                .replace("asynccontextmanager", "contextmanager")
                .replace("AsyncGenerator[Self, None]", "Generator[Self, None, None]")
                .replace("AsyncGenerator[Batch, None]", "Generator[Batch, None, None]")
                .replace("AsyncGenerator", "Generator")
                .replace("__aenter__", "__enter__")
                .replace("__aexit__", "__exit__")
                .replace("_asyncio", "_sync")
                .replace(", awaited.", ".");
    }

    private static String text(String name) {
        String path = "/dev/flashorm/codegen/python/runtime/" + name + ".py";
        try (InputStream file = Objects.requireNonNull(SupportFiles.class.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
