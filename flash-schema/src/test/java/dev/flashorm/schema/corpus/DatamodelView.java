package dev.flashorm.schema.corpus;

import dev.flashorm.schema.link.LinkedSchema;
import dev.flashorm.schema.link.Linker;
import dev.flashorm.schema.link.Origins;
import dev.flashorm.schema.model.Arity;
import dev.flashorm.schema.model.CompositeType;
import dev.flashorm.schema.model.DefaultValue;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.Field;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.model.Relation;
import dev.flashorm.schema.model.RelationField;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.syntax.Arguments;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.SchemaDocument;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A linked schema in the words of the corpus's `datamodel`. */
final class DatamodelView {
    private final Schema schema;
    private final Origins origins;
    private final StrayComments strayComments;

    private DatamodelView(LinkedSchema linked, List<SchemaDocument> documents) {
        schema = linked.schema();
        origins = linked.origins();
        strayComments = new StrayComments(documents);
    }

    static Map<String, @Nullable Object> of(List<SchemaDocument> documents) {
        return new DatamodelView(Linker.link(documents), documents).view();
    }

    private Map<String, @Nullable Object> view() {
        List<@Nullable Object> enums = new ArrayList<>();
        for (EnumType type : schema.enums()) {
            enums.add(enumType(type));
        }
        List<@Nullable Object> models = new ArrayList<>();
        List<@Nullable Object> indexes = new ArrayList<>();
        for (Model model : modelsThenViews()) {
            if (!model.isIgnored()) {
                models.add(model(model));
                indexes(model, indexes);
            }
        }
        List<@Nullable Object> types = new ArrayList<>();
        for (CompositeType type : schema.compositeTypes()) {
            types.add(compositeType(type));
        }
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("enums", enums);
        view.put("models", models);
        view.put("types", types);
        view.put("indexes", indexes);
        return view;
    }

    private List<Model> modelsThenViews() {
        List<Model> ordered = new ArrayList<>(schema.models());
        ordered.sort(Comparator.comparing(Model::isView));
        return ordered;
    }

    private Map<String, @Nullable Object> enumType(EnumType type) {
        List<@Nullable Object> values = new ArrayList<>();
        for (EnumType.Value value : type.values()) {
            Map<String, @Nullable Object> view = new LinkedHashMap<>();
            view.put("name", value.name());
            view.put("dbName", mapped(origins.of(value).attribute("map"), value.databaseName()));
            value.documentation().ifPresent(text -> view.put("documentation", text));
            values.add(view);
        }
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("name", type.name());
        view.put("values", values);
        view.put("dbName", mapped(origins.of(type).attribute("map"), type.databaseName()));
        type.documentation().ifPresent(text -> view.put("documentation", text));
        return view;
    }

    /** The reference tells a name that `@map` gives, even one that is the same, from a name by default. */
    private static @Nullable String mapped(Optional<Attribute> map, String databaseName) {
        return map.isPresent() ? databaseName : null;
    }

    private Map<String, @Nullable Object> model(Model model) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("name", model.name());
        view.put("dbName", mapped(origins.of(model).attribute("map"), model.databaseName()));
        view.put("schema", model.schemaName().orElse(null));
        List<@Nullable Object> fields = new ArrayList<>();
        Set<ScalarField> foreign = foreignKeyColumns(model);
        for (Field field : model.fields()) {
            if (field.isIgnored()
                    || (field instanceof RelationField relation
                            && relation.target().isIgnored())) {
                continue;
            }
            if (field instanceof ScalarField column && !(column.type() instanceof FieldType.Unsupported)) {
                fields.add(column(column, foreign));
            } else if (field instanceof RelationField relation) {
                fields.add(relationField(relation));
            }
        }
        view.put("fields", fields);
        view.put("primaryKey", compoundKey(model));
        uniques(model, view);
        view.put("isGenerated", false);
        model.documentation()
                .or(() -> strayComments.of(origins.of(model)))
                .ifPresent(text -> view.put("documentation", text));
        return view;
    }

    private static Set<ScalarField> foreignKeyColumns(Model model) {
        Set<ScalarField> columns = new HashSet<>();
        model.relationFields().forEach(field -> {
            if (field.relation() instanceof Relation.ForeignKey key && key.from() == field) {
                columns.addAll(key.fields());
            } else if (field.relation() instanceof Relation.EmbeddedManyToMany lists) {
                columns.addAll(lists.from() == field ? lists.fromFields() : lists.toFields());
            }
        });
        return columns;
    }

    private static @Nullable Object compoundKey(Model model) {
        Index key = model.primaryKey().orElse(null);
        if (key == null || key.onField()) {
            return null;
        }
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("name", key.clientName().orElse(null));
        view.put("fields", names(key));
        return view;
    }

    private static void uniques(Model model, Map<String, @Nullable Object> view) {
        List<@Nullable Object> fields = new ArrayList<>();
        List<@Nullable Object> named = new ArrayList<>();
        model.uniques().filter(index -> !index.onField()).forEach(index -> {
            fields.add(names(index));
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("name", index.clientName().orElse(null));
            entry.put("fields", names(index));
            named.add(entry);
        });
        view.put("uniqueFields", fields);
        view.put("uniqueIndexes", named);
    }

    /** Of a path into a composite type, only the last step. */
    private static List<@Nullable Object> names(Index index) {
        List<@Nullable Object> names = new ArrayList<>();
        for (Index.Part part : index.fields()) {
            String name = name(part);
            names.add(name.substring(name.lastIndexOf('.') + 1));
        }
        return names;
    }

    private static String name(Index.Part part) {
        if (part instanceof Index.Part.Column column) {
            return column.path().isEmpty()
                    ? column.field().name()
                    : column.field().name() + "." + String.join(".", column.path());
        }
        return ((Index.Part.Expression) part).sql();
    }

    private static Map<String, @Nullable Object> common(Field field, String kind, String type) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("name", field.name());
        view.put("kind", kind);
        view.put("isList", field.isList());
        view.put("isRequired", field.isRequired() || field.isList());
        view.put("type", type);
        view.put("isUnique", false);
        view.put("isId", false);
        view.put("isReadOnly", false);
        view.put("hasDefaultValue", false);
        view.put("nativeType", null);
        view.put("isGenerated", false);
        view.put("isUpdatedAt", false);
        field.documentation().ifPresent(text -> view.put("documentation", text));
        return view;
    }

    private Map<String, @Nullable Object> column(ScalarField field, Set<ScalarField> foreign) {
        Map<String, @Nullable Object> view =
                common(field, kind(field.type()), field.type().typeName());
        if (origins.of(field).attribute("map").isPresent()) {
            view.put("dbName", field.databaseName());
        }
        boolean id =
                field.model().primaryKey().filter(key -> isAlone(key, field)).isPresent();
        view.put("isId", id);
        view.put("isUnique", !id && field.model().uniques().anyMatch(index -> isAlone(index, field)));
        view.put("isReadOnly", foreign.contains(field));
        view.put("isUpdatedAt", field.updatedAt());
        view.put("nativeType", nativeType(field.nativeType()));
        putDefault(view, field.defaultValue(), field.type());
        return view;
    }

    private static boolean isAlone(Index index, ScalarField field) {
        return index.fields().size() == 1 && index.fields().get(0).isField(field);
    }

    private static String kind(FieldType type) {
        return type instanceof EnumType ? "enum" : type instanceof CompositeType ? "object" : "scalar";
    }

    private static @Nullable Object nativeType(Optional<NativeType> type) {
        return type.<@Nullable Object>map(written -> List.of(written.name(), written.arguments()))
                .orElse(null);
    }

    private static Map<String, @Nullable Object> relationField(RelationField field) {
        Map<String, @Nullable Object> view =
                common(field, "object", field.target().name());
        Relation relation = field.relation();
        view.put("relationName", relation.name());
        List<String> from = List.of();
        List<String> to = List.of();
        if (relation instanceof Relation.ForeignKey key && key.from() == field) {
            from = fieldNames(key.fields());
            to = fieldNames(key.references());
        } else if (relation instanceof Relation.EmbeddedManyToMany lists) {
            from = fieldNames(lists.from() == field ? lists.fromFields() : lists.toFields());
            to = fieldNames(lists.from() == field ? lists.fromReferences() : lists.toReferences());
        }
        view.put("relationFromFields", from);
        view.put("relationToFields", to);
        if (relation instanceof Relation.ForeignKey key && key.from() == field) {
            key.onDelete().ifPresent(action -> view.put("relationOnDelete", action.schemaName()));
            key.onUpdate().ifPresent(action -> view.put("relationOnUpdate", action.schemaName()));
        }
        return view;
    }

    private static List<String> fieldNames(List<ScalarField> fields) {
        return fields.stream().map(ScalarField::name).toList();
    }

    private Map<String, @Nullable Object> compositeType(CompositeType type) {
        List<@Nullable Object> fields = new ArrayList<>();
        for (CompositeType.Member member : type.members()) {
            if (member.type() instanceof FieldType.Unsupported) {
                continue;
            }
            Map<String, @Nullable Object> view = new LinkedHashMap<>();
            view.put("name", member.name());
            if (origins.of(member).attribute("map").isPresent()) {
                view.put("dbName", member.databaseName());
            }
            view.put("kind", kind(member.type()));
            view.put("isList", member.arity() == Arity.LIST);
            view.put("isRequired", member.arity() != Arity.OPTIONAL);
            view.put("isUnique", false);
            view.put("isId", false);
            view.put("isReadOnly", false);
            view.put("hasDefaultValue", false);
            view.put("type", member.type().typeName());
            view.put("nativeType", nativeType(member.nativeType()));
            member.documentation().ifPresent(text -> view.put("documentation", text));
            putDefault(view, member.defaultValue(), member.type());
            fields.add(view);
        }
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("name", type.name());
        view.put("dbName", null);
        view.put("schema", null);
        view.put("fields", fields);
        view.put("primaryKey", null);
        view.put("uniqueFields", List.of());
        view.put("uniqueIndexes", List.of());
        type.documentation().ifPresent(text -> view.put("documentation", text));
        return view;
    }

    private static void putDefault(Map<String, @Nullable Object> view, Optional<DefaultValue> written, FieldType type) {
        if (written.isPresent()) {
            view.put("hasDefaultValue", true);
            view.put("default", defaultValue(written.get(), type));
        }
    }

    private static Object defaultValue(DefaultValue value, FieldType type) {
        if (value instanceof DefaultValue.EnumValue constant) {
            return constant.value().name();
        }
        if (value instanceof DefaultValue.Items items) {
            return items.items().stream().map(item -> defaultValue(item, type)).toList();
        }
        if (value instanceof DefaultValue.Function function) {
            return function(function);
        }
        DefaultValue.Literal literal = (DefaultValue.Literal) value;
        return switch (literal.kind()) {
            case BOOLEAN -> literal.text().equals("true");
            case NUMBER -> type == FieldType.Scalar.BIG_INT ? literal.text() : new BigDecimal(literal.text());
            case STRING -> text(literal.text(), type);
        };
    }

    private static Object text(String text, FieldType type) {
        if (type == FieldType.Scalar.DATE_TIME) {
            return OffsetDateTime.parse(text)
                    .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT));
        }
        return type == FieldType.Scalar.DECIMAL || type == FieldType.Scalar.FLOAT ? new BigDecimal(text) : text;
    }

    private static Map<String, @Nullable Object> function(DefaultValue.Function function) {
        List<Object> arguments = new ArrayList<>();
        for (DefaultValue.Argument argument : function.arguments()) {
            boolean number = !argument.value().isEmpty()
                    && argument.value().chars().allMatch(Character::isDigit)
                    && !function.name().equals("dbgenerated");
            arguments.add(number ? new BigDecimal(argument.value()) : argument.value());
        }
        if (arguments.isEmpty() && function.name().equals("uuid")) {
            arguments.add(BigDecimal.valueOf(4));
        }
        if (arguments.isEmpty() && function.name().equals("cuid")) {
            arguments.add(BigDecimal.ONE);
        }
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("name", function.name());
        view.put("args", arguments);
        return view;
    }

    private void indexes(Model model, List<@Nullable Object> views) {
        List<Index> ordered = new ArrayList<>(model.indexes());
        ordered.sort(Comparator.comparingInt(DatamodelView::rank));
        for (Index index : ordered) {
            Map<String, @Nullable Object> view = new LinkedHashMap<>();
            view.put("model", model.name());
            view.put(
                    "type",
                    switch (index.kind()) {
                        case PRIMARY_KEY -> "id";
                        case UNIQUE -> "unique";
                        case NORMAL -> "normal";
                        case FULLTEXT -> "fulltext";
                    });
            view.put("isDefinedOnField", index.onField());
            index.clientName().ifPresent(name -> view.put("name", name));
            if (isNamed(index)) {
                view.put("dbName", index.databaseName().orElse(null));
            }
            index.type().ifPresent(name -> view.put("algorithm", name));
            List<@Nullable Object> parts = new ArrayList<>();
            for (Index.Part part : index.fields()) {
                parts.add(part(part));
            }
            view.put("fields", parts);
            views.add(view);
        }
    }

    /** The reference lists a model's indexes kind by kind. */
    private static int rank(Index index) {
        return switch (index.kind()) {
            case PRIMARY_KEY -> 0;
            case UNIQUE -> index.onField() ? 1 : 3;
            case NORMAL -> 2;
            case FULLTEXT -> 4;
        };
    }

    /** Whether the schema gives the database's name: a default name is not listed. */
    private boolean isNamed(Index index) {
        Arguments arguments = origins.of(index).arguments();
        return arguments.named("map").isPresent()
                || (!index.isUnique() && arguments.named("name").isPresent());
    }

    private static Map<String, @Nullable Object> part(Index.Part part) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("name", name(part));
        if (part instanceof Index.Part.Column column) {
            column.length().ifPresent(length -> view.put("length", BigDecimal.valueOf(length)));
        }
        part.sort().ifPresent(order -> view.put("sortOrder", order == Index.SortOrder.ASC ? "asc" : "desc"));
        part.operatorClass().ifPresent(name -> view.put("operatorClass", name));
        return view;
    }
}
