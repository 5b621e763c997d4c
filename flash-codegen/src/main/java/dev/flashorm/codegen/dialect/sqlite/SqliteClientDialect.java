package dev.flashorm.codegen.dialect.sqlite;

import dev.flashorm.codegen.dialect.ClientDialect;
import dev.flashorm.codegen.dialect.StandardFragments;
import dev.flashorm.codegen.ir.DialectClient;
import dev.flashorm.codegen.ir.Fragment;
import dev.flashorm.codegen.ir.ValueType;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.NativeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SQLite 3.35 and newer. */
public final class SqliteClientDialect implements ClientDialect {
    @Override
    public String provider() {
        return "sqlite";
    }

    @Override
    public String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public Storage storage(FieldType.Scalar type, Optional<NativeType> nativeType) {
        return switch (type) {
            case STRING -> Storage.of(ValueType.STRING, "TEXT");
            case BOOLEAN -> Storage.of(ValueType.BOOLEAN, "BOOLEAN");
            case INT -> Storage.of(ValueType.INT, "INT");
            case BIG_INT -> Storage.of(ValueType.BIG_INT, "BIG_INT");
            case FLOAT -> Storage.of(ValueType.FLOAT, "FLOAT");
            case DECIMAL -> Storage.of(ValueType.DECIMAL, "DECIMAL");
            case DATE_TIME -> Storage.of(ValueType.DATE_TIME, "DATE_TIME");
            case JSON -> Storage.of(ValueType.JSON, "JSON");
            case BYTES -> Storage.of(ValueType.BYTES, "BYTES");
        };
    }

    @Override
    public Storage storage(EnumType type) {
        return Storage.of(ValueType.ENUM, "ENUM");
    }

    @Override
    public DialectClient fragments() {
        Map<Fragment, String> fragments = StandardFragments.fragments();
        // LIKE does not tell upper from lower case here, and takes no index; GLOB does both.
        fragments.put(Fragment.CONTAINS, "{} GLOB ?");
        fragments.put(Fragment.STARTS_WITH, "{} GLOB ?");
        fragments.put(Fragment.ENDS_WITH, "{} GLOB ?");
        fragments.put(Fragment.LIKE_IGNORE_CASE, "{} LIKE ? ESCAPE '!'");
        fragments.put(Fragment.JSON_EQ, "json({}) = json(?)");
        fragments.put(Fragment.JSON_NE, "json({}) <> json(?)");
        fragments.put(Fragment.JSON_PATH_EQ, "json({} -> {path}) = json(?)");
        fragments.put(Fragment.JSON_PATH_NE, "json({} -> {path}) <> json(?)");
        fragments.put(Fragment.JSON_PATH_EXISTS, "json_type({}, {path}) IS NOT NULL");
        fragments.put(Fragment.JSON_TEXT, "(CASE json_type({}, {path}) WHEN 'text' THEN json_extract({}, {path}) END)");
        fragments.put(
                Fragment.JSON_NUMBER,
                "(CASE WHEN json_type({}, {path}) IN ('integer', 'real')"
                        + " THEN CAST(json_extract({}, {path}) AS REAL) END)");
        // A transaction that may write has locked the whole database.
        for (Fragment lock : List.of(Fragment.FOR_UPDATE, Fragment.FOR_SHARE, Fragment.SKIP_LOCKED, Fragment.NO_WAIT)) {
            fragments.put(lock, "");
        }
        fragments.put(Fragment.OFFSET, " LIMIT -1 OFFSET ?");
        fragments.put(Fragment.KEYS_IN, "{} IN (VALUES {list})");
        return new DialectClient(DialectClient.Pattern.GLOB, false, fragments, Map.of());
    }
}
