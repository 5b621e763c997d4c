package dev.flashorm.codegen.java;

import dev.flashorm.codegen.Generated;
import dev.flashorm.codegen.Language;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.schema.model.Generator;
import dev.flashorm.schema.model.Schema;

/** Java 17. */
public final class JavaLanguage implements Language {
    @Override
    public String provider() {
        return "java";
    }

    @Override
    public Generated generate(Schema schema, Client client, Generator generator) {
        GeneratorSettings settings = GeneratorSettings.of(generator);
        return new Generated(settings.output(), JavaEmitter.emit(schema, client, settings.java()));
    }
}
