package dev.flashorm.schema;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.model.Schema;
import java.util.List;

/**
 * What a set of schema files comes to.
 *
 * @param schema as much as could be linked; only when {@link #isValid()} may it be migrated or generated from
 * @param diagnostics in source order, one per cause
 */
public record SchemaResult(Schema schema, List<Diagnostic> diagnostics) {
    public SchemaResult {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean isValid() {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError()) {
                return false;
            }
        }
        return true;
    }
}
