package dev.flashorm.schema.provider.mongodb;

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

/** MongoDB: index names have 127 bytes; no foreign keys, so the client keeps relations intact. */
public final class ProviderDefinition implements Provider {
    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.SCALAR_LISTS,
            Capability.ENUMS,
            Capability.JSON,
            Capability.COMPOSITE_TYPES,
            Capability.AUTO_DEFAULT,
            Capability.DOCUMENT_ID,
            Capability.EMBEDDED_MANY_TO_MANY,
            Capability.FULL_TEXT_INDEX,
            Capability.FULL_TEXT_SORT_ORDER));

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public String displayName() {
        return "MongoDB";
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
        return 127;
    }

    @Override
    public List<ConstraintScope> constraintScopes() {
        return List.of(new ConstraintScope(true, EnumSet.of(Kind.INDEX)));
    }

    @Override
    public Set<ReferentialAction> referentialActions() {
        return EnumSet.noneOf(ReferentialAction.class);
    }

    @Override
    public Set<ReferentialAction> emulatedReferentialActions() {
        return EnumSet.complementOf(EnumSet.of(ReferentialAction.SET_DEFAULT));
    }
}
