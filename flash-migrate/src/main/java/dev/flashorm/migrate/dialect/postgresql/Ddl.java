package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.Extension;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.Sequence;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text of definitions: what stands inside CREATE and ALTER. */
final class Ddl {
    private static final String MATCH_FULL = "MATCH FULL";

    private Ddl() {}

    static String type(ColumnType type) {
        String text = type.enumName().map(Names::quote).orElse(type.name());
        if (!type.arguments().isEmpty()) {
            text += "(" + String.join(",", type.arguments()) + ")";
        }
        return text + (type.array() ? "[]" : "");
    }

    /** `"id" SERIAL NOT NULL`. */
    static String column(Column column) {
        StringBuilder out = new StringBuilder(Names.quote(column.name())).append(' ');
        boolean serial = isSerial(column);
        out.append(serial ? serialType(column.type()) : type(column.type()));
        column.collation().ifPresent(collation -> out.append(" COLLATE ").append(collation));
        if (!column.nullable()) {
            out.append(" NOT NULL");
        }
        column.defaultValue().ifPresent(value -> out.append(" DEFAULT ").append(defaultValue(value)));
        if (!serial) {
            column.identity().ifPresent(identity -> out.append(' ').append(identity(identity)));
        }
        column.generated()
                .ifPresent(generated -> out.append(" GENERATED ALWAYS AS (")
                        .append(generated.expression())
                        .append(") STORED"));
        return out.toString();
    }

    static String defaultValue(ColumnDefault value) {
        return value.sql();
    }

    static boolean isSerial(Column column) {
        return column.identity()
                .filter(identity -> identity.kind() == Identity.Kind.SERIAL)
                .isPresent();
    }

    static String identity(Identity identity) {
        String kind = identity.kind() == Identity.Kind.ALWAYS ? "ALWAYS" : "BY DEFAULT";
        return "GENERATED " + kind + " AS IDENTITY"
                + (identity.options().isEmpty() ? "" : " (" + identity.options() + ")");
    }

    private static String serialType(ColumnType type) {
        return switch (type.name()) {
            case "SMALLINT" -> "SMALLSERIAL";
            case "BIGINT" -> "BIGSERIAL";
            default -> "SERIAL";
        };
    }

    static String createTable(Table table) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add("    " + column(column)));
        List<String> constraints = new ArrayList<>();
        table.primaryKey().ifPresent(key -> constraints.add("    " + primaryKey(key)));
        table.indexes().stream()
                .filter(TableIndex::constraint)
                .forEach(index -> constraints.add("    " + uniqueConstraint(index)));
        table.checks().stream()
                .filter(check -> !isNotValid(check))
                .forEach(check -> constraints.add("    " + check(check)));
        String text = String.join(",\n", lines);
        if (!constraints.isEmpty()) {
            text += (lines.isEmpty() ? "" : ",\n\n") + String.join(",\n", constraints);
        }
        String unlogged = table.options().containsKey("unlogged") ? "UNLOGGED " : "";
        String with = table.options().getOrDefault("with", "");
        return "CREATE " + unlogged + "TABLE " + Names.quote(table.name()) + " ("
                + (text.isEmpty() ? "" : "\n" + text + "\n") + ")" + (with.isEmpty() ? "" : " WITH (" + with + ")");
    }

    static String primaryKey(PrimaryKey key) {
        return key.name().map(name -> "CONSTRAINT " + Names.quote(name) + " ").orElse("") + "PRIMARY KEY ("
                + Names.list(key.columns()) + ")" + suffix(key.options());
    }

    static String uniqueConstraint(TableIndex index) {
        String distinct = index.options().startsWith("NULLS NOT DISTINCT") ? " NULLS NOT DISTINCT" : "";
        String options = distinct.isEmpty()
                ? index.options()
                : index.options().substring("NULLS NOT DISTINCT".length()).strip();
        return "CONSTRAINT " + Names.quote(index.name()) + " UNIQUE" + distinct + " (" + Names.list(index.columns())
                + ")" + include(index) + suffix(options);
    }

    /** CREATE TABLE takes such a check for one that holds: there are no rows yet. */
    static boolean isNotValid(Check check) {
        return check.options().contains("NOT VALID");
    }

    static String check(Check check) {
        return check.name().map(name -> "CONSTRAINT " + Names.quote(name) + " ").orElse("") + "CHECK ("
                + check.expression() + ")" + suffix(check.options());
    }

    /** MATCH stands before the actions, all else after them. */
    static String foreignKey(ForeignKey key) {
        boolean full = key.options().startsWith(MATCH_FULL);
        String options = full ? key.options().substring(MATCH_FULL.length()).strip() : key.options();
        return key.name().map(name -> "CONSTRAINT " + Names.quote(name) + " ").orElse("")
                + "FOREIGN KEY (" + Names.list(key.columns()) + ") REFERENCES " + Names.quote(key.target())
                + "(" + Names.list(key.targetColumns()) + ")" + (full ? " " + MATCH_FULL : "") + " ON DELETE "
                + key.onDelete().sql() + " ON UPDATE " + key.onUpdate().sql() + suffix(options);
    }

    static String createIndex(ObjectName table, TableIndex index) {
        String method = index.method().map(name -> " USING " + name + " ").orElse("");
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + Names.quote(index.name()) + " ON "
                + Names.quote(table) + method + "("
                + index.parts().stream().map(Ddl::part).collect(Collectors.joining(", ")) + ")" + include(index)
                + suffix(index.options())
                + index.where().map(where -> " WHERE " + where).orElse("");
    }

    private static String include(TableIndex index) {
        return index.include().isEmpty() ? "" : " INCLUDE (" + Names.list(index.include()) + ")";
    }

    private static String part(IndexPart part) {
        StringBuilder out = new StringBuilder(part.column()
                .map(Names::quote)
                .orElseGet(() -> "(" + part.expression().orElseThrow() + ")"));
        part.collation().ifPresent(collation -> out.append(" COLLATE ").append(collation));
        part.operatorClass().ifPresent(operatorClass -> out.append(' ').append(operatorClass));
        if (part.descending()) {
            out.append(" DESC");
        }
        part.nullsFirst().ifPresent(first -> out.append(first ? " NULLS FIRST" : " NULLS LAST"));
        return out.toString();
    }

    static String createEnum(DatabaseEnum type) {
        return "CREATE TYPE " + Names.quote(type.name()) + " AS ENUM ("
                + type.values().stream().map(Names::literal).collect(Collectors.joining(", ")) + ")";
    }

    static String createExtension(Extension extension) {
        return "CREATE EXTENSION IF NOT EXISTS " + Names.quote(extension.name())
                + extension
                        .schema()
                        .map(schema -> " WITH SCHEMA " + Names.quote(schema))
                        .orElse("")
                + extension
                        .version()
                        .map(version -> " VERSION " + Names.quote(version))
                        .orElse("");
    }

    static String sequence(String verb, Sequence sequence) {
        return verb + " SEQUENCE " + Names.quote(sequence.name()) + " AS " + sequence.type() + " INCREMENT BY "
                + sequence.increment() + " MINVALUE " + sequence.min() + " MAXVALUE " + sequence.max() + " START WITH "
                + sequence.start() + " CACHE " + sequence.cache() + (sequence.cycle() ? " CYCLE" : " NO CYCLE");
    }

    private static String suffix(String options) {
        return options.isEmpty() ? "" : " " + options;
    }
}
