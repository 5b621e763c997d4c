package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.dialect.ColumnMapping;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.schema.model.DefaultValue;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.provider.postgresql.ProviderDefinition;
import java.util.Locale;
import java.util.Optional;

/** The schema language's types in PostgreSQL. */
final class ColumnTypes implements ColumnMapping {
    private final Provider provider = new ProviderDefinition();
    private final DefaultValues defaults = new DefaultValues();

    @Override
    public ColumnType type(ScalarField field) {
        ColumnType type = elementType(field);
        return field.isList() ? type.asArray() : type;
    }

    private ColumnType elementType(ScalarField field) {
        FieldType type = field.type();
        if (type instanceof FieldType.Unsupported unsupported) {
            return TypeNames.parse(unsupported.databaseType());
        }
        if (type instanceof EnumType enumType) {
            return ColumnType.ofEnum(ObjectName.of(enumType.databaseName()));
        }
        if (type instanceof FieldType.Scalar scalar) {
            NativeType nativeType = field.nativeType()
                    .or(() -> provider.defaultNativeType(scalar))
                    .orElseThrow(() -> new IllegalStateException("no type for " + field));
            String name = TypeNames.ofNative(nativeType.name());
            return new ColumnType(name, TypeNames.complete(name, nativeType.arguments()), "", false, Optional.empty());
        }
        throw new IllegalStateException("PostgreSQL has no composite types in the language: " + field);
    }

    @Override
    public Optional<Identity> identity(ScalarField field) {
        return field.defaultValue()
                .filter(value -> value instanceof DefaultValue.Function function
                        && function.name().equals("autoincrement"))
                .map(value -> Identity.of(Identity.Kind.SERIAL));
    }

    @Override
    public Optional<ColumnDefault> defaultValue(ScalarField field, ColumnType type, DefaultValue value) {
        return defaults.map(field, type, value);
    }

    @Override
    public Optional<String> indexMethod(Index index) {
        return index.type().map(type -> type.toUpperCase(Locale.ROOT)).filter(type -> !type.equals("BTREE"));
    }

    @Override
    public IndexPart indexPart(Index index, Index.Part.Column part) {
        return new IndexPart(
                Optional.of(part.field().databaseName()),
                Optional.empty(),
                part.sort().equals(Optional.of(Index.SortOrder.DESC)),
                Optional.empty(),
                part.operatorClass().flatMap(name -> OperatorClasses.nonDefault(indexMethod(index), name)),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public boolean hasEnumTypes() {
        return true;
    }

    @Override
    public boolean hasManyToManyPrimaryKey() {
        return true;
    }

    @Override
    public Optional<String> defaultSchema() {
        return Optional.of("public");
    }

    @Override
    public int maxNameLength() {
        return provider.maxIdentifierLength();
    }
}
