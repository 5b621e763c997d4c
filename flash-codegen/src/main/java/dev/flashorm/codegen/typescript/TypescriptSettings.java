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
 *   importFileExtension = "ts"                // or "js", or "" for none: what imports between the files end with
 * }
 * </pre>
 *
 * A block of the reference's may have more settings, which mean nothing here.
 *
 * @param output relative to the schema's folder, or absolute
 * @param extension of imports, with its dot; or empty
 */
record TypescriptSettings(String output, String extension) {
    private static final String WRONG_SETTING = "F7003";
    private static final Set<String> KEYS = new TreeSet<>(Set.of("provider", "output", "importFileExtension"));
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
        String extension = generator.string("importFileExtension").orElse("ts");
        if (!EXTENSIONS.contains(extension)) {
            throw wrong(generator, "imports can't end with `" + extension + "`")
                    .help("`importFileExtension` is \"ts\", \"js\" or \"\"")
                    .build();
        }
        return new TypescriptSettings(
                generator.string("output").orElse("generated/flash"), extension.isEmpty() ? "" : "." + extension);
    }

    private static FailureException.Builder wrong(Generator generator, String message) {
        return FailureException.of(FailureException.Kind.USAGE, WRONG_SETTING, message)
                .at(generator.span());
    }
}
