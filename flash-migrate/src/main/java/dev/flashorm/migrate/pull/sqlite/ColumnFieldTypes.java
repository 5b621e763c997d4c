package dev.flashorm.migrate.pull.sqlite;

import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.pull.FieldTypes;
import dev.flashorm.migrate.pull.PulledType;
import dev.flashorm.schema.model.FieldType.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** SQLite: the declared types that tell what a column holds; the language has no native types for it. */
public final class ColumnFieldTypes implements FieldTypes {
    @Override
    public Optional<PulledType> of(ColumnType type) {
        int open = type.name().indexOf('(');
        String name = open < 0 ? type.name() : type.name().substring(0, open).strip();
        return scalar(name).map(scalar -> new PulledType(scalar, Optional.empty()));
    }

    private static Optional<Scalar> scalar(String name) {
        if (name.contains("CHAR") || name.contains("CLOB")) {
            return Optional.of(Scalar.STRING);
        }
        return switch (name) {
            case "INT", "INTEGER", "INT4" -> Optional.of(Scalar.INT);
            case "BIGINT", "INT8", "UNSIGNED BIG INT" -> Optional.of(Scalar.BIG_INT);
            case "TEXT", "STRING" -> Optional.of(Scalar.STRING);
            case "REAL", "FLOAT", "DOUBLE", "DOUBLE PRECISION" -> Optional.of(Scalar.FLOAT);
            case "DECIMAL", "NUMERIC" -> Optional.of(Scalar.DECIMAL);
            case "BOOLEAN", "BOOL" -> Optional.of(Scalar.BOOLEAN);
            case "DATE", "DATETIME", "TIMESTAMP" -> Optional.of(Scalar.DATE_TIME);
            case "JSON", "JSONB" -> Optional.of(Scalar.JSON);
            case "BLOB", "BINARY", "VARBINARY" -> Optional.of(Scalar.BYTES);
            default -> Optional.empty();
        };
    }

    /** The model has it in capitals, which nobody wrote. */
    @Override
    public String unsupported(ColumnType type) {
        return type.toString().toLowerCase(Locale.ROOT);
    }

    /** There are none. */
    @Override
    public Optional<List<String>> enumValues(ColumnType type) {
        return Optional.empty();
    }
}
