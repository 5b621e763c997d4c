package dev.flashorm.migrate.dialect.sqlite;

import dev.flashorm.migrate.dialect.ColumnMapping;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.schema.model.DefaultValue;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.ScalarField;
import java.util.Optional;

/** The schema language's types in SQLite: names that give a column its affinity and tell readers what it holds. */
final class ColumnTypes implements ColumnMapping {
    private final DefaultValues defaults = new DefaultValues();

    @Override
    public ColumnType type(ScalarField field) {
        FieldType type = field.type();
        if (type instanceof FieldType.Unsupported unsupported) {
            return TypeNames.parse(unsupported.databaseType());
        }
        if (type instanceof EnumType) {
            return ColumnType.of("TEXT");
        }
        if (type instanceof FieldType.Scalar scalar) {
            return ColumnType.of(
                    switch (scalar) {
                        case STRING -> "TEXT";
                        case BOOLEAN -> "BOOLEAN";
                        case INT -> "INTEGER";
                        case BIG_INT -> "BIGINT";
                        case FLOAT -> "REAL";
                        case DECIMAL -> "DECIMAL";
                        case DATE_TIME -> "DATETIME";
                        case JSON -> "JSONB";
                        case BYTES -> "BLOB";
                    });
        }
        throw new IllegalStateException("SQLite has no composite types in the language: " + field);
    }

    /**
     * As in the reference implementation, an `Int` that is the whole primary key always numbers itself, and a `BigInt`
     * never does: AUTOINCREMENT is for INTEGER only.
     */
    @Override
    public Optional<Identity> identity(ScalarField field) {
        boolean wholeKey = field.model()
                .primaryKey()
                .filter(key -> key.fields().size() == 1 && key.fields().get(0).isField(field))
                .isPresent();
        return wholeKey && field.type() == FieldType.Scalar.INT
                ? Optional.of(Identity.of(Identity.Kind.AUTO_INCREMENT))
                : Optional.empty();
    }

    @Override
    public Optional<ColumnDefault> defaultValue(ScalarField field, ColumnType type, DefaultValue value) {
        return defaults.map(field, type, value);
    }

    @Override
    public Optional<String> indexMethod(Index index) {
        return Optional.empty();
    }

    @Override
    public IndexPart indexPart(Index index, Index.Part.Column part) {
        return new IndexPart(
                Optional.of(part.field().databaseName()),
                Optional.empty(),
                part.sort().equals(Optional.of(Index.SortOrder.DESC)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Nobody may use such a name, but a schema that the reference implementation wrote may have it. */
    @Override
    public boolean isConstraintName(String index) {
        return index.startsWith("sqlite_autoindex_");
    }

    @Override
    public boolean hasEnumTypes() {
        return false;
    }

    @Override
    public Optional<String> valueInRows(String value) {
        return Optional.of(Names.literal(value));
    }

    @Override
    public boolean hasManyToManyPrimaryKey() {
        return false;
    }

    @Override
    public Optional<String> defaultSchema() {
        return Optional.empty();
    }

    @Override
    public int maxNameLength() {
        return Integer.MAX_VALUE;
    }
}
