package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.dialect.ColumnMapping;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.schema.model.DefaultValue;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.provider.mysql.ProviderDefinition;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The schema language's types in MySQL. */
final class ColumnTypes implements ColumnMapping {
    private final Provider provider = new ProviderDefinition();
    private final DefaultValues defaults = new DefaultValues();

    @Override
    public ColumnType type(ScalarField field) {
        FieldType type = field.type();
        if (type instanceof FieldType.Unsupported unsupported) {
            return TypeNames.parse(unsupported.databaseType());
        }
        if (type instanceof EnumType enumType) {
            return new ColumnType(
                    "ENUM",
                    enumType.values().stream()
                            .map(value -> Names.literal(value.databaseName()))
                            .toList(),
                    "",
                    false,
                    Optional.empty());
        }
        if (type instanceof FieldType.Scalar scalar) {
            NativeType nativeType = field.nativeType()
                    .or(() -> provider.defaultNativeType(scalar))
                    .orElseThrow(() -> new IllegalStateException("no type for " + field));
            if (scalar == FieldType.Scalar.BOOLEAN && nativeType.name().equals("TinyInt")) {
                return ColumnType.of("BOOLEAN");
            }
            return TypeNames.ofNative(nativeType);
        }
        throw new IllegalStateException("MySQL has no composite types in the language: " + field);
    }

    @Override
    public Optional<Identity> identity(ScalarField field) {
        return field.defaultValue()
                .filter(value -> value instanceof DefaultValue.Function function
                        && function.name().equals("autoincrement"))
                .map(value -> Identity.of(Identity.Kind.AUTO_INCREMENT));
    }

    @Override
    public Optional<ColumnDefault> defaultValue(ScalarField field, ColumnType type, DefaultValue value) {
        return defaults.map(field, type, value);
    }

    @Override
    public Optional<String> indexMethod(Index index) {
        if (index.kind() == Index.Kind.FULLTEXT) {
            return Optional.of("FULLTEXT");
        }
        return index.type().map(type -> type.toUpperCase(Locale.ROOT)).filter(type -> !type.equals("BTREE"));
    }

    @Override
    public IndexPart indexPart(Index index, Index.Part.Column part) {
        return new IndexPart(
                Optional.of(part.field().databaseName()),
                Optional.empty(),
                part.sort().equals(Optional.of(Index.SortOrder.DESC)),
                Optional.empty(),
                Optional.empty(),
                part.length(),
                Optional.empty());
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
    public Map<String, String> tableOptions() {
        return Map.of("collation", "utf8mb4_unicode_ci");
    }

    @Override
    public int maxNameLength() {
        return provider.maxIdentifierLength();
    }
}
