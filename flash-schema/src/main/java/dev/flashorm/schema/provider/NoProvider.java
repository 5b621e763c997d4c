package dev.flashorm.schema.provider;

import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.model.Relation.ReferentialAction;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may be assumed of a schema that has no datasource yet: what all databases of the language share. */
public final class NoProvider implements Provider {
    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.AUTO_INCREMENT,
            Capability.COMPOUND_IDS,
            Capability.ENUMS,
            Capability.JSON,
            Capability.DATABASE_GENERATED_DEFAULT,
            Capability.IMPLICIT_MANY_TO_MANY,
            Capability.FOREIGN_KEYS,
            Capability.PARTIAL_INDEX,
            Capability.EXPRESSION_INDEX,
            Capability.CHECK_CONSTRAINTS,
            Capability.STORED_GENERATED_COLUMNS,
            Capability.VIRTUAL_GENERATED_COLUMNS));

    @Override
    public String name() {
        return "";
    }

    @Override
    public String displayName() {
        return "a schema without a datasource";
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<NativeTypeDefinition> nativeTypes() {
        return List.of();
    }

    @Override
    public Optional<NativeType> defaultNativeType(FieldType.Scalar scalar) {
        return Optional.empty();
    }

    @Override
    public List<IndexType> indexTypes() {
        return List.of(IndexType.ofAnyType("BTree"));
    }

    @Override
    public int maxIdentifierLength() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<ConstraintScope> constraintScopes() {
        return List.of();
    }

    @Override
    public Set<ReferentialAction> emulatedReferentialActions() {
        return EnumSet.allOf(ReferentialAction.class);
    }
}
