package dev.flashorm.schema.provider.mysql;

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

/** MySQL and MariaDB: identifiers have 64 characters (manual, 9.2.1). */
public final class ProviderDefinition implements Provider {
    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.ENUMS,
            Capability.JSON,
            Capability.DECIMAL,
            Capability.AUTO_INCREMENT,
            Capability.AUTO_INCREMENT_ON_NON_ID,
            Capability.DATABASE_GENERATED_DEFAULT,
            Capability.MODELS_WITHOUT_ID,
            Capability.COMPOUND_IDS,
            Capability.NAMED_FOREIGN_KEYS,
            Capability.IMPLICIT_MANY_TO_MANY,
            Capability.FULL_TEXT_INDEX,
            Capability.MULTIPLE_FULL_TEXT_INDEXES,
            Capability.EXPRESSION_INDEX,
            Capability.INDEX_PREFIX_LENGTH,
            Capability.FOREIGN_KEYS,
            Capability.SET_DEFAULT_IGNORED,
            Capability.SHARD_KEYS,
            Capability.CHECK_CONSTRAINTS,
            Capability.STORED_GENERATED_COLUMNS,
            Capability.VIRTUAL_GENERATED_COLUMNS));

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public String displayName() {
        return "MySQL";
    }

    @Override
    public List<String> aliases() {
        return List.of("mariadb");
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
        return type.name().endsWith("Text") || type.name().endsWith("Blob")
                ? Indexability.WITH_LENGTH
                : Indexability.YES;
    }

    @Override
    public int maxIdentifierLength() {
        return 64;
    }

    @Override
    public List<ConstraintScope> constraintScopes() {
        return List.of(
                new ConstraintScope(false, EnumSet.of(Kind.FOREIGN_KEY)),
                new ConstraintScope(true, EnumSet.of(Kind.INDEX)));
    }

    @Override
    public Set<ReferentialAction> emulatedReferentialActions() {
        return EnumSet.complementOf(EnumSet.of(ReferentialAction.SET_DEFAULT));
    }
}
