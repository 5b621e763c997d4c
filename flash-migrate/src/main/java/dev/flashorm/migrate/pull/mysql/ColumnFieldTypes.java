package dev.flashorm.migrate.pull.mysql;

import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.pull.FieldTypes;
import dev.flashorm.migrate.pull.PulledType;
import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.provider.mysql.ProviderDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** MySQL: every type that the language names; the digits of FLOAT and ZEROFILL, which it doesn't, are passed over. */
public final class ColumnFieldTypes implements FieldTypes {
    private static final Map<String, Native> NATIVE = Map.ofEntries(
            Map.entry("TINYINT", new Native(Scalar.INT, "TinyInt")),
            Map.entry("SMALLINT", new Native(Scalar.INT, "SmallInt")),
            Map.entry("MEDIUMINT", new Native(Scalar.INT, "MediumInt")),
            Map.entry("INTEGER", new Native(Scalar.INT, "Int")),
            Map.entry("BIGINT", new Native(Scalar.BIG_INT, "BigInt")),
            Map.entry("YEAR", new Native(Scalar.INT, "Year")),
            Map.entry("BOOLEAN", new Native(Scalar.BOOLEAN, "TinyInt")),
            Map.entry("DECIMAL", new Native(Scalar.DECIMAL, "Decimal")),
            Map.entry("FLOAT", new Native(Scalar.FLOAT, "Float")),
            Map.entry("DOUBLE", new Native(Scalar.FLOAT, "Double")),
            Map.entry("BIT", new Native(Scalar.BYTES, "Bit")),
            Map.entry("CHAR", new Native(Scalar.STRING, "Char")),
            Map.entry("VARCHAR", new Native(Scalar.STRING, "VarChar")),
            Map.entry("TINYTEXT", new Native(Scalar.STRING, "TinyText")),
            Map.entry("TEXT", new Native(Scalar.STRING, "Text")),
            Map.entry("MEDIUMTEXT", new Native(Scalar.STRING, "MediumText")),
            Map.entry("LONGTEXT", new Native(Scalar.STRING, "LongText")),
            Map.entry("BINARY", new Native(Scalar.BYTES, "Binary")),
            Map.entry("VARBINARY", new Native(Scalar.BYTES, "VarBinary")),
            Map.entry("TINYBLOB", new Native(Scalar.BYTES, "TinyBlob")),
            Map.entry("BLOB", new Native(Scalar.BYTES, "Blob")),
            Map.entry("MEDIUMBLOB", new Native(Scalar.BYTES, "MediumBlob")),
            Map.entry("LONGBLOB", new Native(Scalar.BYTES, "LongBlob")),
            Map.entry("DATE", new Native(Scalar.DATE_TIME, "Date")),
            Map.entry("TIME", new Native(Scalar.DATE_TIME, "Time")),
            Map.entry("DATETIME", new Native(Scalar.DATE_TIME, "DateTime")),
            Map.entry("TIMESTAMP", new Native(Scalar.DATE_TIME, "Timestamp")),
            Map.entry("JSON", new Native(Scalar.JSON, "Json")));

    private static final Set<String> INTEGERS = Set.of("TINYINT", "SMALLINT", "MEDIUMINT", "INTEGER", "BIGINT");
    private static final Set<String> TEMPORAL = Set.of("TIME", "DATETIME", "TIMESTAMP");
    private static final Set<String> BARE = Set.of("FLOAT", "DOUBLE", "TEXT", "BLOB");

    private final Provider provider = new ProviderDefinition();

    private record Native(Scalar scalar, String name) {}

    @Override
    public Optional<PulledType> of(ColumnType type) {
        Native found = NATIVE.get(type.name());
        if (found == null) {
            return Optional.empty();
        }
        String name = type.name();
        List<String> arguments = type.arguments();
        if (INTEGERS.contains(name) || BARE.contains(name)) {
            arguments = List.of();
        } else if (TEMPORAL.contains(name) && arguments.isEmpty()) {
            arguments = List.of("0");
        }
        boolean unsigned = INTEGERS.contains(name) && type.modifier().startsWith("UNSIGNED");
        Scalar scalar = name.equals("BIT") && arguments.equals(List.of("1")) ? Scalar.BOOLEAN : found.scalar();
        return Optional.of(
                PulledType.of(provider, scalar, unsigned ? "Unsigned" + found.name() : found.name(), arguments));
    }

    @Override
    public boolean isTooLongForKey(ColumnType type) {
        return type.name().endsWith("TEXT") || type.name().endsWith("BLOB");
    }

    /** The language has no name for the empty value. */
    @Override
    public Optional<List<String>> enumValues(ColumnType type) {
        return type.name().equals("ENUM") && !type.arguments().contains("''")
                ? Optional.of(type.arguments().stream().map(this::unquoted).toList())
                : Optional.empty();
    }

    @Override
    public String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1).replace("''", "'").replace("\\\\", "\\");
    }
}
