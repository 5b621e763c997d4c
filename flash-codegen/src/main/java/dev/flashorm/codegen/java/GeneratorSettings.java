package dev.flashorm.codegen.java;

import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Generator;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/**
 * Reads a `generator` block whose provider is `java`:
 *
 * <pre>
 * generator client {
 *   provider = "java"
 *   output   = "src/main/java"   // from the schema's folder; this is the default
 *   package  = "app.db"          // db
 *   client   = "AppDb"           // the class to begin with
 * }
 * </pre>
 *
 * @param output relative to the schema's folder, or absolute
 */
public record GeneratorSettings(String output, JavaSettings java) {
    private static final String WRONG_SETTING = "F7003";
    private static final Set<String> KEYS = new TreeSet<>(Set.of("provider", "output", "package", "client"));

    /** @throws FailureException F7003, when a key is unknown or a name is none of Java's */
    public static GeneratorSettings of(Generator generator) {
        for (String key : generator.settings().keySet()) {
            if (!KEYS.contains(key)) {
                throw wrong(generator, "the java generator has no setting `" + key + "`")
                        .help("its settings are " + String.join(", ", KEYS))
                        .build();
            }
        }
        String packageName = generator.string("package").orElse(JavaSettings.DEFAULT.packageName());
        String clientName = generator.string("client").orElse(JavaSettings.DEFAULT.clientName());
        if (!SourceVersion.isName(packageName, SourceVersion.RELEASE_17)) {
            throw wrong(generator, "`" + packageName + "` can't be the name of a Java package")
                    .build();
        }
        if (!SourceVersion.isName(clientName, SourceVersion.RELEASE_17) || clientName.indexOf('.') >= 0) {
            throw wrong(generator, "`" + clientName + "` can't be the name of a Java class")
                    .build();
        }
        return new GeneratorSettings(
                generator.string("output").orElse("src/main/java"), new JavaSettings(packageName, clientName));
    }

    private static FailureException.Builder wrong(Generator generator, String message) {
        return FailureException.of(FailureException.Kind.USAGE, WRONG_SETTING, message)
                .at(generator.span());
    }
}
