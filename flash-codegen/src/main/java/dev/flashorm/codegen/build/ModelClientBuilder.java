package dev.flashorm.codegen.build;

import dev.flashorm.codegen.dialect.ClientDialect;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.InsertClient;
import dev.flashorm.codegen.ir.KeyClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.ir.RelationClient;
import dev.flashorm.schema.model.Arity;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Relation;
import dev.flashorm.schema.model.RelationField;
import dev.flashorm.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One model: its columns, keys, relations and the statements that are known of it. */
final class ModelClientBuilder {
    /** Pairs of a record that is gone go too. */
    private static final RelationClient.Kept PAIRS =
            new RelationClient.Kept(RelationClient.Action.CASCADE, RelationClient.Action.CASCADE);

    private static final RelationClient.Kept NOTHING =
            new RelationClient.Kept(RelationClient.Action.NO_ACTION, RelationClient.Action.NO_ACTION);

    private final Model model;
    private final ClientDialect dialect;
    private final Map<Model, Map<ScalarField, ColumnClient>> columns;
    private final Map<ScalarField, ColumnClient> own;
    private final boolean keepsReferences;
    private final String table;
    private final String selectFrom;

    /** @param keepsReferences whether the client keeps references intact, not the database */
    ModelClientBuilder(
            Model model,
            ClientDialect dialect,
            Map<Model, Map<ScalarField, ColumnClient>> columns,
            boolean keepsReferences) {
        this.keepsReferences = keepsReferences;
        this.model = model;
        this.dialect = dialect;
        this.columns = columns;
        this.own = Objects.requireNonNull(columns.get(model));
        this.table = model.schemaName().map(name -> dialect.quote(name) + '.').orElse("")
                + dialect.quote(model.databaseName());
        this.selectFrom = "SELECT " + names(own.values()) + " FROM " + table;
    }

    ModelClient build() {
        List<KeyClient> keys = keys();
        return new ModelClient(
                model.name(),
                model.isView(),
                model.databaseName(),
                table,
                List.copyOf(own.values()),
                keys,
                model.relationFields()
                        .map(this::relation)
                        .flatMap(Optional::stream)
                        .toList(),
                constraints(),
                isInsertable() ? Optional.of(insert()) : Optional.empty(),
                model.documentation());
    }

    private List<KeyClient> keys() {
        List<KeyClient> keys = new ArrayList<>();
        Set<List<ScalarField>> seen = new HashSet<>();
        model.primaryKey().stream().filter(this::isUsable).forEach(index -> {
            seen.add(index.columns());
            keys.add(key(index));
        });
        model.uniques()
                .filter(this::isUsable)
                .filter(index -> seen.add(index.columns()))
                .forEach(index -> keys.add(key(index)));
        return keys;
    }

    /** A partial unique finds more than one row; one over hidden columns or expressions cannot be asked for. */
    private boolean isUsable(Index index) {
        return index.where().isEmpty()
                && index.columns().size() == index.fields().size()
                && index.columns().stream().allMatch(field -> own.containsKey(field) && !field.isList())
                && index.fields().stream()
                        .allMatch(part -> part instanceof Index.Part.Column column
                                && column.path().isEmpty()
                                && (index.kind() == Index.Kind.PRIMARY_KEY
                                        || column.length().isEmpty()));
    }

    private List<ModelClient.Constraint> constraints() {
        List<ModelClient.Constraint> constraints = new ArrayList<>();
        for (Index index : model.indexes()) {
            if (index.isUnique()) {
                dialect.constraintName(index).ifPresent(name -> constraints.add(constraint(name, index.columns())));
            }
        }
        model.relationFields().filter(RelationField::isOwning).forEach(field -> {
            Relation.ForeignKey key = (Relation.ForeignKey) field.relation();
            key.constraintName().ifPresent(name -> constraints.add(constraint(name, key.fields())));
        });
        return constraints;
    }

    private static ModelClient.Constraint constraint(String name, List<ScalarField> fields) {
        return new ModelClient.Constraint(
                name, fields.stream().map(ScalarField::name).toList());
    }

    private KeyClient key(Index index) {
        List<ColumnClient> parts = index.columns().stream().map(this::ownColumn).toList();
        String where = " WHERE " + conditions(parts);
        return new KeyClient(
                index.kind() == Index.Kind.PRIMARY_KEY,
                index.clientName(),
                parts,
                selectFrom + where,
                model.isView() ? "" : "DELETE FROM " + table + where);
    }

    /** A required column that code cannot write makes an insert impossible. */
    private boolean isInsertable() {
        return !model.isView()
                && model.scalarFields()
                        .allMatch(field -> own.containsKey(field)
                                || field.arity() != Arity.REQUIRED
                                || field.defaultValue().isPresent()
                                || field.generated().isPresent());
    }

    private InsertClient insert() {
        List<ColumnClient> always = own.values().stream()
                .filter(column -> !column.isGenerated() && !column.isFilledByDatabase())
                .toList();
        List<ColumnClient> given =
                own.values().stream().filter(ColumnClient::isFilledByDatabase).toList();
        String parameters = always.stream().map(column -> "?").collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + table + ' '
                + (always.isEmpty() ? dialect.defaultRow() : "(" + names(always) + ") VALUES (" + parameters + ")");
        return new InsertClient(
                always,
                given,
                sql,
                " RETURNING " + names(own.values()),
                given.stream()
                        .filter(ColumnClient::isNumbered)
                        .map(column ->
                                new InsertClient.Numbered(column, selectFrom + " WHERE " + conditions(List.of(column))))
                        .findFirst(),
                model.indexes().stream().anyMatch(index -> index.isUnique() && !isUsable(index)));
    }

    /** Absent when a column that it goes by, or its target, is hidden from code. */
    private Optional<RelationClient> relation(RelationField field) {
        if (field.isIgnored() || !columns.containsKey(field.target())) {
            return Optional.empty();
        }
        Relation relation = field.relation();
        boolean isFrom = relation.from() == field;
        if (relation instanceof Relation.ForeignKey key) {
            return relation(
                    field,
                    isFrom ? key.fields() : key.references(),
                    isFrom ? key.references() : key.fields(),
                    Optional.empty(),
                    Optional.empty(),
                    isFrom || !keepsReferences ? Optional.empty() : kept(key));
        }
        if (relation instanceof Relation.ManyToMany pairs) {
            String through =
                    model.schemaName().map(name -> dialect.quote(name) + '.').orElse("")
                            + dialect.quote(pairs.databaseName());
            return relation(
                    field,
                    List.of(isFrom ? pairs.fromKey() : pairs.toKey()),
                    List.of(isFrom ? pairs.toKey() : pairs.fromKey()),
                    Optional.of(new RelationClient.Through(
                            through, dialect.quote(isFrom ? "A" : "B"), dialect.quote(isFrom ? "B" : "A"))),
                    Optional.empty(),
                    keepsReferences ? Optional.of(PAIRS) : Optional.empty());
        }
        if (relation instanceof Relation.EmbeddedManyToMany lists) {
            return relation(
                    field,
                    isFrom ? lists.fromFields() : lists.toFields(),
                    isFrom ? lists.fromReferences() : lists.toReferences(),
                    Optional.empty(),
                    Optional.of(isFrom ? lists.to() : lists.from())
                            .filter(other -> !other.isIgnored())
                            .map(RelationField::name),
                    Optional.empty());
        }
        return Optional.empty();
    }

    private Optional<RelationClient> relation(
            RelationField field,
            List<ScalarField> local,
            List<ScalarField> remote,
            Optional<RelationClient.Through> through,
            Optional<String> opposite,
            Optional<RelationClient.Kept> kept) {
        Map<ScalarField, ColumnClient> target = Objects.requireNonNull(columns.get(field.target()));
        if (!own.keySet().containsAll(local) || !target.keySet().containsAll(remote)) {
            return Optional.empty();
        }
        return Optional.of(new RelationClient(
                field.name(),
                field.target().name(),
                field.isList(),
                !field.isRequired(),
                field.isOwning(),
                local.stream().map(this::ownColumn).toList(),
                remote.stream()
                        .map(column -> Objects.requireNonNull(target.get(column)))
                        .toList(),
                through,
                opposite,
                kept,
                field.documentation()));
    }

    private static Optional<RelationClient.Kept> kept(Relation.ForeignKey key) {
        RelationClient.Kept kept =
                new RelationClient.Kept(action(key.effectiveOnDelete()), action(key.effectiveOnUpdate()));
        return Optional.of(kept).filter(actions -> !actions.equals(NOTHING));
    }

    /** No client sets defaults: the language refuses it where there are no foreign keys. */
    private static RelationClient.Action action(Relation.ReferentialAction action) {
        return action == Relation.ReferentialAction.SET_DEFAULT
                ? RelationClient.Action.NO_ACTION
                : RelationClient.Action.valueOf(action.name());
    }

    private ColumnClient ownColumn(ScalarField field) {
        return Objects.requireNonNull(own.get(field));
    }

    private static String names(Collection<ColumnClient> list) {
        return list.stream().map(ColumnClient::sql).collect(Collectors.joining(", "));
    }

    private static String conditions(List<ColumnClient> list) {
        return list.stream().map(column -> column.sql() + " = ?").collect(Collectors.joining(" AND "));
    }
}
