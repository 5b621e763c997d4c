package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.pull.PulledModel.PulledField;
import dev.flashorm.schema.link.ConstraintNames;
import dev.flashorm.schema.model.Relation.ReferentialAction;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Foreign keys as pairs of relation fields, named after the tables at their other ends. */
final class RelationWriter {
    private final Provider provider;
    private final FieldTypes types;
    private final KnownNames known;
    private final ConstraintNames names;
    private final Map<ObjectName, PulledModel> models = new HashMap<>();
    private final Identifiers relationNames = new Identifiers();
    private final Set<KnownNames.Ends> used = Collections.newSetFromMap(new IdentityHashMap<>());

    RelationWriter(Provider provider, FieldTypes types, KnownNames known, List<PulledModel> models) {
        this.known = known;
        this.provider = provider;
        this.types = types;
        names = new ConstraintNames(provider.maxIdentifierLength());
        models.forEach(model -> this.models.put(model.table(), model));
    }

    /** A foreign key with the blocks at its ends. */
    private record Link(Table table, Table target, ForeignKey key, PulledModel from, PulledModel to) {
        Set<ObjectName> pair() {
            Set<ObjectName> pair = new HashSet<>();
            pair.add(table.name());
            pair.add(target.name());
            return pair;
        }

        boolean isSelf() {
            return from == to;
        }
    }

    void write(DatabaseSchema database) {
        List<Link> links = new ArrayList<>();
        Map<Set<ObjectName>, Integer> between = new HashMap<>();
        for (Table table : database.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                Optional<Link> link = link(database, table, key);
                link.ifPresent(found -> {
                    links.add(found);
                    between.merge(found.pair(), 1, Integer::sum);
                });
            }
        }
        for (JoinTable join : JoinTable.all(database)) {
            between.merge(join.pair(), 1, Integer::sum);
        }
        links.forEach(link -> write(link, between.getOrDefault(link.pair(), 1) > 1));
        for (JoinTable join : JoinTable.all(database)) {
            write(join, between.getOrDefault(join.pair(), 1) > 1);
        }
    }

    /** Empty for a key that the language cannot say: to a missing table, to columns that are no key. */
    private Optional<Link> link(DatabaseSchema database, Table table, ForeignKey key) {
        PulledModel from = models.get(table.name());
        PulledModel to = models.get(key.target());
        if (from == null || to == null || !ForeignKeys.canBeSaid(types, database, table, key)) {
            return Optional.empty();
        }
        return database.table(key.target()).map(target -> new Link(table, target, key, from, to));
    }

    private void write(Link link, boolean several) {
        String from = link.from().name();
        String to = link.to().name();
        String columns = String.join("_", link.key().columns());
        String relation = several ? from + "_" + Identifiers.sanitized(columns) + "To" + to : from + "To" + to;
        Optional<KnownNames.Ends> given = given(link);
        Optional<String> givenName = given.flatMap(KnownNames.Ends::relation);
        boolean named = several || link.isSelf() || givenName.isPresent();
        if (named) {
            relation = givenName.orElse(relation);
            relation = givenName.isPresent() ? relation : relationNames.member(relation);
        }
        String name = relation;
        String forward = given.map(KnownNames.Ends::from)
                .orElseGet(() -> fieldName(link.from(), several ? to + "_" + name : to, to + "_" + name));
        String backBase = (link.isSelf() ? "other_" : "") + from;
        String back = given.map(KnownNames.Ends::to)
                .orElseGet(
                        () -> fieldName(link.to(), several ? backBase + "_" + name : backBase, backBase + "_" + name));
        List<PulledField> fields = link.from().fields(link.key().columns()).orElseThrow();
        boolean required = fields.stream().allMatch(PulledField::required);
        List<String> arguments = new ArrayList<>();
        if (named) {
            arguments.add(SchemaString.quote(relation));
        }
        arguments.add("fields: " + fieldNames(fields));
        arguments.add("references: "
                + fieldNames(link.to().fields(link.key().targetColumns()).orElseThrow()));
        arguments.addAll(actions(link.key(), fields));
        link.key()
                .name()
                .filter(text -> provider.has(Capability.NAMED_FOREIGN_KEYS)
                        && !text.equals(names.foreignKey(
                                link.table().name().name(), link.key().columns())))
                .ifPresent(text -> arguments.add("map: " + SchemaString.quote(text)));
        PulledField owning = PulledField.of(forward, to + (required ? "" : "?"), required, true);
        owning.attributes().add("@relation(" + String.join(", ", arguments) + ")");
        if (link.to().isIgnored() && !link.from().isIgnored()) {
            owning.attributes().add("@ignore");
        }
        link.from().addRelation(owning);
        boolean one = ForeignKeys.isUnique(link.table(), link.key().columns());
        PulledField opposite = PulledField.of(back, from + (one ? "?" : "[]"), false, true);
        if (named) {
            opposite.attributes().add("@relation(" + SchemaString.quote(relation) + ")");
        }
        if (link.from().isIgnored() && !link.to().isIgnored()) {
            opposite.attributes().add("@ignore");
        }
        link.to().addRelation(opposite);
    }

    /** The known relation of a key, each given once; where the key is there twice, the one with its name first. */
    private Optional<KnownNames.Ends> given(Link link) {
        List<KnownNames.Ends> left = known
                .relations(
                        link.table().name(),
                        link.key().columns(),
                        link.target().name(),
                        link.key().targetColumns())
                .stream()
                .filter(ends -> !used.contains(ends))
                .toList();
        Optional<KnownNames.Ends> found = left.stream()
                .filter(ends -> ends.constraint().equals(link.key().name()))
                .findFirst()
                .or(() -> left.stream().findFirst());
        found.ifPresent(used::add);
        return found;
    }

    private void write(JoinTable join, boolean several) {
        PulledModel a = models.get(join.a());
        PulledModel b = models.get(join.b());
        if (a == null || b == null) {
            return;
        }
        String relation = join.relationName();
        boolean named = several || a == b || !relation.equals(a.name() + "To" + b.name());
        String toB = a == b ? b.name() + "_A" : b.name();
        String toA = a == b ? a.name() + "_B" : a.name();
        Optional<KnownNames.Ends> given = known.join(join.name());
        String fromField = given.map(KnownNames.Ends::from)
                .orElseGet(() -> fieldName(a, named && a != b ? toB + "_" + relation : toB, toB + "_" + relation));
        String toField = given.map(KnownNames.Ends::to)
                .orElseGet(() -> fieldName(b, named && a != b ? toA + "_" + relation : toA, toA + "_" + relation));
        addList(a, fromField, b, relation, named);
        addList(b, toField, a, relation, named);
    }

    private static void addList(PulledModel model, String field, PulledModel other, String relation, boolean named) {
        PulledField list = PulledField.of(field, other.name() + "[]", false, true);
        if (named) {
            list.attributes().add("@relation(" + SchemaString.quote(relation) + ")");
        }
        if (other.isIgnored() && !model.isIgnored()) {
            list.attributes().add("@ignore");
        }
        model.addRelation(list);
    }

    private static String fieldName(PulledModel model, String wanted, String otherwise) {
        String name = Identifiers.sanitized(wanted);
        return model.fieldNames().member(model.fieldNames().isTaken(name) ? otherwise : name);
    }

    private static String fieldNames(List<PulledField> fields) {
        return "[" + String.join(", ", fields.stream().map(PulledField::name).toList()) + "]";
    }

    private List<String> actions(ForeignKey key, List<PulledField> fields) {
        boolean required = fields.stream().anyMatch(PulledField::required);
        ForeignKey.Action usual = required
                ? provider.referentialActions().contains(ReferentialAction.RESTRICT)
                        ? ForeignKey.Action.RESTRICT
                        : ForeignKey.Action.NO_ACTION
                : ForeignKey.Action.SET_NULL;
        List<String> actions = new ArrayList<>();
        if (key.onDelete() != usual) {
            actions.add("onDelete: " + name(key.onDelete()));
        }
        if (key.onUpdate() != ForeignKey.Action.CASCADE) {
            actions.add("onUpdate: " + name(key.onUpdate()));
        }
        return actions;
    }

    private static String name(ForeignKey.Action action) {
        return switch (action) {
            case CASCADE -> ReferentialAction.CASCADE.schemaName();
            case RESTRICT -> ReferentialAction.RESTRICT.schemaName();
            case NO_ACTION -> ReferentialAction.NO_ACTION.schemaName();
            case SET_NULL -> ReferentialAction.SET_NULL.schemaName();
            case SET_DEFAULT -> ReferentialAction.SET_DEFAULT.schemaName();
        };
    }
}
