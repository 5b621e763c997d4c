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
            "arguments",
            "batch",
            "changes",
            "drafts",
            "errors",
            "events",
            "filters",
            "makers",
            "nested",
            "operations",
            "references",
            "scope",
            "tables",
            "urls");

    /** What calls do. Documents have operations of the same names, in a folder of their own. */
    private static final List<String> OPERATIONS = List.of(
            "aggregates",
            "conditions",
            "inserts",
            "loading",
            "orders",
            "raw",
            "reads",
            "related",
            "selects",
            "stored",
            "streams",
            "updates",
            "upserts");

    private static final List<String> OF_DOCUMENTS = List.of("counted", "documents", "json_parts");

    /** Written once, with `await`; without it they are those of the other interface. */
    private static final List<String> OF_STYLE = List.of("actions", "client", "views");

    private SupportFiles() {}

    static List<GeneratedFile> copied(PythonDriver driver, PythonSettings settings) {
        List<GeneratedFile> files = new ArrayList<>();
        files.add(file("__init__", "\"\"\"The part of Flash that this client needs.\"\"\"\n"));
        SHARED.forEach(name -> files.add(file(name, text(name))));
        OPERATIONS.forEach(name -> files.add(file(name, text(driver.isDocuments() ? "mongodb/" + name : name))));
        if (driver.isDocuments()) {
            OF_DOCUMENTS.forEach(name -> files.add(file(name, text("mongodb/" + name))));
        } else {
            files.add(file("sql", text("sql")));
        }
        files.add(file(driver.module(), text(driver.module())));
        List<String> translated = new ArrayList<>(OF_STYLE);
        List<String> styledNames = new ArrayList<>(List.of("session"));
        (driver.isDocuments() ? translated : styledNames).add(driver.module());
        for (String name : styledNames) {
            String styled = name + "_" + settings.style();
            files.add(file(styled, text(styled)));
        }
        for (String name : translated) {
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
                .replace("aclosing", "closing")
                .replace("await ", "")
                .replace("import AsyncGenerator, Callable, Mapping", "import Callable, Generator, Mapping")
                .replace("import AsyncGenerator, Mapping", "import Generator, Mapping")
                .replace("asynccontextmanager", "contextmanager")
                .replace("AsyncGenerator[Self, None]", "Generator[Self, None, None]")
                .replace("AsyncGenerator[Batch, None]", "Generator[Batch, None, None]")
                .replace("AsyncGenerator[Record, None]", "Generator[Record, None, None]")
                .replace("AsyncGenerator[Selected, None]", "Generator[Selected, None, None]")
                .replace("AsyncGenerator", "Generator")
                .replace("__aenter__", "__enter__")
                .replace("__aexit__", "__exit__")
                .replace("_asyncio", "_sync")
                .replace("AsyncMongoClient", "MongoClient")
                .replace("asyncio.ensure_future(self._abort())", "self._abort()")
                .replace("import asyncio\n", "")
                .replace(" for asyncio:", " for programs without an event loop:")
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
