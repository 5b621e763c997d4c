package dev.flashorm.schema.link;

import dev.flashorm.schema.model.Datasource.RelationMode;
import dev.flashorm.schema.model.Field;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Relation;
import dev.flashorm.schema.model.Relation.ReferentialAction;
import dev.flashorm.schema.model.RelationField;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.syntax.Arguments;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the two ends of each relation and makes one relation of them. */
final class RelationLinker {
    private final Origins origins;
    private final ConstraintNames names;
    private final Optional<Provider> provider;
    private final RelationMode mode;
    private final Map<Ends, Set<RelationField>> unlinked = new HashMap<>();

    /** Fields of one model to another under one written name. */
    private record Ends(Model from, Model to, Optional<String> name) {}

    RelationLinker(Origins origins, ConstraintNames names, Optional<Provider> provider, RelationMode mode) {
        this.origins = origins;
        this.names = names;
        this.provider = provider;
        this.mode = mode;
    }

    /** Completes the relation fields of these models; in the order of the first field of each relation. */
    List<Relation> link(List<Model> models) {
        List<RelationField> fields = new ArrayList<>();
        for (Model model : models) {
            for (Field member : model.fields()) {
                if (member instanceof RelationField field) {
                    fields.add(field);
                    group(field.model(), field.target(), field).add(field);
                }
            }
        }
        List<Relation> relations = new ArrayList<>();
        for (RelationField field : fields) {
            RelationField other = field.isLinked() ? null : opposite(field);
            Relation relation = other == null ? null : relation(field, other);
            if (relation != null) {
                complete(relation.from(), relation);
                complete(relation.to(), relation);
                relations.add(relation);
            }
        }
        return relations;
    }

    private Set<RelationField> group(Model from, Model to, RelationField field) {
        return unlinked.computeIfAbsent(new Ends(from, to, explicitName(field)), key -> new LinkedHashSet<>());
    }

    private void complete(RelationField field, Relation relation) {
        field.complete(relation);
        group(field.model(), field.target(), field).remove(field);
    }

    private @Nullable RelationField opposite(RelationField field) {
        for (RelationField other : group(field.target(), field.model(), field)) {
            if (other != field) {
                return other;
            }
        }
        return null;
    }

    private Arguments arguments(RelationField field) {
        Optional<Attribute> attribute = origins.of(field).attribute("relation");
        return attribute.isPresent() ? attribute.get().arguments() : new Arguments(List.of(), field.span());
    }

    private Optional<String> explicitName(RelationField field) {
        return arguments(field).mainString("name");
    }

    private @Nullable Relation relation(RelationField one, RelationField other) {
        if (one.isList() && other.isList()) {
            return manyToMany(one, other);
        }
        boolean oneHolds = !one.isList()
                && (other.isList() || arguments(one).named("fields").isPresent());
        return oneHolds ? foreignKey(one, other) : foreignKey(other, one);
    }

    private static String defaultName(Model one, Model other) {
        return one.name().compareTo(other.name()) <= 0
                ? one.name() + "To" + other.name()
                : other.name() + "To" + one.name();
    }

    private @Nullable Relation manyToMany(RelationField one, RelationField other) {
        int order = one.model().name().compareTo(other.model().name());
        if (order == 0) {
            order = one.name().compareTo(other.name());
        }
        RelationField from = order <= 0 ? one : other;
        RelationField to = order <= 0 ? other : one;
        String name = explicitName(one).orElse(defaultName(one.model(), other.model()));
        if (provider.isPresent() && provider.get().has(Capability.EMBEDDED_MANY_TO_MANY)) {
            return embedded(name, from, to);
        }
        ScalarField fromKey = singleKey(from.model());
        ScalarField toKey = singleKey(to.model());
        return fromKey == null || toKey == null
                ? null
                : new Relation.ManyToMany(name, from, to, "_" + name, fromKey, toKey);
    }

    private @Nullable Relation embedded(String name, RelationField from, RelationField to) {
        List<ScalarField> fromFields = fields(from, "fields", from.model());
        List<ScalarField> fromReferences = fields(from, "references", to.model());
        List<ScalarField> toFields = fields(to, "fields", to.model());
        List<ScalarField> toReferences = fields(to, "references", from.model());
        return fromFields.isEmpty() || fromReferences.isEmpty() || toFields.isEmpty() || toReferences.isEmpty()
                ? null
                : new Relation.EmbeddedManyToMany(name, from, to, fromFields, fromReferences, toFields, toReferences);
    }

    private static @Nullable ScalarField singleKey(Model model) {
        ScalarField found = null;
        for (Index key : model.indexes()) {
            List<ScalarField> columns = key.columns();
            if (!key.isUnique() || key.fields().size() != 1 || columns.isEmpty()) {
                continue;
            }
            if (key.kind() == Index.Kind.PRIMARY_KEY) {
                return columns.get(0);
            }
            found = found == null ? columns.get(0) : found;
        }
        return found;
    }

    private @Nullable Relation foreignKey(RelationField from, RelationField to) {
        List<ScalarField> fields = fields(from, "fields", from.model());
        List<ScalarField> references = fields(from, "references", to.model());
        if (fields.isEmpty() || fields.size() != references.size()) {
            return null;
        }
        Arguments arguments = arguments(from);
        Optional<ReferentialAction> onDelete = action(arguments, "onDelete");
        Optional<ReferentialAction> onUpdate = action(arguments, "onUpdate");
        return new Relation.ForeignKey(
                explicitName(from).orElse(defaultName(from.model(), to.model())),
                from,
                to,
                fields,
                references,
                onDelete,
                onUpdate,
                onDelete.orElse(defaultOnDelete(from, fields)),
                onUpdate.orElse(ReferentialAction.CASCADE),
                constraintName(from.model(), fields, arguments));
    }

    /** A row that must have a target keeps the target from going; one that may have none lets go of it. */
    private ReferentialAction defaultOnDelete(RelationField from, List<ScalarField> fields) {
        boolean required = from.isRequired();
        for (ScalarField field : fields) {
            required |= field.isRequired();
        }
        if (!required) {
            return ReferentialAction.SET_NULL;
        }
        boolean restrict =
                provider.isEmpty() || provider.get().referentialActions(mode).contains(ReferentialAction.RESTRICT);
        return restrict ? ReferentialAction.RESTRICT : ReferentialAction.NO_ACTION;
    }

    private Optional<String> constraintName(Model model, List<ScalarField> fields, Arguments arguments) {
        boolean named = mode == RelationMode.FOREIGN_KEYS
                && !model.isView()
                && (provider.isEmpty() || provider.get().has(Capability.NAMED_FOREIGN_KEYS));
        if (!named) {
            return Optional.empty();
        }
        Optional<String> mapped = arguments.string("map");
        if (mapped.isPresent()) {
            return mapped;
        }
        List<String> columns = new ArrayList<>();
        for (ScalarField field : fields) {
            columns.add(field.databaseName());
        }
        return Optional.of(names.foreignKey(model.databaseName(), columns));
    }

    private static Optional<ReferentialAction> action(Arguments arguments, String argument) {
        if (arguments.value(argument).orElse(null) instanceof Expression.Name written) {
            for (ReferentialAction action : ReferentialAction.values()) {
                if (action.schemaName().equals(written.text())) {
                    return Optional.of(action);
                }
            }
        }
        return Optional.empty();
    }

    /** The columns under this argument; none when there is one that is unknown. */
    private List<ScalarField> fields(RelationField field, String argument, Model owner) {
        List<ScalarField> columns = new ArrayList<>();
        for (Expression element : Arguments.elements(arguments(field).value(argument))) {
            if (!(element instanceof Expression.Name name
                    && owner.field(name.text()).orElse(null) instanceof ScalarField column)) {
                return List.of();
            }
            columns.add(column);
        }
        return columns;
    }
}
