package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.map.SchemaMapper;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.schema.model.CompositeType;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Relation;
import dev.flashorm.schema.model.RelationField;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** The names that somebody has given to what a database holds: those of an existing schema. */
final class KnownNames {
    private final Map<ObjectName, String> blocks = new HashMap<>();
    private final Map<Member, String> fields = new HashMap<>();
    private final Map<Member, EnumType> columnEnums = new HashMap<>();
    private final Map<Member, String> composites = new HashMap<>();
    private final Map<ObjectName, EnumType> enums = new HashMap<>();
    private final Map<Key, List<Ends>> relations = new HashMap<>();
    private final Map<ObjectName, Ends> joins = new HashMap<>();
    private final Map<ObjectName, Set<String>> relationFields = new HashMap<>();

    private KnownNames() {}

    private record Member(ObjectName table, String column) {}

    private record Key(ObjectName table, List<String> columns, ObjectName target, Set<String> targetColumns) {}

    /**
     * The fields of a relation.
     *
     * @param from of the table that holds the foreign key, or whose name comes first in a many-to-many relation
     * @param relation the name, where it has to be written
     * @param constraint the foreign key's own name, which tells two over the same columns apart
     */
    record Ends(String from, String to, Optional<String> relation, Optional<String> constraint) {}

    /** For a new file. */
    static KnownNames none() {
        return new KnownNames();
    }

    static KnownNames of(SchemaMapper mapper, Schema schema) {
        KnownNames names = new KnownNames();
        for (EnumType type : schema.enums()) {
            names.enums.put(mapper.enumName(type), type);
        }
        for (Model model : schema.models()) {
            ObjectName table = mapper.tableName(model);
            names.blocks.put(table, model.name());
            model.scalarFields().forEach(field -> names.add(table, field));
            model.scalarFields()
                    .forEach(field -> names.addMembers(table, field.databaseName(), field.type(), List.of()));
            Set<String> ends = new HashSet<>();
            model.relationFields().map(RelationField::name).forEach(ends::add);
            names.relationFields.put(table, ends);
        }
        for (Relation relation : schema.relations()) {
            Ends ends = ends(relation);
            if (relation instanceof Relation.ForeignKey key) {
                names.relations
                        .computeIfAbsent(
                                new Key(
                                        mapper.tableName(key.from().model()),
                                        columns(key.fields()),
                                        mapper.tableName(key.to().model()),
                                        new HashSet<>(columns(key.references()))),
                                found -> new ArrayList<>())
                        .add(ends);
            } else if (relation instanceof Relation.ManyToMany pairs) {
                names.joins.put(mapper.joinTableName(pairs), ends);
            }
        }
        return names;
    }

    private void add(ObjectName table, ScalarField field) {
        Member member = new Member(table, field.databaseName());
        fields.put(member, field.name());
        if (field.type() instanceof EnumType type) {
            columnEnums.put(member, type);
        }
    }

    /** @param within the types around, which one of them may contain again */
    private void addMembers(ObjectName table, String path, FieldType type, List<CompositeType> within) {
        if (!(type instanceof CompositeType composite) || within.contains(composite)) {
            return;
        }
        composites.put(new Member(table, path), composite.name());
        List<CompositeType> deeper = new ArrayList<>(within);
        deeper.add(composite);
        for (CompositeType.Member member : composite.members()) {
            String below = path + "." + member.databaseName();
            fields.put(new Member(table, below), member.name());
            if (member.type() instanceof EnumType values) {
                columnEnums.put(new Member(table, below), values);
            }
            addMembers(table, below, member.type(), deeper);
        }
    }

    /** The name of the composite type of a field, or of a member behind it. */
    Optional<String> compositeOf(ObjectName table, String path) {
        return Optional.ofNullable(composites.get(new Member(table, path)));
    }

    Set<String> composites() {
        return Set.copyOf(composites.values());
    }

    private static Ends ends(Relation relation) {
        String usual =
                relation.from().model().name() + "To" + relation.to().model().name();
        String other =
                relation.to().model().name() + "To" + relation.from().model().name();
        boolean written = !relation.name().equals(usual) && !relation.name().equals(other);
        return new Ends(
                relation.from().name(),
                relation.to().name(),
                written ? Optional.of(relation.name()) : Optional.empty(),
                relation instanceof Relation.ForeignKey key ? key.constraintName() : Optional.empty());
    }

    private static List<String> columns(List<ScalarField> fields) {
        return fields.stream().map(ScalarField::databaseName).toList();
    }

    Optional<String> block(ObjectName table) {
        return Optional.ofNullable(blocks.get(table));
    }

    Optional<String> field(ObjectName table, String column) {
        return Optional.ofNullable(fields.get(new Member(table, column)));
    }

    /** The relation fields of a table's model, whatever becomes of them. */
    Set<String> relationFields(ObjectName table) {
        return relationFields.getOrDefault(table, Set.of());
    }

    Optional<EnumType> enumType(ObjectName name) {
        return Optional.ofNullable(enums.get(name));
    }

    /** The enum that a column's field has as its type. */
    Optional<EnumType> enumOf(ObjectName table, String column) {
        return Optional.ofNullable(columnEnums.get(new Member(table, column)));
    }

    /** The other columns of an enum: those whose values must change along. */
    boolean areAll(EnumType type, BiPredicate<ObjectName, String> test) {
        return columnEnums.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .allMatch(entry ->
                        test.test(entry.getKey().table(), entry.getKey().column()));
    }

    /** Those over these columns: more than one where the database has the same key twice. */
    List<Ends> relations(ObjectName table, List<String> columns, ObjectName target, List<String> targetColumns) {
        return relations.getOrDefault(new Key(table, columns, target, new HashSet<>(targetColumns)), List.of());
    }

    Optional<Ends> join(ObjectName table) {
        return Optional.ofNullable(joins.get(table));
    }
}
