package dev.flashorm.schema;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Diagnostics as a reader meets them: file by file, from top to bottom. */
final class SourceOrder implements Comparator<Diagnostic> {
    private final Map<SourceFile, Integer> ranks = new HashMap<>();

    SourceOrder(List<SourceFile> files) {
        for (SourceFile file : files) {
            ranks.putIfAbsent(file, ranks.size());
        }
    }

    @Override
    public int compare(Diagnostic one, Diagnostic other) {
        int byFile = Integer.compare(rank(one), rank(other));
        return byFile != 0
                ? byFile
                : Integer.compare(one.span().start(), other.span().start());
    }

    private int rank(Diagnostic diagnostic) {
        return ranks.getOrDefault(diagnostic.span().file(), ranks.size());
    }
}
