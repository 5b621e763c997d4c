package dev.flashorm.codegen;

import dev.flashorm.codegen.build.ClientBuilder;
import dev.flashorm.codegen.dialect.ClientDialect;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.java.JavaEmitter;
import dev.flashorm.codegen.java.JavaSettings;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.Generator;
import dev.flashorm.schema.model.Schema;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Schema in, sources out; nothing touches the disk. */
public final class CodeGenerator {
    private static final List<Language> LANGUAGES =
            ServiceLoader.load(Language.class, Language.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    /** The language that a `generator` block asks for; empty where it is somebody else's. */
    public static Optional<Language> language(Generator generator) {
        String provider = generator.provider().orElse("");
        return LANGUAGES.stream()
                .filter(language -> language.provider().equals(provider)
                        || language.aliases().contains(provider))
                .findFirst();
    }

    /** The languages by the names that `generator` blocks call them by, in alphabetical order. */
    public static List<String> languages() {
        return LANGUAGES.stream().map(Language::provider).sorted().toList();
    }

    /**
     * Generates the Java client of a schema.
     *
     * @param schema a valid one
     * @return the files in the order of their paths; the same schema gives the same bytes
     * @throws FailureException if there is no datasource, or none whose clients can be generated, or a model
     *     that is no Java record
     */
    public List<GeneratedFile> generate(Schema schema, JavaSettings settings) {
        return JavaEmitter.emit(schema, client(schema), settings);
    }

    /** What every language prints. */
    public Client client(Schema schema) {
        return ClientBuilder.build(schema, dialect(schema));
    }

    private static ClientDialect dialect(Schema schema) {
        Datasource datasource = schema.datasource()
                .orElseThrow(() -> FailureException.failed("F7001", "the schema has no `datasource` block")
                        .help("add one: its `provider` decides which SQL is generated")
                        .build());
        for (ClientDialect dialect : ServiceLoader.load(ClientDialect.class, ClientDialect.class.getClassLoader())) {
            if (dialect.provider().equals(datasource.provider())) {
                return dialect;
            }
        }
        throw FailureException.failed("F7002", "no client can be generated for `" + datasource.provider() + "` yet")
                .at(datasource.span())
                .build();
    }
}
