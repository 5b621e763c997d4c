package dev.flashorm.migrate.pull;

import dev.flashorm.schema.syntax.Declaration.EnumDeclaration;
import dev.flashorm.schema.syntax.EnumValueDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What changed between two generated enums, in the enum that somebody wrote. */
final class EnumMerge {
    private final EnumDeclaration base;
    private final EnumDeclaration theirs;
    private final EnumDeclaration ours;
    private final LineEdits edits;

    EnumMerge(EnumDeclaration base, EnumDeclaration theirs, EnumDeclaration ours, LineEdits edits) {
        this.base = base;
        this.theirs = theirs;
        this.ours = ours;
        this.edits = edits;
    }

    void merge() {
        Map<String, EnumValueDeclaration> before = values(base);
        Map<String, EnumValueDeclaration> after = values(theirs);
        Map<String, EnumValueDeclaration> mine = values(ours);
        if (!common(before, after).equals(common(after, before))) {
            rearrange(after, mine);
            return;
        }
        String last = "";
        for (EnumValueDeclaration value : theirs.values()) {
            String name = value.name().text();
            if (!mine.containsKey(name)) {
                EnumValueDeclaration above = mine.get(last);
                edits.insertBelow(
                        above == null ? ours.name().span().end() : above.span().end(),
                        ours.span(),
                        List.of(value.span().text()));
            } else {
                last = name;
            }
        }
        mine.forEach((name, value) -> {
            if (!after.containsKey(name)) {
                edits.deleteLines(value.span());
            }
        });
    }

    /** The order of values is part of a type: each moves with what stands above it. */
    private void rearrange(Map<String, EnumValueDeclaration> after, Map<String, EnumValueDeclaration> mine) {
        Map<String, String> chunks = new LinkedHashMap<>();
        String text = ours.span().file().text();
        int first = edits.lineEnd(ours.name().span().end());
        int start = first;
        for (EnumValueDeclaration value : mine.values()) {
            int end = edits.lineEnd(value.span().end());
            chunks.put(value.name().text(), text.substring(start, end));
            start = end;
        }
        StringBuilder ordered = new StringBuilder();
        for (EnumValueDeclaration value : after.values()) {
            String name = value.name().text();
            ordered.append(chunks.getOrDefault(name, "  " + value.span().text() + "\n"));
        }
        edits.replace(ours.span().file().span(first, start), ordered.toString());
    }

    private static Map<String, EnumValueDeclaration> values(EnumDeclaration type) {
        Map<String, EnumValueDeclaration> values = new LinkedHashMap<>();
        type.values().forEach(value -> values.putIfAbsent(value.name().text(), value));
        return values;
    }

    /** The names of one that the other has too, in order. */
    private static List<String> common(Map<String, EnumValueDeclaration> one, Map<String, EnumValueDeclaration> other) {
        List<String> names = new ArrayList<>(one.keySet());
        names.retainAll(other.keySet());
        return names;
    }
}
