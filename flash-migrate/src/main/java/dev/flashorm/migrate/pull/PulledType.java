package dev.flashorm.migrate.pull;

import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.provider.Provider;
import java.util.List;
import java.util.Optional;

/**
 * A type of the language.
 *
 * @param nativeType what stands after `@db.`, empty where the scalar's default says it
 */
public record PulledType(Scalar scalar, Optional<String> nativeType) {
    /** Leaves the native type out when it is the scalar's own. */
    public static PulledType of(Provider provider, Scalar scalar, String nativeName, List<String> arguments) {
        boolean usual = provider.defaultNativeType(scalar)
                .filter(type ->
                        type.name().equals(nativeName) && type.arguments().equals(arguments))
                .isPresent();
        String text = arguments.isEmpty() ? nativeName : nativeName + "(" + String.join(", ", arguments) + ")";
        return new PulledType(scalar, usual ? Optional.empty() : Optional.of(text));
    }
}
