package dev.flashorm.codegen.dialect.mysql;

import dev.flashorm.codegen.dialect.ClientDialect;
import dev.flashorm.codegen.dialect.StandardFragments;
import dev.flashorm.codegen.ir.DialectClient;
import dev.flashorm.codegen.ir.Fragment;
import dev.flashorm.codegen.ir.ValueType;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.NativeType;
import java.util.Map;
import java.util.Optional;

/** MySQL 8 and newer, and MariaDB 10.7 and newer. */
public final class MysqlClientDialect implements ClientDialect {
    /** MySQL has no offset without a limit; its manual gives this number for "all rows". */
    private static final String ALL_ROWS = "18446744073709551615";

    @Override
    public String provider() {
        return "mysql";
    }

    @Override
    public String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    public Storage storage(FieldType.Scalar type, Optional<NativeType> nativeType) {
        String name = nativeType.map(NativeType::name).orElse("");
        return switch (type) {
            case STRING -> Storage.of(ValueType.STRING, "TEXT");
            case BOOLEAN -> Storage.of(ValueType.BOOLEAN, "BOOLEAN");
            case INT ->
                name.equals("UnsignedInt")
                        ? Storage.of(ValueType.BIG_INT, "BIG_INT")
                        : Storage.of(ValueType.INT, "INT");
            case BIG_INT -> Storage.of(ValueType.BIG_INT, "BIG_INT");
            case FLOAT -> Storage.of(ValueType.FLOAT, "FLOAT");
            case DECIMAL -> Storage.of(ValueType.DECIMAL, "DECIMAL");
            case DATE_TIME ->
                switch (name) {
                    case "Date" -> Storage.of(ValueType.DATE, "DATE");
                    case "Time" -> Storage.of(ValueType.TIME, "TIME");
                    default -> Storage.of(ValueType.DATE_TIME, "DATE_TIME");
                };
            case JSON -> Storage.of(ValueType.JSON, "JSON");
            case BYTES -> Storage.of(ValueType.BYTES, "BYTES");
        };
    }

    @Override
    public Storage storage(EnumType type) {
        return Storage.of(ValueType.ENUM, "ENUM");
    }

    /** Every primary key has the same one. */
    @Override
    public Optional<String> constraintName(Index index) {
        return index.kind() == Index.Kind.PRIMARY_KEY ? Optional.of("PRIMARY") : index.databaseName();
    }

    @Override
    public DialectClient fragments() {
        Map<Fragment, String> fragments = StandardFragments.fragments();
        fragments.put(Fragment.ENUM_PLACE, "({} + 0)");
        // Nulls are the least of all values here.
        fragments.put(Fragment.ASC_NULLS_FIRST, "{}");
        fragments.put(Fragment.ASC_NULLS_LAST, "{} IS NULL, {}");
        fragments.put(Fragment.DESC_NULLS_FIRST, "{} IS NOT NULL, {} DESC");
        fragments.put(Fragment.DESC_NULLS_LAST, "{} DESC");
        // The average of whole numbers would have four decimals.
        fragments.put(Fragment.AVG, "AVG({} + 0E0)");
        fragments.put(Fragment.OFFSET, " LIMIT " + ALL_ROWS + " OFFSET ?");
        fragments.put(Fragment.JSON_EQ, "{} = CAST(? AS JSON)");
        fragments.put(Fragment.JSON_NE, "{} <> CAST(? AS JSON)");
        fragments.put(Fragment.JSON_PATH_EQ, "JSON_EXTRACT({}, {path}) = CAST(? AS JSON)");
        fragments.put(Fragment.JSON_PATH_NE, "JSON_EXTRACT({}, {path}) <> CAST(? AS JSON)");
        fragments.put(Fragment.JSON_PATH_EXISTS, "JSON_EXTRACT({}, {path}) IS NOT NULL");
        fragments.put(Fragment.JSON_CONTAINS, "JSON_CONTAINS(JSON_EXTRACT({}, {path}), ?)");
        fragments.put(
                Fragment.JSON_TEXT,
                "(CASE JSON_TYPE(JSON_EXTRACT({}, {path})) WHEN 'STRING'"
                        + " THEN JSON_UNQUOTE(JSON_EXTRACT({}, {path})) END)");
        fragments.put(
                Fragment.JSON_NUMBER,
                "(CASE WHEN JSON_TYPE(JSON_EXTRACT({}, {path})) IN ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL')"
                        + " THEN CAST(JSON_EXTRACT({}, {path}) AS DOUBLE) END)");
        fragments.put(Fragment.DEFAULT_ROW, defaultRow());
        fragments.put(Fragment.INSERT_SKIPPING, "INSERT IGNORE INTO {}");
        fragments.put(Fragment.SNAPSHOT, "@@transaction_isolation = 'REPEATABLE-READ'");
        fragments.remove(Fragment.UPSERT);
        fragments.put(Fragment.UPSERT_BY_ANY_KEY, " ON DUPLICATE KEY UPDATE ");
        // MariaDB before 11.6 knows an alias only in the form for several tables.
        fragments.put(Fragment.DELETE, "DELETE t0 FROM {} AS t0");
        return new DialectClient(
                DialectClient.Pattern.LIKE,
                false,
                fragments,
                Map.of(
                        "mariadb",
                        Map.of(
                                Fragment.FOR_SHARE, " LOCK IN SHARE MODE",
                                Fragment.JSON_EQ, "JSON_EQUALS({}, ?)",
                                Fragment.JSON_NE, "NOT JSON_EQUALS({}, ?)",
                                // Otherwise it compares as the connection's collation does.
                                Fragment.JSON_TEXT,
                                        "(CASE JSON_TYPE(JSON_EXTRACT({}, {path})) WHEN 'STRING' THEN CONVERT("
                                                + "JSON_UNQUOTE(JSON_EXTRACT({}, {path})) USING utf8mb4)"
                                                + " COLLATE utf8mb4_bin END)",
                                Fragment.JSON_PATH_EQ, "JSON_EQUALS(JSON_EXTRACT({}, {path}), ?)",
                                Fragment.JSON_PATH_NE, "NOT JSON_EQUALS(JSON_EXTRACT({}, {path}), ?)")));
    }

    @Override
    public String defaultRow() {
        return "() VALUES ()";
    }
}
