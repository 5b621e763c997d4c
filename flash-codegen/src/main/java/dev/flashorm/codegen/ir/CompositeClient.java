package dev.flashorm.codegen.ir;

import java.util.List;
import java.util.Optional;

/**
 * A composite type: documents inside documents.
 *
 * @param columns its members
 */
public record CompositeClient(String name, List<ColumnClient> columns, Optional<String> documentation) {
    public CompositeClient {
        columns = List.copyOf(columns);
    }
}
