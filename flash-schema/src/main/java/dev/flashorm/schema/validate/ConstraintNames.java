package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.source.Span;
import java.nio.charset.StandardCharsets;

/** Names of constraints and indexes against the limit of the database. */
final class ConstraintNames {
    private ConstraintNames() {}

    /** Reports a written name that is longer than the provider's limit. */
    static void checkLength(Provider provider, String name, Span span, Findings findings) {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length > provider.maxIdentifierLength()) {
            findings.error(
                            DiagnosticCode.CONSTRAINT_NAME_LONG,
                            span,
                            "names of constraints have at most " + provider.maxIdentifierLength() + " bytes in "
                                    + provider.displayName() + ", but this one has " + length)
                    .label(length + " bytes");
        }
    }
}
