package dev.flashorm.schema.provider.postgresql;

import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.model.Relation.ReferentialAction;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.ConstraintScope;
import dev.flashorm.schema.provider.ConstraintScope.Kind;
import dev.flashorm.schema.provider.IndexType;
import dev.flashorm.schema.provider.Indexability;
import dev.flashorm.schema.provider.NativeTypeDefinition;
import dev.flashorm.schema.provider.Provider;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL: identifiers have 63 bytes (manual, 4.1.1). */
public final class ProviderDefinition implements Provider {
    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.SCALAR_LISTS,
            Capability.ENUMS,
            Capability.JSON,
            Capability.DECIMAL,
            Capability.AUTO_INCREMENT,
            Capability.AUTO_INCREMENT_ON_NON_ID,
            Capability.AUTO_INCREMENT_MULTIPLE,
            Capability.AUTO_INCREMENT_NON_INDEXED,
            Capability.DATABASE_GENERATED_DEFAULT,
            Capability.MULTI_SCHEMA,
            Capability.EXTENSIONS,
            Capability.MODELS_WITHOUT_ID,
            Capability.COMPOUND_IDS,
            Capability.NAMED_PRIMARY_KEYS,
            Capability.NAMED_FOREIGN_KEYS,
            Capability.IMPLICIT_MANY_TO_MANY,
            Capability.PARTIAL_INDEX,
            Capability.EXPRESSION_INDEX,
            Capability.FOREIGN_KEYS,
            Capability.SET_NULL_ON_REQUIRED_FIELDS,
            Capability.CHECK_CONSTRAINTS,
            Capability.STORED_GENERATED_COLUMNS));

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String displayName() {
        return "PostgreSQL";
    }

    @Override
    public List<String> aliases() {
        return List.of("postgres");
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<NativeTypeDefinition> nativeTypes() {
        return NativeTypes.ALL;
    }

    @Override
    public Optional<NativeType> defaultNativeType(FieldType.Scalar scalar) {
        return NativeTypes.DEFAULTS.of(scalar);
    }

    @Override
    public List<IndexType> indexTypes() {
        return IndexTypes.ALL;
    }

    @Override
    public Indexability indexability(NativeType type) {
        return type.name().equals("Xml") ? Indexability.NO : Indexability.YES;
    }

    @Override
    public int maxIdentifierLength() {
        return 63;
    }

    @Override
    public List<ConstraintScope> constraintScopes() {
        return List.of(
                new ConstraintScope(false, EnumSet.of(Kind.PRIMARY_KEY, Kind.INDEX)),
                new ConstraintScope(true, EnumSet.allOf(Kind.class)));
    }

    @Override
    public Set<ReferentialAction> emulatedReferentialActions() {
        return EnumSet.of(ReferentialAction.RESTRICT, ReferentialAction.SET_NULL, ReferentialAction.CASCADE);
    }
}
