package dev.flashorm.schema.provider;

import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The native type of every scalar where a schema names none; filled once by a provider. */
public final class DefaultNativeTypes {
    private static final Span NOWHERE = new Span(new SourceFile("<default>", ""), 0, 0);

    private final Map<Scalar, NativeType> types = new EnumMap<>(Scalar.class);

    public DefaultNativeTypes add(Scalar scalar, String name, String... arguments) {
        types.put(scalar, new NativeType(name, List.of(arguments), NOWHERE));
        return this;
    }

    public Optional<NativeType> of(Scalar scalar) {
        return Optional.ofNullable(types.get(scalar));
    }
}
