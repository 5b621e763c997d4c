package dev.flashorm.schema.link;

import dev.flashorm.schema.model.CompositeType;
import dev.flashorm.schema.model.Field;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.Index.Kind;
import dev.flashorm.schema.model.Index.Part;
import dev.flashorm.schema.model.Index.SortOrder;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.syntax.Arguments;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Declaration.ModelDeclaration;
import dev.flashorm.schema.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the keys and indexes of one model. */
final class IndexLinker {
    private final Model model;
    private final Map<String, Field> fields;
    private final ConstraintNames names;
    private final boolean namedPrimaryKeys;
    private final Origins origins;

    IndexLinker(
            Model model,
            Map<String, Field> fields,
            ConstraintNames names,
            Optional<Provider> provider,
            Origins origins) {
        this.model = model;
        this.fields = fields;
        this.names = names;
        this.namedPrimaryKeys = provider.isEmpty() || provider.get().has(Capability.NAMED_PRIMARY_KEYS);
        this.origins = origins;
    }

    /** Those written on fields first, each group in source order. */
    List<Index> link(ModelDeclaration block) {
        List<Index> indexes = new ArrayList<>();
        for (Field field : fields.values()) {
            if (field instanceof ScalarField column) {
                for (Attribute attribute : origins.of(field).attributes()) {
                    Kind kind = attribute.is("id") ? Kind.PRIMARY_KEY : attribute.is("unique") ? Kind.UNIQUE : null;
                    if (kind != null) {
                        Part part = column(column, List.of(), attribute.arguments());
                        add(indexes, kind, List.of(part), attribute, true);
                    }
                }
            }
        }
        for (Attribute attribute : block.attributes()) {
            Kind kind = kindOf(attribute);
            if (kind != null) {
                List<Part> parts = parts(attribute);
                if (!parts.isEmpty()) {
                    add(indexes, kind, parts, attribute, false);
                }
            }
        }
        return indexes;
    }

    private static @Nullable Kind kindOf(Attribute attribute) {
        return switch (attribute.name().text()) {
            case "id" -> Kind.PRIMARY_KEY;
            case "unique" -> Kind.UNIQUE;
            case "index" -> Kind.NORMAL;
            case "fulltext" -> Kind.FULLTEXT;
            default -> null;
        };
    }

    private void add(List<Index> indexes, Kind kind, List<Part> parts, Attribute attribute, boolean onField) {
        Arguments arguments = attribute.arguments();
        boolean unique = kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE;
        // Before `map` there was `name`, and on plain indexes it still means the database's name.
        Optional<String> name = arguments.string("map");
        if (name.isEmpty() && !unique) {
            name = arguments.string("name");
        }
        if (name.isEmpty()) {
            name = defaultName(kind, parts);
        }
        Optional<String> clustered = word(arguments.value("clustered"));
        Index index = new Index(
                kind,
                parts,
                unique && !onField ? arguments.string("name") : Optional.empty(),
                name,
                word(arguments.value("type")),
                clustered.isPresent() ? Optional.of(clustered.get().equals("true")) : Optional.empty(),
                where(arguments),
                onField,
                attribute.span());
        origins.put(index, attribute);
        indexes.add(index);
    }

    private Optional<String> defaultName(Kind kind, List<Part> parts) {
        String table = model.databaseName();
        return switch (kind) {
            case PRIMARY_KEY -> namedPrimaryKeys ? Optional.of(names.primaryKey(table)) : Optional.empty();
            case UNIQUE -> Optional.of(names.unique(table, columnNames(parts)));
            case NORMAL, FULLTEXT -> Optional.of(names.index(table, columnNames(parts)));
        };
    }

    private static List<String> columnNames(List<Part> parts) {
        List<String> columns = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Column column) {
                columns.add(column.field().databaseName());
                FieldType type = column.field().type();
                for (String step : column.path()) {
                    CompositeType.Member member = CompositePath.member(type, step);
                    columns.add(member == null ? step : member.databaseName());
                    type = member == null ? type : member.type();
                }
            } else {
                columns.add("expr");
            }
        }
        return columns;
    }

    private List<Part> parts(Attribute attribute) {
        List<Part> parts = new ArrayList<>();
        for (Expression element : Arguments.elements(attribute.arguments().mainValue("fields"))) {
            Part part = part(element);
            if (part == null) {
                return List.of();
            }
            parts.add(part);
        }
        return parts;
    }

    private @Nullable Part part(Expression element) {
        if (element instanceof Expression.Name name) {
            return column(name.text(), null);
        }
        if (element instanceof Expression.Call call) {
            Optional<String> sql = call.arguments().unnamedString();
            // A field may have the name, too; in a key it takes no unnamed argument.
            if (call.name().text().equals("raw") && (sql.isPresent() || !fields.containsKey("raw"))) {
                return sql.isEmpty()
                        ? null
                        : new Part.Expression(sql.get(), sort(call.arguments()), operatorClass(call.arguments()));
            }
            return column(call.name().text(), call.arguments());
        }
        return null;
    }

    private @Nullable Part column(String path, @Nullable Arguments arguments) {
        String[] steps = path.split("\\.", -1);
        if (!(fields.get(steps[0]) instanceof ScalarField field)) {
            return null;
        }
        FieldType type = field.type();
        for (int i = 1; i < steps.length; i++) {
            CompositeType.Member member = CompositePath.member(type, steps[i]);
            if (member == null) {
                return null;
            }
            type = member.type();
        }
        return column(field, List.of(steps).subList(1, steps.length), arguments);
    }

    private static Part column(ScalarField field, List<String> path, @Nullable Arguments arguments) {
        if (arguments == null) {
            return new Part.Column(field, path, Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new Part.Column(field, path, length(arguments), sort(arguments), operatorClass(arguments));
    }

    private static Optional<Integer> length(Arguments arguments) {
        if (arguments.value("length").orElse(null) instanceof Expression.NumberLiteral number) {
            try {
                return Optional.of(Integer.valueOf(number.text()));
            } catch (NumberFormatException tooLong) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<SortOrder> sort(Arguments arguments) {
        String order = word(arguments.value("sort")).orElse("");
        return order.equalsIgnoreCase("Desc")
                ? Optional.of(SortOrder.DESC)
                : order.equalsIgnoreCase("Asc") ? Optional.of(SortOrder.ASC) : Optional.empty();
    }

    private static Optional<String> operatorClass(Arguments arguments) {
        Expression value = arguments.value("ops").orElse(null);
        return value instanceof Expression.Call ? rawText(value) : word(Optional.ofNullable(value));
    }

    private Optional<String> where(Arguments arguments) {
        Expression value = arguments.value("where").orElse(null);
        if (value instanceof Expression.ObjectLiteral conditions) {
            return PartialIndexCondition.sql(conditions, fields);
        }
        return value instanceof Expression.StringLiteral literal ? Optional.of(literal.value()) : rawText(value);
    }

    private static Optional<String> rawText(@Nullable Expression value) {
        return value instanceof Expression.Call call && call.name().text().equals("raw")
                ? call.arguments().unnamedString()
                : Optional.empty();
    }

    private static Optional<String> word(Optional<Expression> value) {
        return value.orElse(null) instanceof Expression.Name name ? Optional.of(name.text()) : Optional.empty();
    }
}
