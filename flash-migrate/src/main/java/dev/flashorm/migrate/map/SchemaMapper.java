package dev.flashorm.migrate.map;

import dev.flashorm.migrate.dialect.ColumnMapping;
import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.Extension;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.Generated;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.SqlExpression;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Relation;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a linked schema into the database that it describes. */
public final class SchemaMapper {
    private final ColumnMapping columns;
    private final RelationMapper relations;

    public SchemaMapper(ColumnMapping columns) {
        this.columns = columns;
        relations = new RelationMapper(columns, this::tableName);
    }

    /** Tables in source order, the ones of many-to-many relations after them. Views are left to their owner. */
    public DatabaseSchema map(Schema schema) {
        boolean foreignKeys = schema.datasource()
                .map(source -> source.relationMode() == Datasource.RelationMode.FOREIGN_KEYS)
                .orElse(true);
        List<Table> tables = new ArrayList<>();
        for (Model model : schema.models()) {
            if (!model.isView()) {
                tables.add(table(model, foreignKeys ? relations.foreignKeys(schema, model) : List.of()));
            }
        }
        for (Relation relation : schema.relations()) {
            if (relation instanceof Relation.ManyToMany manyToMany) {
                tables.add(relations.joinTable(manyToMany, foreignKeys));
            }
        }
        List<DatabaseEnum> enums = columns.hasEnumTypes()
                ? schema.enums().stream().map(this::enumType).toList()
                : List.of();
        return new DatabaseSchema(
                schemas(tables, enums), extensions(schema), enums, List.of(), tables, List.of(), List.of());
    }

    /** Those that hold something: one that is only listed belongs to somebody else. */
    private static List<String> schemas(List<Table> tables, List<DatabaseEnum> enums) {
        return Stream.concat(tables.stream().map(Table::name), enums.stream().map(DatabaseEnum::name))
                .flatMap(name -> name.schema().stream())
                .distinct()
                .toList();
    }

    private static List<Extension> extensions(Schema schema) {
        return schema.datasource().map(Datasource::extensions).orElse(List.of()).stream()
                .map(extension -> new Extension(
                        extension.databaseName().orElse(extension.name()), extension.schema(), extension.version()))
                .toList();
    }

    private DatabaseEnum enumType(EnumType type) {
        return new DatabaseEnum(
                enumName(type),
                type.values().stream().map(EnumType.Value::databaseName).toList(),
                Optional.empty());
    }

    /** The type that an enum is, where enums are types of their own. */
    public ObjectName enumName(EnumType type) {
        return name(type.schemaName(), type.databaseName());
    }

    /** A value of an enum as SQL, where rows hold it as text. */
    Optional<String> valueInRows(String value) {
        return columns.valueInRows(value);
    }

    /** The table of a model, the view of a view. */
    public ObjectName tableName(Model model) {
        return name(model.schemaName(), model.databaseName());
    }

    /** The table of an implicit many-to-many relation. */
    public ObjectName joinTableName(Relation.ManyToMany relation) {
        return relations.joinTableName(relation);
    }

    private ObjectName name(Optional<String> schema, String name) {
        return new ObjectName(schema.filter(text -> !columns.defaultSchema().equals(Optional.of(text))), name);
    }

    private Table table(Model model, List<ForeignKey> foreignKeys) {
        return new Table(
                tableName(model),
                model.scalarFields().map(this::column).toList(),
                model.primaryKey().map(this::primaryKey),
                model.indexes().stream()
                        .filter(index -> index.kind() != Index.Kind.PRIMARY_KEY)
                        .map(this::index)
                        .toList(),
                foreignKeys,
                model.checks().stream()
                        .map(check -> new Check(
                                Optional.of(check.databaseName()),
                                new SqlExpression(check.expression()),
                                "",
                                Optional.empty()))
                        .toList(),
                Optional.empty(),
                columns.tableOptions());
    }

    private Column column(ScalarField field) {
        ColumnType type = field.type() instanceof EnumType enumType && columns.hasEnumTypes()
                ? RelationMapper.arrayOf(field, ColumnType.ofEnum(enumName(enumType)))
                : columns.type(field);
        return Column.of(field.databaseName(), type, !field.isRequired())
                .withIdentity(columns.identity(field))
                .withDefault(field.defaultValue().flatMap(value -> columns.defaultValue(field, type, value)))
                .withGenerated(field.generated()
                        .map(generated ->
                                new Generated(new SqlExpression(generated.expression()), generated.stored())));
    }

    private PrimaryKey primaryKey(Index index) {
        return new PrimaryKey(index.databaseName(), parts(index), "", Optional.empty());
    }

    private TableIndex index(Index index) {
        String name =
                index.databaseName().orElseThrow(() -> new IllegalStateException("an index without a name: " + index));
        return new TableIndex(
                name,
                index.kind() == Index.Kind.UNIQUE,
                columns.isConstraintName(name),
                columns.indexMethod(index),
                parts(index),
                List.of(),
                index.where().map(SqlExpression::new),
                "",
                Optional.empty());
    }

    private List<IndexPart> parts(Index index) {
        return index.fields().stream().map(part -> part(index, part)).toList();
    }

    private IndexPart part(Index index, Index.Part part) {
        if (part instanceof Index.Part.Column column) {
            return columns.indexPart(index, column);
        }
        Index.Part.Expression expression = (Index.Part.Expression) part;
        return new IndexPart(
                Optional.empty(),
                Optional.of(new SqlExpression(expression.sql())),
                expression.sort().equals(Optional.of(Index.SortOrder.DESC)),
                Optional.empty(),
                expression.operatorClass(),
                Optional.empty(),
                Optional.empty());
    }
}
