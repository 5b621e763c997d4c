package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import dev.flashorm.migrate.pull.PulledModel.PulledField;
import dev.flashorm.schema.link.ConstraintNames;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys, indexes and checks as attributes: on the field where there is one column, else on the block. */
final class IndexWriter {
    /** The kinds of index that the language names. */
    private static final Map<String, String> TYPES =
            Map.of("HASH", "Hash", "GIN", "Gin", "GIST", "Gist", "SPGIST", "SpGist", "BRIN", "Brin");

    private final Provider provider;
    private final FieldTypes types;
    private final ConstraintNames names;

    IndexWriter(Provider provider, FieldTypes types) {
        this.provider = provider;
        this.types = types;
        names = new ConstraintNames(provider.maxIdentifierLength());
    }

    /** Whether the language has words for an index; if not, it is left to the database. */
    static boolean canBeSaid(Provider provider, FieldTypes types, Table table, TableIndex index) {
        boolean known = index.method()
                .filter(method -> !method.equals("FULLTEXT") && !isNamed(provider, method))
                .isEmpty();
        boolean expressions =
                index.parts().stream().anyMatch(part -> part.expression().isPresent());
        return known
                && new HashSet<>(index.columns()).size() == index.columns().size()
                && (index.method().isPresent() || index.parts().stream().allMatch(part -> isKey(types, table, part)))
                && (!index.unique() || !expressions)
                && (!expressions || provider.has(Capability.EXPRESSION_INDEX))
                && (index.where().isEmpty() || provider.has(Capability.PARTIAL_INDEX))
                && (!index.method().equals(Optional.of("FULLTEXT")) || provider.has(Capability.FULL_TEXT_INDEX));
    }

    /** Whether the language takes a column as long as that whole (MariaDB keeps unique long texts by their hashes). */
    private static boolean isKey(FieldTypes types, Table table, IndexPart part) {
        return part.length().isPresent()
                || part.column()
                        .flatMap(table::column)
                        .map(Column::type)
                        .filter(types::isTooLongForKey)
                        .isEmpty();
    }

    /** Whether a key is an id of the language: a list is none. */
    static boolean canBeSaid(Table table, PrimaryKey key) {
        return key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .noneMatch(column -> column.type().array());
    }

    /** MySQL has hash indexes, on tables in memory only, and the language no name for them there. */
    private static boolean isNamed(Provider provider, String method) {
        String type = TYPES.get(method);
        return type != null && provider.indexType(type).isPresent();
    }

    /** Whether SQLite made up the name, for a constraint without one; nobody may use such a name. */
    static boolean isUnnamed(TableIndex index) {
        return index.constraint() && index.name().startsWith("sqlite_autoindex_");
    }

    void write(Table table, PulledModel model) {
        String name = table.name().name();
        table.primaryKey().filter(key -> canBeSaid(table, key)).ifPresent(key -> primaryKey(name, key, model));
        for (TableIndex index : table.indexes()) {
            if (index.unique() && canBeSaid(provider, types, table, index) && isOfFields(index, model)) {
                unique(name, index, model);
            }
        }
        for (TableIndex index : table.indexes()) {
            if (!index.unique() && canBeSaid(provider, types, table, index) && isOfFields(index, model)) {
                plain(name, index, model);
            }
        }
        table.checks()
                .forEach(check -> model.attribute(
                        "@@check(" + SchemaString.quote(check.expression().sql())
                                + check.name()
                                        .map(text -> ", name: " + SchemaString.quote(text))
                                        .orElse("")
                                + ")"));
    }

    private void primaryKey(String table, PrimaryKey key, PulledModel model) {
        List<String> arguments = new ArrayList<>();
        key.name()
                .filter(name -> provider.has(Capability.NAMED_PRIMARY_KEYS) && !name.equals(names.primaryKey(table)))
                .ifPresent(name -> arguments.add("map: " + SchemaString.quote(name)));
        if (key.parts().size() == 1) {
            IndexPart part = key.parts().get(0);
            part.length().ifPresent(length -> arguments.add(0, "length: " + length));
            field(model, part).attributes().add(0, "@id" + inParentheses(arguments));
        } else {
            arguments.add(0, "[" + parts(key.parts(), model, false) + "]");
            model.attribute("@@id" + inParentheses(arguments));
        }
    }

    private void unique(String table, TableIndex index, PulledModel model) {
        List<String> arguments = new ArrayList<>();
        if (!isUnnamed(index) && !index.name().equals(names.unique(table, columns(index)))) {
            arguments.add("map: " + SchemaString.quote(index.name()));
        }
        where(index, arguments);
        if (index.parts().size() == 1
                && index.where().isEmpty()
                && index.parts().get(0).column().flatMap(model::column).isPresent()) {
            IndexPart part = index.parts().get(0);
            if (part.descending()) {
                arguments.add("sort: Desc");
            }
            part.length().ifPresent(length -> arguments.add("length: " + length));
            PulledField field = field(model, part);
            boolean second = field.attributes().stream().anyMatch(text -> text.startsWith("@unique"));
            if (!second) {
                boolean id = !field.attributes().isEmpty()
                        && field.attributes().get(0).startsWith("@id");
                field.attributes().add(id ? 1 : 0, "@unique" + inParentheses(arguments));
                return;
            }
            arguments.removeIf(text -> text.startsWith("sort") || text.startsWith("length"));
        }
        arguments.add(0, "[" + parts(index.parts(), model, true) + "]");
        model.attribute("@@unique" + inParentheses(arguments));
    }

    private void plain(String table, TableIndex index, PulledModel model) {
        boolean fullText = index.method().equals(Optional.of("FULLTEXT"));
        List<String> arguments = new ArrayList<>();
        arguments.add("[" + parts(index.parts(), model, true) + "]");
        if (!index.name().equals(names.index(table, columns(index)))) {
            arguments.add("map: " + SchemaString.quote(index.name()));
        }
        index.method()
                .flatMap(method -> Optional.ofNullable(TYPES.get(method)))
                .ifPresent(type -> arguments.add("type: " + type));
        where(index, arguments);
        model.attribute((fullText ? "@@fulltext" : "@@index") + inParentheses(arguments));
    }

    private static void where(TableIndex index, List<String> arguments) {
        index.where().ifPresent(condition -> arguments.add("where: raw(" + SchemaString.quote(condition.sql()) + ")"));
    }

    /** An index of documents may be over what no document has, as far as anybody looked. */
    private static boolean isOfFields(TableIndex index, PulledModel model) {
        return index.columns().stream().allMatch(column -> model.path(column).isPresent());
    }

    private List<String> columns(TableIndex index) {
        boolean paths = provider.has(Capability.COMPOSITE_TYPES);
        return index.parts().stream()
                .map(part -> part.column().orElse("expr"))
                .map(column -> paths ? column.replace('.', '_') : column)
                .toList();
    }

    private static String parts(List<IndexPart> parts, PulledModel model, boolean sorted) {
        List<String> texts = new ArrayList<>();
        for (IndexPart part : parts) {
            List<String> arguments = new ArrayList<>();
            part.length().ifPresent(length -> arguments.add("length: " + length));
            if (part.descending() && sorted) {
                arguments.add("sort: Desc");
            }
            part.operatorClass().ifPresent(name -> arguments.add("ops: raw(" + SchemaString.quote(name) + ")"));
            if (part.expression().isPresent()) {
                arguments.add(0, SchemaString.quote(part.expression().get().sql()));
                texts.add("raw(" + String.join(", ", arguments) + ")");
            } else {
                texts.add(part.column().flatMap(model::path).orElseThrow() + inParentheses(arguments));
            }
        }
        return String.join(", ", texts);
    }

    private static PulledField field(PulledModel model, IndexPart part) {
        return part.column().flatMap(model::column).orElseThrow();
    }

    private static String inParentheses(List<String> arguments) {
        return arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
    }
}
