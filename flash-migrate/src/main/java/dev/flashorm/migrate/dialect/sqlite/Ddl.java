package dev.flashorm.migrate.dialect.sqlite;

import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.SqlExpression;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text of definitions: what stands inside CREATE and ALTER. */
final class Ddl {
    private Ddl() {}

    private static String type(ColumnType type) {
        return type.name() + (type.arguments().isEmpty() ? "" : "(" + String.join(", ", type.arguments()) + ")");
    }

    /** `"id" INTEGER NOT NULL`, and PRIMARY KEY when it is the whole one. */
    static String column(Column column, Optional<PrimaryKey> key) {
        StringBuilder out = new StringBuilder(Names.quote(column.name()));
        String type = type(column.type());
        if (!type.isEmpty()) {
            out.append(' ').append(type);
        }
        if (!column.nullable()) {
            out.append(" NOT NULL");
        }
        if (isInline(key) && key.orElseThrow().columns().contains(column.name())) {
            out.append(" PRIMARY KEY");
            if (key.orElseThrow().parts().get(0).descending()) {
                out.append(" DESC");
            }
            if (column.identity().isPresent()) {
                out.append(" AUTOINCREMENT");
            }
        }
        column.defaultValue().ifPresent(value -> out.append(" DEFAULT ").append(defaultValue(value)));
        column.collation().ifPresent(collation -> out.append(" COLLATE ").append(collation));
        column.generated()
                .ifPresent(generated -> out.append(" GENERATED ALWAYS AS (")
                        .append(generated.expression())
                        .append(generated.stored() ? ") STORED" : ") VIRTUAL"));
        return out.toString();
    }

    /** An expression stands in parentheses (CREATE TABLE, section 3.2). */
    static String defaultValue(ColumnDefault value) {
        boolean bare = value.kind() != ColumnDefault.Kind.EXPRESSION || new SqlExpression(value.sql()).isEnclosed();
        return bare ? value.sql() : "(" + value.sql() + ")";
    }

    /** A column's value under its new name. */
    static String renamed(String name, TableChange.RenameValues rename) {
        return "CASE " + name
                + rename.literals().stream()
                        .map(value -> " WHEN " + value.before() + " THEN " + value.after())
                        .collect(Collectors.joining())
                + " ELSE " + name + " END";
    }

    private static boolean isInline(Optional<PrimaryKey> key) {
        return key.isPresent() && key.get().parts().size() == 1;
    }

    static String createTable(Table table, ObjectName name) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add("    " + column(column, table.primaryKey())));
        table.primaryKey()
                .filter(key -> !isInline(table.primaryKey()))
                .ifPresent(key -> lines.add("\n    " + primaryKey(key)));
        table.indexes().stream().filter(TableIndex::constraint).forEach(index -> lines.add("    " + unique(index)));
        table.foreignKeys().forEach(key -> lines.add("    " + foreignKey(key)));
        table.checks().forEach(check -> lines.add("    " + check(check)));
        List<String> options = new ArrayList<>();
        if (table.options().containsKey("without rowid")) {
            options.add("WITHOUT ROWID");
        }
        if (table.options().containsKey("strict")) {
            options.add("STRICT");
        }
        return "CREATE TABLE " + Names.quote(name) + " (\n" + String.join(",\n", lines) + "\n)"
                + (options.isEmpty() ? "" : " " + String.join(", ", options));
    }

    private static String primaryKey(PrimaryKey key) {
        return constraint(key.name()) + "PRIMARY KEY (" + parts(key.parts()) + ")";
    }

    private static String unique(TableIndex index) {
        boolean named = !index.name().startsWith("sqlite_autoindex_");
        return constraint(named ? Optional.of(index.name()) : Optional.empty()) + "UNIQUE (" + parts(index.parts())
                + ")";
    }

    static String foreignKey(ForeignKey key) {
        return constraint(key.name()) + "FOREIGN KEY (" + Names.list(key.columns()) + ") " + references(key);
    }

    /** `REFERENCES "User" ("id") ON DELETE …`. */
    static String references(ForeignKey key) {
        return "REFERENCES " + Names.quote(key.target())
                + (key.targetColumns().isEmpty() ? "" : " (" + Names.list(key.targetColumns()) + ")")
                + " ON DELETE " + key.onDelete().sql() + " ON UPDATE "
                + key.onUpdate().sql()
                + (key.options().isEmpty() ? "" : " " + key.options());
    }

    static String check(Check check) {
        return constraint(check.name()) + "CHECK (" + check.expression() + ")";
    }

    static String constraint(Optional<String> name) {
        return name.map(text -> "CONSTRAINT " + Names.quote(text) + " ").orElse("");
    }

    static String createIndex(ObjectName table, TableIndex index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + Names.quote(index.name()) + " ON "
                + Names.quote(table) + "(" + parts(index.parts()) + ")"
                + index.where().map(where -> " WHERE " + where).orElse("");
    }

    private static String parts(List<IndexPart> parts) {
        return parts.stream().map(Ddl::part).collect(Collectors.joining(", "));
    }

    private static String part(IndexPart part) {
        return part.column()
                        .map(Names::quote)
                        .orElseGet(() -> part.expression().orElseThrow().sql())
                + part.collation().map(collation -> " COLLATE " + collation).orElse("")
                + (part.descending() ? " DESC" : "");
    }
}
