package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.physical.ColumnType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One spelling for every type: the language's names, the catalog's and the aliases of chapter 8 of the manual. */
public final class TypeNames {
    private static final Map<String, String> NATIVE =
            Map.of("DoublePrecision", "DOUBLE PRECISION", "ByteA", "BYTEA", "JsonB", "JSONB");

    private static final Map<String, String> CANONICAL = Map.ofEntries(
            Map.entry("int2", "SMALLINT"),
            Map.entry("smallint", "SMALLINT"),
            Map.entry("int", "INTEGER"),
            Map.entry("int4", "INTEGER"),
            Map.entry("integer", "INTEGER"),
            Map.entry("int8", "BIGINT"),
            Map.entry("bigint", "BIGINT"),
            Map.entry("float4", "REAL"),
            Map.entry("real", "REAL"),
            Map.entry("float8", "DOUBLE PRECISION"),
            Map.entry("double precision", "DOUBLE PRECISION"),
            Map.entry("numeric", "DECIMAL"),
            Map.entry("decimal", "DECIMAL"),
            Map.entry("bool", "BOOLEAN"),
            Map.entry("boolean", "BOOLEAN"),
            Map.entry("text", "TEXT"),
            Map.entry("varchar", "VARCHAR"),
            Map.entry("character varying", "VARCHAR"),
            Map.entry("char", "CHAR"),
            Map.entry("character", "CHAR"),
            Map.entry("bpchar", "bpchar"),
            Map.entry("bit", "BIT"),
            Map.entry("varbit", "VARBIT"),
            Map.entry("bit varying", "VARBIT"),
            Map.entry("timestamp", "TIMESTAMP"),
            Map.entry("timestamp without time zone", "TIMESTAMP"),
            Map.entry("timestamptz", "TIMESTAMPTZ"),
            Map.entry("timestamp with time zone", "TIMESTAMPTZ"),
            Map.entry("time", "TIME"),
            Map.entry("time without time zone", "TIME"),
            Map.entry("timetz", "TIMETZ"),
            Map.entry("time with time zone", "TIMETZ"),
            Map.entry("date", "DATE"),
            Map.entry("json", "JSON"),
            Map.entry("jsonb", "JSONB"),
            Map.entry("uuid", "UUID"),
            Map.entry("bytea", "BYTEA"),
            Map.entry("xml", "XML"),
            Map.entry("inet", "INET"),
            Map.entry("citext", "CITEXT"),
            Map.entry("oid", "OID"),
            Map.entry("money", "MONEY"));

    private TypeNames() {}

    static String ofNative(String name) {
        String known = NATIVE.get(name);
        return known != null ? known : name.toUpperCase(Locale.ROOT);
    }

    /** Reads a type as a person or `format_type` writes it. What is not known stays as it is. */
    public static ColumnType parse(String text) {
        String rest = text.strip();
        boolean array = false;
        while (rest.endsWith("]")) {
            rest = rest.substring(0, rest.lastIndexOf('[')).strip();
            array = true;
        }
        int open = rest.indexOf('(');
        int close = open < 0 ? -1 : rest.indexOf(')', open);
        String name = close < 0 ? rest : (rest.substring(0, open).strip() + rest.substring(close + 1));
        String known = CANONICAL.get(name.toLowerCase(Locale.ROOT));
        ColumnType type = known == null
                ? ColumnType.of(rest)
                : new ColumnType(
                        known,
                        complete(
                                known,
                                close < 0
                                        ? List.of()
                                        : Arrays.stream(rest.substring(open + 1, close)
                                                        .split(",", -1))
                                                .map(String::strip)
                                                .toList()),
                        "",
                        false,
                        Optional.empty());
        return array ? type.asArray() : type;
    }

    /** With what the server adds: `CHAR` is `CHAR(1)`, `DECIMAL(8)` is `DECIMAL(8,0)`, times have six digits. */
    static List<String> complete(String name, List<String> arguments) {
        if (name.equals("DECIMAL") && arguments.size() == 1) {
            return List.of(arguments.get(0), "0");
        }
        if (!arguments.isEmpty()) {
            return arguments;
        }
        return switch (name) {
            case "CHAR", "BIT" -> List.of("1");
            case "TIMESTAMP", "TIMESTAMPTZ", "TIME", "TIMETZ" -> List.of("6");
            default -> List.of();
        };
    }
}
