package dev.flashorm.schema.provider.sqlite;

import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.provider.DefaultNativeTypes;
import dev.flashorm.schema.provider.NativeTypeDefinition;
import java.util.List;

/**
 * SQLite keeps any value in any column and takes only an affinity from the declared type, so a schema names none. The
 * declared types below give the affinities that fit (<a href="https://www.sqlite.org/datatype3.html">Datatypes, 3.1</a>).
 */
final class NativeTypes {
    static final List<NativeTypeDefinition> ALL = List.of();

    static final DefaultNativeTypes DEFAULTS = new DefaultNativeTypes()
            .add(Scalar.STRING, "TEXT")
            .add(Scalar.BOOLEAN, "BOOLEAN")
            .add(Scalar.INT, "INTEGER")
            .add(Scalar.BIG_INT, "BIGINT")
            .add(Scalar.FLOAT, "REAL")
            .add(Scalar.DECIMAL, "DECIMAL")
            .add(Scalar.DATE_TIME, "DATETIME")
            .add(Scalar.JSON, "JSONB")
            .add(Scalar.BYTES, "BLOB");

    private NativeTypes() {}
}
