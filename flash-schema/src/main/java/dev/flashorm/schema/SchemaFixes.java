package dev.flashorm.schema;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.Help;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The files of a schema with what their author must have meant added to them.
 *
 * @param files in the order given; those that lacked nothing are the same objects
 * @param applied what was added, in the order in which it was
 */
public record SchemaFixes(List<SourceFile> files, List<Applied> applied) {
    /** One addition may show the next thing that is missing; a chain longer than this is left to a second run. */
    private static final int MAX_ROUNDS = 10;

    public SchemaFixes {
        files = List.copyOf(files);
        applied = List.copyOf(applied);
    }

    /** A finding, and the help that was followed. */
    public record Applied(Diagnostic diagnostic, Help help) {}

    /** Compiles the files together, follows every {@link Help#isMeant()}, and begins again until there is none. */
    public static SchemaFixes of(List<SourceFile> files) {
        List<SourceFile> current = files;
        List<Applied> all = new ArrayList<>();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<Applied> found = new ArrayList<>();
            for (Diagnostic diagnostic : SchemaCompiler.compile(current).diagnostics()) {
                diagnostic.help().stream()
                        .filter(Help::isMeant)
                        .findFirst()
                        .ifPresent(help -> found.add(new Applied(diagnostic, help)));
            }
            if (found.isEmpty()) {
                break;
            }
            all.addAll(found);
            current = apply(current, found);
        }
        return new SchemaFixes(current, all);
    }

    private static List<SourceFile> apply(List<SourceFile> files, List<Applied> fixes) {
        Map<SourceFile, List<TextEdit>> edits = fixes.stream()
                .flatMap(fix -> fix.help().edits().stream())
                .collect(Collectors.groupingBy(edit -> edit.span().file()));
        return files.stream()
                .map(file -> edits.containsKey(file) ? inserted(file, edits.get(file)) : file)
                .toList();
    }

    private static SourceFile inserted(SourceFile file, List<TextEdit> edits) {
        List<TextEdit> ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt(edit -> edit.span().start()));
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (TextEdit edit : ordered) {
            text.append(file.text(), done, edit.span().start()).append(edit.replacement());
            done = edit.span().start();
        }
        return new SourceFile(
                file.path(),
                text.append(file.text(), done, file.text().length()).toString());
    }
}
