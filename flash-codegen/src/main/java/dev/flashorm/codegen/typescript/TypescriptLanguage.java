package dev.flashorm.codegen.typescript;

import dev.flashorm.codegen.Generated;
import dev.flashorm.codegen.Language;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.schema.model.Generator;
import dev.flashorm.schema.model.Schema;
import java.util.Set;

/** TypeScript 5.8 and newer: ECMAScript modules, strict. */
public final class TypescriptLanguage implements Language {
    static final String PROVIDER = "typescript";

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Set<String> aliases() {
        return Set.of("prisma-client", "prisma-client-js");
    }

    @Override
    public Generated generate(Schema schema, Client client, Generator generator) {
        TypescriptSettings settings = TypescriptSettings.of(generator);
        return new Generated(settings.output(), TypescriptEmitter.emit(client, settings));
    }
}
