package dev.flashorm.codegen.dialect.postgresql;

import dev.flashorm.codegen.dialect.ClientDialect;
import dev.flashorm.codegen.dialect.StandardFragments;
import dev.flashorm.codegen.ir.DialectClient;
import dev.flashorm.codegen.ir.Fragment;
import dev.flashorm.codegen.ir.ValueType;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.NativeType;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL 12 and newer. */
public final class PostgresqlClientDialect implements ClientDialect {
    @Override
    public String provider() {
        return "postgresql";
    }

    @Override
    public String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public Storage storage(FieldType.Scalar type, Optional<NativeType> nativeType) {
        return nativeType.map(PostgresqlClientDialect::storage).orElseGet(() -> storage(type));
    }

    private static Storage storage(FieldType.Scalar type) {
        return switch (type) {
            case STRING -> Storage.of(ValueType.STRING, "TEXT", "text[]");
            case BOOLEAN -> Storage.of(ValueType.BOOLEAN, "BOOLEAN", "boolean[]");
            case INT -> Storage.of(ValueType.INT, "INT", "integer[]");
            case BIG_INT -> Storage.of(ValueType.BIG_INT, "BIG_INT", "bigint[]");
            case FLOAT -> Storage.of(ValueType.FLOAT, "FLOAT", "double precision[]");
            case DECIMAL -> Storage.of(ValueType.DECIMAL, "DECIMAL", "numeric[]");
            case DATE_TIME -> Storage.of(ValueType.DATE_TIME, "TIMESTAMP", "timestamp[]");
            case JSON -> Storage.of(ValueType.JSON, "JSON", "jsonb[]");
            case BYTES -> Storage.of(ValueType.BYTES, "BYTES", "bytea[]");
        };
    }

    /** By the name after `@db.`; those that are not here are kept as their scalar type is. */
    private static Storage storage(NativeType type) {
        return switch (type.name()) {
            case "SmallInt" -> Storage.of(ValueType.INT, "INT", "smallint[]");
            case "Integer" -> storage(FieldType.Scalar.INT);
            case "Oid" -> Storage.of(ValueType.BIG_INT, "BIG_INT", "oid[]");
            case "BigInt" -> storage(FieldType.Scalar.BIG_INT);
            case "Real" -> Storage.of(ValueType.FLOAT, "FLOAT", "real[]");
            case "DoublePrecision" -> storage(FieldType.Scalar.FLOAT);
            case "Decimal" -> storage(FieldType.Scalar.DECIMAL);
            case "Money" -> Storage.of(ValueType.DECIMAL, "MONEY", "money[]");
            case "Timestamptz" -> Storage.of(ValueType.DATE_TIME, "TIMESTAMPTZ", "timestamptz[]");
            case "Timestamp" -> storage(FieldType.Scalar.DATE_TIME);
            case "Date" -> Storage.of(ValueType.DATE, "DATE", "date[]");
            case "Time" -> Storage.of(ValueType.TIME, "TIME", "time[]");
            case "Timetz" -> Storage.of(ValueType.TIME, "TIMETZ", "timetz[]");
            case "Boolean" -> storage(FieldType.Scalar.BOOLEAN);
            case "ByteA" -> storage(FieldType.Scalar.BYTES);
            case "Uuid" -> Storage.of(ValueType.UUID, "UUID", "uuid[]");
            case "Json" -> Storage.of(ValueType.JSON, "JSON", "json[]");
            case "JsonB" -> storage(FieldType.Scalar.JSON);
            case "Text", "VarChar" -> storage(FieldType.Scalar.STRING);
            case "Char" -> Storage.of(ValueType.STRING, "UNTYPED_TEXT", "bpchar[]");
            case "Citext" -> Storage.of(ValueType.STRING, "UNTYPED_TEXT", "citext[]");
            case "Inet" -> Storage.of(ValueType.STRING, "UNTYPED_TEXT", "inet[]");
            case "Bit", "VarBit" -> Storage.of(ValueType.STRING, "UNTYPED_TEXT", "varbit[]");
            case "Xml" -> Storage.of(ValueType.STRING, "UNTYPED_TEXT", "xml[]");
            default -> Storage.of(ValueType.STRING, "UNTYPED_TEXT");
        };
    }

    @Override
    public Storage storage(EnumType type) {
        String schema = type.schemaName().map(name -> quote(name) + '.').orElse("");
        return Storage.of(ValueType.ENUM, "ENUM", schema + quote(type.databaseName()) + "[]");
    }

    @Override
    public DialectClient fragments() {
        Map<Fragment, String> fragments = StandardFragments.fragments();
        fragments.put(Fragment.IN, "{} = ANY(?)");
        fragments.put(Fragment.NOT_IN, "{} <> ALL(?)");
        fragments.put(Fragment.LIKE_IGNORE_CASE, "{} ILIKE ? ESCAPE '!'");
        // What an outer join adds cannot be locked.
        fragments.put(Fragment.FOR_UPDATE, " FOR UPDATE OF {}");
        fragments.put(Fragment.FOR_SHARE, " FOR SHARE OF {}");
        // `money` has no average.
        fragments.put(Fragment.AVG_DECIMAL, "AVG({}::numeric)");
        fragments.put(Fragment.JSON_EQ, "{}::jsonb = ?::jsonb");
        fragments.put(Fragment.JSON_NE, "{}::jsonb <> ?::jsonb");
        fragments.put(Fragment.JSON_PATH_EQ, "({}::jsonb #> {path}::text[]) = ?::jsonb");
        fragments.put(Fragment.JSON_PATH_NE, "({}::jsonb #> {path}::text[]) <> ?::jsonb");
        fragments.put(Fragment.JSON_PATH_EXISTS, "({}::jsonb #> {path}::text[]) IS NOT NULL");
        fragments.put(Fragment.JSON_CONTAINS, "({}::jsonb #> {path}::text[]) @> ?::jsonb");
        fragments.put(
                Fragment.JSON_TEXT,
                "(CASE jsonb_typeof({}::jsonb #> {path}::text[]) WHEN 'string'"
                        + " THEN {}::jsonb #>> {path}::text[] END)");
        fragments.put(
                Fragment.JSON_NUMBER,
                "(CASE jsonb_typeof({}::jsonb #> {path}::text[]) WHEN 'number'"
                        + " THEN ({}::jsonb #>> {path}::text[])::double precision END)");
        fragments.put(Fragment.LIST_EQ, "{} = ?");
        fragments.put(Fragment.LIST_NE, "{} <> ?");
        fragments.put(Fragment.HAS, "? = ANY({})");
        fragments.put(Fragment.HAS_EVERY, "{} @> ?");
        fragments.put(Fragment.HAS_SOME, "{} && ?");
        fragments.put(Fragment.IS_EMPTY, "CARDINALITY({}) = 0");
        fragments.put(Fragment.PUSH, "{} = {current} || ?");
        return new DialectClient(DialectClient.Pattern.LIKE, true, fragments, Map.of());
    }
}
