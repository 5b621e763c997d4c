package dev.flashorm.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.flashorm.codegen.ir.DialectClient;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/**
 * Emits how the database writes what queries leave open.
 *
 * <pre>{@code
 * final class AppDialect {
 *     static final Dialect DIALECT = Dialect.builder(Dialect.PatternStyle.LIKE, true)
 *             .with(Fragment.EQ, "{} = ?")
 *             …
 * }
 * }</pre>
 */
final class DialectClassEmitter {
    private DialectClassEmitter() {}

    static TypeSpec emit(JavaClient client) {
        DialectClient dialect = client.client().dialect();
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.builder($T.$L, $L)$>$>",
                        RuntimeNames.DIALECT,
                        RuntimeNames.DIALECT.nestedClass("PatternStyle"),
                        dialect.patterns(),
                        dialect.hasArrays());
        dialect.fragments()
                .forEach((fragment, sql) -> code.add("\n.with($T.$L, $S)", RuntimeNames.FRAGMENT, fragment, sql));
        dialect.variants()
                .forEach((relative, fragments) -> fragments.forEach((fragment, sql) -> code.add(
                        "\n.with($T.$L, $T.$L, $S)",
                        RuntimeNames.DATABASE_KIND,
                        relative.toUpperCase(Locale.ROOT),
                        RuntimeNames.FRAGMENT,
                        fragment,
                        sql)));
        return TypeSpec.classBuilder(client.dialect())
                .addJavadoc("How the database writes what queries leave open.\n")
                .addModifiers(Modifier.FINAL)
                .addField(FieldSpec.builder(RuntimeNames.DIALECT, "DIALECT", Modifier.STATIC, Modifier.FINAL)
                        .initializer(code.add("\n.build()$<$<").build())
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }
}
