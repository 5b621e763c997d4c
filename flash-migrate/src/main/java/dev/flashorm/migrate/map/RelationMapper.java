package dev.flashorm.migrate.map;

import dev.flashorm.migrate.dialect.ColumnMapping;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Relation;
import dev.flashorm.schema.model.Relation.ReferentialAction;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Relations as foreign keys, and many-to-many ones as tables. */
final class RelationMapper {
    private final ColumnMapping columns;
    private final Function<Model, ObjectName> tableName;

    RelationMapper(ColumnMapping columns, Function<Model, ObjectName> tableName) {
        this.columns = columns;
        this.tableName = tableName;
    }

    /** The foreign keys that a model holds, in the order of its fields. */
    List<ForeignKey> foreignKeys(Schema schema, Model model) {
        List<ForeignKey> keys = new ArrayList<>();
        for (Relation relation : schema.relations()) {
            if (relation instanceof Relation.ForeignKey key
                    && key.from().model() == model
                    && !key.to().model().isView()) {
                keys.add(foreignKey(key));
            }
        }
        return keys;
    }

    private ForeignKey foreignKey(Relation.ForeignKey key) {
        List<String> names =
                key.fields().stream().map(ScalarField::databaseName).toList();
        ObjectName table = tableName.apply(key.from().model());
        return new ForeignKey(
                Optional.of(key.constraintName()
                        .orElseGet(() -> limited(table.name(), "_" + String.join("_", names) + "_fkey"))),
                names,
                tableName.apply(key.to().model()),
                key.references().stream().map(ScalarField::databaseName).toList(),
                action(key.effectiveOnDelete()),
                action(key.effectiveOnUpdate()),
                "",
                Optional.empty());
    }

    /** `_AToB (A, B)`, unique as a pair, with an index on B and cascading keys to both sides. */
    Table joinTable(Relation.ManyToMany relation, boolean foreignKeys) {
        ObjectName name = joinTableName(relation);
        List<TableIndex> indexes = new ArrayList<>();
        Optional<PrimaryKey> key = Optional.empty();
        if (columns.hasManyToManyPrimaryKey()) {
            key = Optional.of(new PrimaryKey(
                    Optional.of(limited(name.name(), "_AB_pkey")),
                    List.of(IndexPart.column("A"), IndexPart.column("B")),
                    "",
                    Optional.empty()));
        } else {
            indexes.add(TableIndex.of(limited(name.name(), "_AB_unique"), true, List.of("A", "B")));
        }
        indexes.add(TableIndex.of(limited(name.name(), "_B_index"), false, List.of("B")));
        return new Table(
                name,
                List.of(joinColumn("A", relation.fromKey()), joinColumn("B", relation.toKey())),
                key,
                indexes,
                foreignKeys
                        ? List.of(joinKey(name, "A", relation.fromKey()), joinKey(name, "B", relation.toKey()))
                        : List.of(),
                List.of(),
                Optional.empty(),
                columns.tableOptions());
    }

    ObjectName joinTableName(Relation.ManyToMany relation) {
        return tableName.apply(relation.from().model()).sibling(relation.databaseName());
    }

    private Column joinColumn(String name, ScalarField key) {
        return Column.of(name, columns.type(key), false);
    }

    private ForeignKey joinKey(ObjectName table, String column, ScalarField key) {
        return new ForeignKey(
                Optional.of(limited(table.name(), "_" + column + "_fkey")),
                List.of(column),
                tableName.apply(key.model()),
                List.of(key.databaseName()),
                ForeignKey.Action.CASCADE,
                ForeignKey.Action.CASCADE,
                "",
                Optional.empty());
    }

    /** A name that fits: the stem is cut, never the suffix. */
    private String limited(String stem, String suffix) {
        int room = columns.maxNameLength() - suffix.length();
        return (stem.length() > room && room > 0 ? stem.substring(0, room) : stem) + suffix;
    }

    static ColumnType arrayOf(ScalarField field, ColumnType type) {
        return field.isList() ? type.asArray() : type;
    }

    private static ForeignKey.Action action(ReferentialAction action) {
        return switch (action) {
            case CASCADE -> ForeignKey.Action.CASCADE;
            case RESTRICT -> ForeignKey.Action.RESTRICT;
            case NO_ACTION -> ForeignKey.Action.NO_ACTION;
            case SET_NULL -> ForeignKey.Action.SET_NULL;
            case SET_DEFAULT -> ForeignKey.Action.SET_DEFAULT;
        };
    }
}
