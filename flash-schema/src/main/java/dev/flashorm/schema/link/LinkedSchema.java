package dev.flashorm.schema.link;

import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.provider.Provider;
import java.util.Optional;

/**
 * A schema with the way back to its text.
 *
 * @param provider of the datasource; empty without a datasource or with a provider that nobody knows
 */
public record LinkedSchema(Schema schema, Origins origins, Optional<Provider> provider) {}
