package dev.flashorm.codegen.python;

import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Generator;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a `generator` block whose provider is `python`. Of a block that was written for Prisma Client Python, the keys
 * that mean nothing here are ignored.
 *
 * @param output the folder of the package, relative to the schema's folder, or absolute
 * @param isAsync whether calls are awaited
 */
record PythonSettings(String output, boolean isAsync) {
    private static final Set<String> KEYS = new TreeSet<>(Set.of("provider", "output", "interface"));

    /** @throws FailureException F7003, when a key is unknown or an interface is none */
    static PythonSettings of(Generator generator) {
        if (generator.provider().filter("python"::equals).isPresent()) {
            for (String key : generator.settings().keySet()) {
                if (!KEYS.contains(key)) {
                    throw wrong(generator, "the python generator has no setting `" + key + "`")
                            .help("its settings are " + String.join(", ", KEYS))
                            .build();
                }
            }
        }
        String style = generator.string("interface").orElse("asyncio");
        if (!style.equals("asyncio") && !style.equals("sync")) {
            throw wrong(generator, "the python generator has no interface `" + style + "`")
                    .help("it is \"asyncio\" or \"sync\"")
                    .build();
        }
        return new PythonSettings(generator.string("output").orElse("flash_client"), style.equals("asyncio"));
    }

    /** What the names of files that are made for an interface end with. */
    String style() {
        return isAsync ? "asyncio" : "sync";
    }

    static FailureException.Builder wrong(Generator generator, String message) {
        return FailureException.of(FailureException.Kind.USAGE, "F7003", message)
                .at(generator.span());
    }
}
