package dev.flashorm.schema.provider;

import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.model.Relation.ReferentialAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One kind of database, as the language sees it. Implementations are stateless. */
public interface Provider {
    /** The canonical name: `postgresql`. */
    String name();

    /** Other names that `provider = "…"` accepts: `postgres`. */
    List<String> aliases();

    Set<Capability> capabilities();

    /** All native types, by the name after `@db.`. */
    List<NativeTypeDefinition> nativeTypes();

    /** The native type of a field that has no `@db.` attribute; empty where the database has only its storage class. */
    Optional<NativeType> defaultNativeType(FieldType.Scalar scalar);

    /** The longest identifier. In bytes of UTF-8 on PostgreSQL, in characters on MySQL. */
    int maxIdentifierLength();

    /** The referential actions that may be written. */
    Set<ReferentialAction> referentialActions();

    default boolean has(Capability capability) {
        return capabilities().contains(capability);
    }
}
