package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.SqlExpression;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text of definitions: what stands inside CREATE and ALTER. */
final class Ddl {
    private Ddl() {}

    static String type(ColumnType type) {
        return type.name()
                + (type.arguments().isEmpty() ? "" : "(" + String.join(", ", type.arguments()) + ")")
                + (type.modifier().isEmpty() ? "" : " " + type.modifier());
    }

    /** `` `id` INTEGER NOT NULL AUTO_INCREMENT``. */
    static String column(Column column) {
        StringBuilder out =
                new StringBuilder(Names.quote(column.name())).append(' ').append(type(column.type()));
        column.collation().ifPresent(collation -> out.append(collate(" CHARACTER SET ", collation)));
        column.generated()
                .ifPresent(generated -> out.append(" GENERATED ALWAYS AS (")
                        .append(generated.expression())
                        .append(generated.stored() ? ") STORED" : ") VIRTUAL"));
        // Without NULL, a TIMESTAMP column may be required (explicit_defaults_for_timestamp).
        out.append(column.nullable() ? " NULL" : " NOT NULL");
        if (column.generated().isPresent() && column.nullable()) {
            out.setLength(out.length() - " NULL".length());
        }
        column.defaultValue().ifPresent(value -> out.append(" DEFAULT ").append(defaultValue(column.type(), value)));
        String onUpdate = column.options().get("on update");
        if (onUpdate != null) {
            out.append(" ON UPDATE ").append(onUpdate);
        }
        if (column.identity().isPresent()) {
            out.append(" AUTO_INCREMENT");
        }
        if (column.options().containsKey("invisible")) {
            out.append(" INVISIBLE");
        }
        column.comment().ifPresent(text -> out.append(" COMMENT ").append(Names.literal(text)));
        return out.toString();
    }

    /**
     * A call stands in parentheses; texts, blobs and JSON take nothing else (section 13.6 of the manual).
     */
    static String defaultValue(ColumnType type, ColumnDefault value) {
        boolean large = type.name().endsWith("TEXT")
                || type.name().endsWith("BLOB")
                || type.name().equals("JSON");
        boolean bare = !new SqlExpression(value.sql()).isEnclosed();
        boolean call = value.kind() == ColumnDefault.Kind.EXPRESSION
                && !value.sql().startsWith("(")
                && Character.isLetter(value.sql().charAt(0))
                && value.sql().endsWith(")");
        return (large && bare) || call ? "(" + value.sql() + ")" : value.sql();
    }

    private static String collate(String prefix, String collation) {
        int end = collation.indexOf('_');
        return prefix + (end < 0 ? collation : collation.substring(0, end)) + " COLLATE " + collation;
    }

    static String createTable(Table table) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add("    " + ColumnChecks.column(table, column)));
        List<String> keys = new ArrayList<>();
        table.indexes().forEach(index -> keys.add("    " + index(index)));
        table.primaryKey().ifPresent(key -> keys.add("    " + primaryKey(key)));
        table.checks().stream()
                .filter(check -> !ColumnChecks.isOfColumn(check))
                .forEach(check -> keys.add("    " + check(check)));
        String text = String.join(",\n", lines);
        if (!keys.isEmpty()) {
            text += ",\n\n" + String.join(",\n", keys);
        }
        return "CREATE TABLE " + Names.quote(table.name()) + " (\n" + text + "\n)"
                + options(table.options())
                + table.comment()
                        .map(comment -> " COMMENT = " + Names.literal(comment))
                        .orElse("");
    }

    static String options(Map<String, String> options) {
        StringBuilder out = new StringBuilder();
        new TreeMap<>(options).forEach((key, value) -> {
            if (key.equals("collation")) {
                out.append(collate(" DEFAULT CHARACTER SET ", value));
            } else {
                out.append(' ').append(key).append('=').append(value);
            }
        });
        return out.toString();
    }

    /** Converts the columns that follow the table, too. */
    static String convert(String collation) {
        return collate("CONVERT TO CHARACTER SET ", collation);
    }

    static String primaryKey(PrimaryKey key) {
        return "PRIMARY KEY (" + parts(key.parts()) + ")";
    }

    /** `` UNIQUE INDEX `User_email_key`(`email`) ``. */
    static String index(TableIndex index) {
        String method = index.method().orElse("");
        boolean kind = method.equals("FULLTEXT") || method.equals("SPATIAL");
        return (index.unique() ? "UNIQUE " : kind ? method + " " : "") + "INDEX " + Names.quote(index.name())
                + (method.isEmpty() || kind ? "" : " USING " + method) + "(" + parts(index.parts()) + ")"
                + (index.options().isEmpty() ? "" : " " + index.options())
                + index.comment().map(text -> " COMMENT " + Names.literal(text)).orElse("");
    }

    static String check(Check check) {
        return check.name().map(name -> "CONSTRAINT " + Names.quote(name) + " ").orElse("") + "CHECK ("
                + check.expression() + ")" + (check.options().isEmpty() ? "" : " " + check.options());
    }

    static String foreignKey(ForeignKey key) {
        return key.name().map(name -> "CONSTRAINT " + Names.quote(name) + " ").orElse("") + "FOREIGN KEY ("
                + Names.list(key.columns()) + ") REFERENCES " + Names.quote(key.target()) + "("
                + Names.list(key.targetColumns()) + ") ON DELETE "
                + key.onDelete().sql() + " ON UPDATE "
                + key.onUpdate().sql();
    }

    private static String parts(List<IndexPart> parts) {
        return parts.stream().map(Ddl::part).collect(Collectors.joining(", "));
    }

    private static String part(IndexPart part) {
        return part.column()
                        .map(Names::quote)
                        .orElseGet(() -> "(" + part.expression().orElseThrow() + ")")
                + part.length().map(length -> "(" + length + ")").orElse("")
                + (part.descending() ? " DESC" : "");
    }
}
