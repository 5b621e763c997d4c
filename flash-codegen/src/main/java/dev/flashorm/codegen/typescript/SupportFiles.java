package dev.flashorm.codegen.typescript;

import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.ir.Client;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The support files that a client of a provider needs: those that generated code imports, and what they import. */
final class SupportFiles {
    /** How an import of another support file begins. */
    private static final String RELATIVE = " from '.";

    private SupportFiles() {}

    static List<GeneratedFile> of(Client client) {
        Deque<String> wanted = new ArrayDeque<>(List.of("errors.ts", "options.ts", "types.ts"));
        wanted.addAll(
                client.isDocuments()
                        ? List.of("mongodb/client.ts")
                        : List.of("client.ts", "raw.ts", client.provider() + ".ts", client.provider() + "-values.ts"));
        Set<String> seen = new TreeSet<>(wanted);
        List<GeneratedFile> files = new ArrayList<>();
        while (!wanted.isEmpty()) {
            GeneratedFile file = new GeneratedFile("runtime/" + wanted.peek(), read(wanted.remove()));
            files.add(file);
            imports(file)
                    .map(path -> path.substring("runtime/".length()))
                    .filter(seen::add)
                    .forEach(wanted::add);
        }
        return files;
    }

    /** The paths of the files that one imports. */
    static Stream<String> imports(GeneratedFile file) {
        return file.content().lines().filter(SupportFiles::isImport).map(line -> {
            int start = line.indexOf(RELATIVE) + RELATIVE.length() - 1;
            return URI.create(file.path())
                    .resolve(line.substring(start, line.indexOf('\'', start)))
                    .toString();
        });
    }

    /** A comment may show an import, too. */
    private static boolean isImport(String line) {
        return line.contains(RELATIVE)
                && (line.startsWith("import") || line.startsWith("export") || line.startsWith("}"));
    }

    private static String read(String name) {
        try (InputStream file = SupportFiles.class.getResourceAsStream("runtime/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no support file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
