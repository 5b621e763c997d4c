package dev.flashorm.codegen;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Generator;
import dev.flashorm.schema.model.Schema;
import java.util.Set;

/** A language that clients are generated in. Stateless; found by {@link java.util.ServiceLoader}. */
public interface Language {
    /** What a `generator` block calls it: `java`. */
    String provider();

    /** What other tools call it, whose blocks are understood: `prisma-client-js`. */
    default Set<String> aliases() {
        return Set.of();
    }

    /**
     * Prints a client.
     *
     * @param generator the block that asks for it; its provider is this language
     * @throws FailureException F7003 when the block has a wrong setting, and others where the language cannot say what the
     *     schema says
     */
    Generated generate(Schema schema, Client client, Generator generator);
}
