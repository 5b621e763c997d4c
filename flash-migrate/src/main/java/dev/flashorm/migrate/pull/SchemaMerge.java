package dev.flashorm.migrate.pull;

import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.syntax.Declaration;
import dev.flashorm.schema.syntax.Declaration.EnumDeclaration;
import dev.flashorm.schema.syntax.Declaration.WithFields;
import dev.flashorm.schema.syntax.SchemaDocument;
import dev.flashorm.schema.syntax.SchemaFileParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A merge of three schemas: what changed from one generated text to another is brought into files that people wrote, by
 * edits of the places concerned. Comments, order, layout and whatever no database can tell stay as they are.
 */
final class SchemaMerge {
    private final Map<String, Declaration> base;
    private final Map<String, Declaration> theirs;
    private final List<SchemaDocument> ours;
    private final Map<SourceFile, LineEdits> edits = new LinkedHashMap<>();

    /**
     * @param base what is generated for the state that `ours` describes
     * @param theirs what is generated for the database
     */
    SchemaMerge(SchemaDocument base, SchemaDocument theirs, List<SchemaDocument> ours) {
        this.base = blocks(List.of(base));
        this.theirs = blocks(List.of(theirs));
        this.ours = ours;
        ours.forEach(document -> edits.put(document.file(), new LineEdits(document.file())));
    }

    /** Models, views, types and enums by name. */
    private static Map<String, Declaration> blocks(List<SchemaDocument> documents) {
        Map<String, Declaration> blocks = new LinkedHashMap<>();
        for (SchemaDocument document : documents) {
            for (Declaration declaration : document.declarations()) {
                if (declaration instanceof WithFields || declaration instanceof EnumDeclaration) {
                    blocks.putIfAbsent(declaration.name().text(), declaration);
                }
            }
        }
        return blocks;
    }

    /** The files in their order, each as it is or as it is to be. */
    List<SourceFile> merge() {
        Map<String, Declaration> mine = blocks(ours);
        theirs.forEach((name, after) -> {
            Declaration before = base.get(name);
            Declaration own = mine.get(name);
            if (own == null && before == null) {
                edits(home()).appendBlock(text(after));
            } else if (own != null && before != null) {
                merge(before, after, own);
            }
        });
        base.forEach((name, before) -> {
            Declaration own = mine.get(name);
            if (own != null && !theirs.containsKey(name)) {
                edits(own.span().file()).deleteBlock(own.span());
            }
        });
        return ours.stream().map(SchemaDocument::file).map(this::merged).toList();
    }

    private void merge(Declaration before, Declaration after, Declaration own) {
        LineEdits places = edits(own.span().file());
        if (before instanceof WithFields old && after instanceof WithFields now && own instanceof WithFields written) {
            new BlockMerge(old, now, written, places).merge();
        } else if (before instanceof EnumDeclaration old
                && after instanceof EnumDeclaration now
                && own instanceof EnumDeclaration written) {
            new EnumMerge(old, now, written, places).merge();
        }
    }

    private LineEdits edits(SourceFile file) {
        return edits.computeIfAbsent(file, LineEdits::new);
    }

    /** Where new blocks go: to the last file that has some, else to the one with the datasource. */
    private SourceFile home() {
        SourceFile home = ours.get(0).file();
        for (SchemaDocument document : ours) {
            if (!document.declarations().isEmpty()) {
                home = document.file();
            }
        }
        return home;
    }

    private static String text(Declaration block) {
        List<String> lines = new ArrayList<>();
        block.documentation().ifPresent(text -> text.lines().forEach(line -> lines.add("/// " + line)));
        lines.add(block.span().text());
        return String.join("\n", lines);
    }

    /** A file that was laid out is laid out again; any other keeps its layout. */
    private SourceFile merged(SourceFile file) {
        LineEdits places = edits(file);
        if (places.isEmpty()) {
            return file;
        }
        boolean neat = Formatter.format(file).equals(file.text());
        SourceFile merged = new SourceFile(file.path(), places.apply());
        return neat ? new SourceFile(file.path(), Formatter.format(SchemaFileParser.parse(merged))) : merged;
    }
}
