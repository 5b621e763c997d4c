package dev.flashorm.schema.corpus;

import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.syntax.SchemaFileParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A schema with what the reference says of it.
 *
 * @param findings `severity:line` of each finding of the reference, sorted, each once
 */
record SchemaCase(
        String id,
        List<SourceFile> files,
        boolean valid,
        List<String> findings,
        Optional<String> formatted,
        @Nullable Object datamodel) {
    SchemaResult compile() {
        return SchemaCompiler.compile(files);
    }

    /** The model in the words of the reference; what is wrong with it is not told. */
    Map<String, @Nullable Object> view() {
        return DatamodelView.of(files.stream().map(SchemaFileParser::parse).toList());
    }

    /** Flash's findings in the same form. */
    static List<String> findings(SchemaResult result) {
        List<String> findings = new ArrayList<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            findings.add((diagnostic.isError() ? "error:" : "warn:")
                    + diagnostic.span().position().line());
        }
        return findings.stream().distinct().sorted().toList();
    }
}
