package dev.flashorm.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.ModelClient;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Emits the class to begin with.
 *
 * <pre>{@code
 * public final class AppDb extends AppSession implements AutoCloseable {
 *     public static AppDb connect(String url) …
 *     public static AppDb of(DataSource dataSource) …
 * }
 * }</pre>
 */
final class DatabaseClassEmitter {
    private DatabaseClassEmitter() {}

    static TypeSpec emit(JavaClient client) {
        TypeVariableName result = SessionClassEmitter.result();
        boolean isDocuments = client.client().isDocuments();
        ClassName database = isDocuments ? RuntimeNames.MONGODB_DATABASE : RuntimeNames.FLASH_DATABASE;
        CodeBlock language = isDocuments
                ? CodeBlock.of("$T.INSTANCE", RuntimeNames.MONGODB_ENGINE)
                : CodeBlock.of("$T.DIALECT", client.dialect());
        TypeSpec.Builder code = TypeSpec.classBuilder(client.database())
                .addJavadoc("The database and its pool of connections: one for a process, used by many threads.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(client.session())
                .addSuperinterface(AutoCloseable.class)
                .addField(names())
                .addField(database, "database", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(database, "database")
                        .addParameter(RuntimeNames.SCOPE, "scope")
                        .addStatement("super(scope)")
                        .addStatement("this.database = database")
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(database, "database")
                        .addStatement("this(database, $T.of(database.session(), $L))", RuntimeNames.SCOPE, language)
                        .build())
                .addMethod(MethodSpec.methodBuilder("connect")
                        .addJavadoc("Opens a pool of connections.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(client.database())
                        .addParameter(String.class, "url")
                        .addStatement("return new $T($T.connect(url, NAMES))", client.database(), database)
                        .build())
                .addMethod(isDocuments ? DocumentCode.of(client.database()) : of(client))
                .addMethod(withHooks(client))
                .addMethod(MethodSpec.methodBuilder("transaction")
                        .addJavadoc("A transaction with its own isolation, time-out or retries on conflict.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .addTypeVariable(result)
                        .returns(result)
                        .addParameter(RuntimeNames.TRANSACTION_OPTIONS, "options")
                        .addParameter(SessionClassEmitter.work(client.session(), result), "work")
                        .addStatement("return database.transaction(options, session -> work.apply(inside(session)))")
                        .build())
                .addMethod(MethodSpec.methodBuilder("database")
                        .addJavadoc("What is below: for statements of your own.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(database)
                        .addStatement("return database")
                        .build())
                .addMethod(namesMethod(client))
                .addMethod(MethodSpec.methodBuilder("close")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("database.close()")
                        .build());
        code.addMethod(MethodSpec.methodBuilder("listen")
                .addJavadoc("Tells of every statement from now on.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeNames.STATEMENT_LISTENER.nestedClass("Subscription"))
                .addParameter(RuntimeNames.STATEMENT_LISTENER, "listener")
                .addStatement("return database.listen(listener)")
                .build());
        return code.build();
    }

    private static MethodSpec withHooks(JavaClient client) {
        return MethodSpec.methodBuilder("withHooks")
                .addJavadoc("The same database, whose writes run hooks; this one stays without them.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(client.database())
                .addParameter(
                        ParameterizedTypeName.get(RuntimeNames.CONSUMER, WildcardTypeName.supertypeOf(client.hooks())),
                        "define")
                .addStatement("$T added = new $T()", client.hooks(), client.hooks())
                .addStatement("define.accept(added)")
                .addStatement("return new $T(database, scope.with(added.hooks))", client.database())
                .build();
    }

    private static MethodSpec of(JavaClient client) {
        return MethodSpec.methodBuilder("of")
                .addJavadoc("Uses a pool of connections that stays yours to configure and to close.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(client.database())
                .addParameter(RuntimeNames.DATA_SOURCE, "dataSource")
                .addStatement("return new $T($T.of(dataSource, NAMES))", client.database(), RuntimeNames.FLASH_DATABASE)
                .build();
    }

    /** By which errors speak of tables, columns and constraints. */
    private static FieldSpec names() {
        return FieldSpec.builder(RuntimeNames.MODEL_NAMES, "NAMES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("names()")
                .build();
    }

    /** One statement for each model: compilers recurse into a chain of calls, and a long one overflows their stack. */
    private static MethodSpec namesMethod(JavaClient client) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (JavaModel java : client.models()) {
            ModelClient model = java.model();
            List<CodeBlock> calls = new ArrayList<>();
            calls.add(CodeBlock.of(".table($S, $S)", model.databaseName(), model.name()));
            for (ColumnClient column : model.columns()) {
                if (!column.databaseName().equals(column.name())) {
                    calls.add(CodeBlock.of(
                            ".column($S, $S, $S)", model.databaseName(), column.databaseName(), column.name()));
                }
            }
            for (ModelClient.Constraint constraint : model.constraints()) {
                CodeBlock fields = constraint.fields().stream()
                        .map(field -> CodeBlock.of("$S", field))
                        .collect(CodeBlock.joining(", "));
                calls.add(CodeBlock.of(".constraint($S, $S, $L)", model.databaseName(), constraint.name(), fields));
            }
            Chains.add(code, "names", calls);
        }
        return MethodSpec.methodBuilder("names")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(RuntimeNames.MODEL_NAMES)
                .addStatement(
                        "$T names = $T.builder()",
                        RuntimeNames.MODEL_NAMES.nestedClass("Builder"),
                        RuntimeNames.MODEL_NAMES)
                .addCode(code.build())
                .addStatement("return names.build()")
                .build();
    }
}
