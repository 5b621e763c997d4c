package dev.flashorm.schema.provider;

import dev.flashorm.schema.model.Datasource.RelationMode;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.model.Relation.ReferentialAction;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One kind of database, as the language sees it. Implementations are stateless. */
public interface Provider {
    /** The canonical name: `postgresql`. */
    String name();

    /** The name for people: `PostgreSQL`. */
    String displayName();

    /** Other names that `provider = "…"` accepts: `postgres`. */
    default List<String> aliases() {
        return List.of();
    }

    Set<Capability> capabilities();

    /** All native types, by the name after `@db.`. */
    List<NativeTypeDefinition> nativeTypes();

    /**
     * The native type of a field that has no `@db.` attribute. On SQLite, which has no `@db.` types, it is the declared
     * type of the column.
     */
    Optional<NativeType> defaultNativeType(FieldType.Scalar scalar);

    /** The access methods that `type:` of an index may name; the first one is the default. */
    List<IndexType> indexTypes();

    /** Whether columns of a native type can stand in indexes and keys. */
    default Indexability indexability(NativeType type) {
        return Indexability.YES;
    }

    /** The longest identifier. In bytes of UTF-8 on PostgreSQL, in characters on MySQL. */
    int maxIdentifierLength();

    /** Within what names of constraints must differ. */
    List<ConstraintScope> constraintScopes();

    /** The referential actions that the database itself can carry out. */
    default Set<ReferentialAction> referentialActions() {
        return EnumSet.allOf(ReferentialAction.class);
    }

    /** The referential actions that the client carries out when there are no foreign keys. */
    Set<ReferentialAction> emulatedReferentialActions();

    /** What holds when the datasource has no `relationMode`. */
    default RelationMode defaultRelationMode() {
        return has(Capability.FOREIGN_KEYS) ? RelationMode.FOREIGN_KEYS : RelationMode.CLIENT;
    }

    default boolean has(Capability capability) {
        return capabilities().contains(capability);
    }

    /** The actions that may be written in a schema of this relation mode. */
    default Set<ReferentialAction> referentialActions(RelationMode mode) {
        return mode == RelationMode.FOREIGN_KEYS ? referentialActions() : emulatedReferentialActions();
    }

    /** The native type of exactly this name. */
    default Optional<NativeTypeDefinition> nativeType(String nativeTypeName) {
        for (NativeTypeDefinition definition : nativeTypes()) {
            if (definition.name().equals(nativeTypeName)) {
                return Optional.of(definition);
            }
        }
        return Optional.empty();
    }

    default Optional<IndexType> indexType(String indexTypeName) {
        for (IndexType type : indexTypes()) {
            if (type.name().equals(indexTypeName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether `provider = "…"` of this text means this database. */
    default boolean answersTo(String written) {
        return name().equals(written) || aliases().contains(written);
    }
}
