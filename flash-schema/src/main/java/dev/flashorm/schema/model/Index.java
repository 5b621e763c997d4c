package dev.flashorm.schema.model;

import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A primary key, unique or index, written on a field or on the block.
 *
 * @param clientName `name:` of `@@unique` and `@@id`: how generated code calls the key
 * @param databaseName the constraint's or index's name: `map:`, else the reference implementation's default, cut to the
 *     provider's limit; empty where the database gives none (a primary key on SQLite and MySQL)
 * @param type `type: Gin` and the like, as written; empty for the provider's default
 * @param where the condition of a partial index, SQL as written
 * @param onField written as `@id` or `@unique` on a field
 */
public record Index(
        Kind kind,
        List<Part> fields,
        Optional<String> clientName,
        Optional<String> databaseName,
        Optional<String> type,
        Optional<Boolean> clustered,
        Optional<String> where,
        boolean onField,
        Span span) {
    public Index {
        fields = List.copyOf(fields);
    }

    /** What it is for. */
    public enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        NORMAL,
        FULLTEXT
    }

    /** One column or expression of an index. */
    public sealed interface Part {
        Optional<SortOrder> sort();

        Optional<String> operatorClass();

        default boolean isField(ScalarField field) {
            return this instanceof Column column
                    && column.path().isEmpty()
                    && column.field().equals(field);
        }

        /**
         * A column.
         *
         * @param path members of a composite type below the field (MongoDB)
         * @param length the prefix in characters or bytes (MySQL)
         * @param operatorClass `ops: …`, as written, the argument of `raw("…")` unescaped
         */
        record Column(
                ScalarField field,
                List<String> path,
                Optional<Integer> length,
                Optional<SortOrder> sort,
                Optional<String> operatorClass)
                implements Part {
            public Column {
                path = List.copyOf(path);
            }
        }

        /** An SQL expression, as written. */
        record Expression(String sql, Optional<SortOrder> sort, Optional<String> operatorClass) implements Part {}
    }

    /** `sort: Desc`. */
    public enum SortOrder {
        ASC,
        DESC
    }

    /** A primary key or a unique. */
    public boolean isUnique() {
        return kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE;
    }

    /** Whether this column is one of its parts. */
    public boolean covers(ScalarField field) {
        for (Part part : fields) {
            if (part.isField(field)) {
                return true;
            }
        }
        return false;
    }

    /** Its columns; expressions are left out. */
    public List<ScalarField> columns() {
        List<ScalarField> columns = new ArrayList<>();
        for (Part part : fields) {
            if (part instanceof Part.Column column) {
                columns.add(column.field());
            }
        }
        return columns;
    }
}
