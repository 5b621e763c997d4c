package dev.flashorm.schema;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.link.LinkedSchema;
import dev.flashorm.schema.link.Linker;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.syntax.SchemaDocument;
import dev.flashorm.schema.syntax.SchemaFileParser;
import dev.flashorm.schema.validate.SchemaValidator;
import java.util.ArrayList;
import java.util.List;

/** Compiles schema files: parse, link, validate. */
public final class SchemaCompiler {
    private SchemaCompiler() {}

    /**
     * Compiles the files of one schema together; names are global across them. Never throws, whatever the text.
     *
     * @param files in the order in which diagnostics come and the model lists its parts
     */
    public static SchemaResult compile(List<SourceFile> files) {
        List<SchemaDocument> documents = new ArrayList<>(files.size());
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (SourceFile file : files) {
            SchemaDocument document = SchemaFileParser.parse(file);
            documents.add(document);
            diagnostics.addAll(document.diagnostics());
        }
        // What the linker cannot link, the rules explain.
        LinkedSchema linked = Linker.link(documents);
        diagnostics.addAll(SchemaValidator.validate(documents, linked.schema()));
        if (diagnostics.size() > 1) {
            diagnostics.sort(new SourceOrder(files));
        }
        return new SchemaResult(linked.schema(), diagnostics);
    }
}
