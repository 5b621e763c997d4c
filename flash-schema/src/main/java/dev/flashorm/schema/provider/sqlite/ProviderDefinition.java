package dev.flashorm.schema.provider.sqlite;

import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.model.Relation.ReferentialAction;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.ConstraintScope;
import dev.flashorm.schema.provider.ConstraintScope.Kind;
import dev.flashorm.schema.provider.IndexType;
import dev.flashorm.schema.provider.NativeTypeDefinition;
import dev.flashorm.schema.provider.Provider;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SQLite: it sets no limit to identifiers; ours only keeps them sane. */
public final class ProviderDefinition implements Provider {
    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.ENUMS,
            Capability.JSON,
            Capability.DECIMAL,
            Capability.AUTO_INCREMENT,
            Capability.DATABASE_GENERATED_DEFAULT,
            Capability.MODELS_WITHOUT_ID,
            Capability.COMPOUND_IDS,
            Capability.IMPLICIT_MANY_TO_MANY,
            Capability.PARTIAL_INDEX,
            Capability.EXPRESSION_INDEX,
            Capability.FOREIGN_KEYS,
            Capability.CHECK_CONSTRAINTS,
            Capability.STORED_GENERATED_COLUMNS,
            Capability.VIRTUAL_GENERATED_COLUMNS));

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String displayName() {
        return "SQLite";
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
    public int maxIdentifierLength() {
        return 10_000;
    }

    @Override
    public List<ConstraintScope> constraintScopes() {
        return List.of(new ConstraintScope(false, EnumSet.of(Kind.INDEX)));
    }

    @Override
    public Set<ReferentialAction> emulatedReferentialActions() {
        return EnumSet.of(ReferentialAction.RESTRICT, ReferentialAction.SET_NULL, ReferentialAction.CASCADE);
    }
}
