package dev.flashorm.schema.format;

import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.syntax.SchemaDocument;
import dev.flashorm.schema.syntax.SchemaFileParser;

/**
 * Lays a schema file out: two spaces of indent, aligned columns, one blank line at most. Changes nothing but white
 * space, leaves a line that cannot be read as it stands, and gives its own output back unchanged.
 */
public final class Formatter {
    private Formatter() {}

    /** The formatted text; it ends with a line feed. */
    public static String format(SourceFile file) {
        return format(SchemaFileParser.parse(file));
    }

    /** The formatted text of a file that is parsed already. */
    public static String format(SchemaDocument document) {
        return new DocumentLayout(new SourceLines(document)).write();
    }
}
