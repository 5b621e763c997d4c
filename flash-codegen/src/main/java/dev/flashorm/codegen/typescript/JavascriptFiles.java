package dev.flashorm.codegen.typescript;

import dev.flashorm.codegen.GeneratedFile;
import dev.flashorm.codegen.typescript.syntax.DeclarationModule;
import dev.flashorm.codegen.typescript.syntax.JavascriptModule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A client in TypeScript as modules of ECMAScript, and the declarations that a program sees of them. */
final class JavascriptFiles {
    private JavascriptFiles() {}

    static List<GeneratedFile> of(List<GeneratedFile> sources) {
        Map<String, GeneratedFile> byPath =
                sources.stream().collect(Collectors.toMap(GeneratedFile::path, Function.identity()));
        List<GeneratedFile> files = new ArrayList<>();
        for (GeneratedFile source : sources) {
            String module = JavascriptModule.of(source.content());
            if (!module.isEmpty()) {
                files.add(new GeneratedFile(named(source, ".js"), module));
            }
        }
        Deque<String> wanted = new ArrayDeque<>(List.of("index.ts"));
        Set<String> seen = new TreeSet<>(wanted);
        while (!wanted.isEmpty()) {
            GeneratedFile source = Objects.requireNonNull(byPath.get(wanted.remove()));
            GeneratedFile declarations = new GeneratedFile(source.path(), DeclarationModule.of(source.content()));
            files.add(new GeneratedFile(named(source, ".d.ts"), declarations.content()));
            SupportFiles.imports(declarations).filter(seen::add).forEach(wanted::add);
        }
        return files;
    }

    private static String named(GeneratedFile source, String extension) {
        return source.path().replaceFirst("\\.ts$", extension);
    }
}
