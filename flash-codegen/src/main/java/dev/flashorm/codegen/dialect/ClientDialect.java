package dev.flashorm.codegen.dialect;

import dev.flashorm.codegen.ir.DialectClient;
import dev.flashorm.codegen.ir.ValueType;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.NativeType;
import java.util.Optional;

/** How one provider writes the SQL of a client. Stateless; found by {@link java.util.ServiceLoader}. */
public interface ClientDialect {
    /** The canonical provider name: `postgresql`. */
    String provider();

    /** Whether records are documents, which commands reach instead of SQL. */
    default boolean isDocuments() {
        return false;
    }

    /** A name as an identifier, whatever is in it. */
    String quote(String identifier);

    /** How a scalar column is kept. */
    Storage storage(FieldType.Scalar type, Optional<NativeType> nativeType);

    /** How an enum column is kept. */
    Storage storage(EnumType type);

    /** The pieces that queries are put together from. */
    DialectClient fragments();

    /** What follows the table's name in an insert that names no column. */
    default String defaultRow() {
        return "DEFAULT VALUES";
    }

    /** The name that the database gives a primary key or a unique in its errors. */
    default Optional<String> constraintName(Index index) {
        return index.databaseName();
    }

    /**
     * How a column is kept.
     *
     * @param type what code sees
     * @param encoding the name of a constant of the runtime's types for this provider
     * @param arrayType the type of an array of such values; empty where there are no arrays
     */
    record Storage(ValueType type, String encoding, Optional<String> arrayType) {
        public static Storage of(ValueType type, String encoding) {
            return new Storage(type, encoding, Optional.empty());
        }

        public static Storage of(ValueType type, String encoding, String arrayType) {
            return new Storage(type, encoding, Optional.of(arrayType));
        }
    }
}
