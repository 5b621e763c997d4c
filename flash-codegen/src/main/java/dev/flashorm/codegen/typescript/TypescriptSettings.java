package dev.flashorm.codegen.typescript;

import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Generator;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a `generator` block whose provider is `typescript`:
 *
 * <pre>
 * generator client {
 *   provider            = "typescript"
 *   output              = "generated/flash"   // from the schema's folder; this is the default
 *   emit                = "ts"                // or "js": modules of ECMAScript, with declarations
 *   importFileExtension = "ts"                // or "js", or "" for none: what imports between the files end with
 * }
 * </pre>
 *
 * A block of the reference's may have more settings, which mean nothing here.
 *
 * @param output relative to the schema's folder, or absolute
 * @param isJavascript whether it is modules of ECMAScript with declarations that are written
 * @param extension of imports, with its dot; or empty
 */
record TypescriptSettings(String output, boolean isJavascript, String extension) {
    private static final String WRONG_SETTING = "F7003";
    private static final Set<String> KEYS = new TreeSet<>(Set.of("provider", "output", "emit", "importFileExtension"));
    private static final Set<String> EMITTED = Set.of("ts", "js");
    private static final Set<String> EXTENSIONS = Set.of("ts", "js", "");

    /** @throws FailureException F7003, when a key is unknown or its value is none that it has */
    static TypescriptSettings of(Generator generator) {
        boolean isOwn = generator.provider().orElse("").equals(TypescriptLanguage.PROVIDER);
        for (String key : generator.settings().keySet()) {
            if (isOwn && !KEYS.contains(key)) {
                throw wrong(generator, "the typescript generator has no setting `" + key + "`")
                        .help("its settings are " + String.join(", ", KEYS))
                        .build();
            }
        }
        String emit = generator.string("emit").orElse("ts");
        if (!EMITTED.contains(emit)) {
            throw wrong(generator, "the typescript generator can't emit `" + emit + "`")
                    .help("`emit` is \"ts\" or \"js\"")
                    .build();
        }
        String extension = generator.string("importFileExtension").orElse(emit);
        if (!EXTENSIONS.contains(extension)) {
            throw wrong(generator, "imports can't end with `" + extension + "`")
                    .help("`importFileExtension` is \"ts\", \"js\" or \"\"")
                    .build();
        }
        if (emit.equals("js") && extension.equals("ts")) {
            throw wrong(generator, "modules of JavaScript can't import `ts`")
                    .help("with `emit = \"js\"` `importFileExtension` is \"js\" or \"\"")
                    .build();
        }
        return new TypescriptSettings(
                generator.string("output").orElse("generated/flash"),
                emit.equals("js"),
                extension.isEmpty() ? "" : "." + extension);
    }

    private static FailureException.Builder wrong(Generator generator, String message) {
        return FailureException.of(FailureException.Kind.USAGE, WRONG_SETTING, message)
                .at(generator.span());
    }
}
