package dev.flashorm.migrate.pull.postgresql;

import dev.flashorm.migrate.dialect.postgresql.Names;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.pull.FieldTypes;
import dev.flashorm.migrate.pull.PulledType;
import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.provider.postgresql.ProviderDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL: every type that the language names. */
public final class ColumnFieldTypes implements FieldTypes {
    private static final Map<String, Native> NATIVE = Map.ofEntries(
            Map.entry("SMALLINT", new Native(Scalar.INT, "SmallInt")),
            Map.entry("INTEGER", new Native(Scalar.INT, "Integer")),
            Map.entry("BIGINT", new Native(Scalar.BIG_INT, "BigInt")),
            Map.entry("OID", new Native(Scalar.INT, "Oid")),
            Map.entry("REAL", new Native(Scalar.FLOAT, "Real")),
            Map.entry("DOUBLE PRECISION", new Native(Scalar.FLOAT, "DoublePrecision")),
            Map.entry("DECIMAL", new Native(Scalar.DECIMAL, "Decimal")),
            Map.entry("MONEY", new Native(Scalar.DECIMAL, "Money")),
            Map.entry("BOOLEAN", new Native(Scalar.BOOLEAN, "Boolean")),
            Map.entry("TEXT", new Native(Scalar.STRING, "Text")),
            Map.entry("VARCHAR", new Native(Scalar.STRING, "VarChar")),
            Map.entry("CHAR", new Native(Scalar.STRING, "Char")),
            Map.entry("bpchar", new Native(Scalar.STRING, "Char")),
            Map.entry("CITEXT", new Native(Scalar.STRING, "Citext")),
            Map.entry("UUID", new Native(Scalar.STRING, "Uuid")),
            Map.entry("INET", new Native(Scalar.STRING, "Inet")),
            Map.entry("XML", new Native(Scalar.STRING, "Xml")),
            Map.entry("BIT", new Native(Scalar.STRING, "Bit")),
            Map.entry("VARBIT", new Native(Scalar.STRING, "VarBit")),
            Map.entry("TIMESTAMP", new Native(Scalar.DATE_TIME, "Timestamp")),
            Map.entry("TIMESTAMPTZ", new Native(Scalar.DATE_TIME, "Timestamptz")),
            Map.entry("TIME", new Native(Scalar.DATE_TIME, "Time")),
            Map.entry("TIMETZ", new Native(Scalar.DATE_TIME, "Timetz")),
            Map.entry("DATE", new Native(Scalar.DATE_TIME, "Date")),
            Map.entry("JSON", new Native(Scalar.JSON, "Json")),
            Map.entry("JSONB", new Native(Scalar.JSON, "JsonB")),
            Map.entry("BYTEA", new Native(Scalar.BYTES, "ByteA")));

    private final Provider provider = new ProviderDefinition();

    private record Native(Scalar scalar, String name) {}

    @Override
    public Optional<PulledType> of(ColumnType type) {
        if (type.enumName().isPresent() || (type.name().equals("DECIMAL") && !isScaleWithin(type))) {
            return Optional.empty();
        }
        return Optional.ofNullable(NATIVE.get(type.name()))
                .map(found -> PulledType.of(provider, found.scalar(), found.name(), type.arguments()));
    }

    /** The server also takes a scale below zero, and one beyond the precision. */
    private static boolean isScaleWithin(ColumnType type) {
        int scale = type.argument(1, 0);
        return scale >= 0 && (type.arguments().isEmpty() || scale <= type.argument(0, 0));
    }

    /** An enum without a name in the language is quoted, as SQL has it. */
    @Override
    public String unsupported(ColumnType type) {
        return type.enumName()
                .map(name -> Names.quote(name) + (type.array() ? "[]" : ""))
                .orElseGet(type::toString);
    }

    /** CHAR without a length has one as a declaration, and none as the internal type that dumps may name. */
    @Override
    public boolean areSaidAlike(ColumnType one, ColumnType other) {
        return FieldTypes.super.areSaidAlike(one, other)
                || (one.enumName().isPresent() && other.toString().equals(unsupported(one)))
                || (one.name().equals("bpchar") && other.equals(ColumnType.of("CHAR", "1")));
    }

    /** Enums are types of their own. */
    @Override
    public Optional<List<String>> enumValues(ColumnType type) {
        return Optional.empty();
    }
}
