package dev.flashorm.codegen.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import javax.lang.model.element.Modifier;

/**
 * Emits what can be done with the database and inside a transaction alike.
 *
 * <pre>{@code
 * public class AppSession {
 *     public final UserTable users() …
 *     public final <T> T transaction(Function<? super AppSession, ? extends T> work) …
 * }
 * }</pre>
 */
final class SessionClassEmitter {
    private SessionClassEmitter() {}

    static TypeSpec emit(JavaClient client) {
        ClassName session = client.session();
        TypeSpec.Builder code = TypeSpec.classBuilder(session)
                .addJavadoc("The tables, for the database as a whole or inside a transaction.\n")
                .addModifiers(Modifier.PUBLIC)
                .addField(RuntimeNames.SCOPE, "scope", Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(RuntimeNames.SCOPE, "scope")
                        .addStatement("this.scope = scope")
                        .build());
        for (JavaModel model : client.models()) {
            code.addMethod(MethodSpec.methodBuilder(model.accessor())
                    .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                    .returns(model.table())
                    .addStatement("return new $T(scope)", model.table())
                    .build());
        }
        if (!client.client().isDocuments()) {
            code.addMethod(sql());
        }
        TypeVariableName result = result();
        return code.addMethod(MethodSpec.methodBuilder("transaction")
                        .addJavadoc(
                                "Commits when the work returns, rolls back when it throws. Inside a transaction it is a"
                                        + " savepoint.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addTypeVariable(result)
                        .returns(result)
                        .addParameter(work(session, result), "work")
                        .addStatement("return scope.session().transaction(session -> work.apply(inside(session)))")
                        .build())
                .addMethod(MethodSpec.methodBuilder("runTransaction")
                        .addJavadoc("The same for work that gives nothing back.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addParameter(
                                ParameterizedTypeName.get(RuntimeNames.CONSUMER, WildcardTypeName.supertypeOf(session)),
                                "work")
                        .addCode("transaction(session -> {\n$>work.accept(session);\nreturn session;\n$<});\n")
                        .build())
                .addMethod(MethodSpec.methodBuilder("inside")
                        .returns(session)
                        .addParameter(ClassName.get(RuntimeNames.RUNTIME, "Session"), "session")
                        .addStatement("return new $T(scope.in(session))", session)
                        .build())
                .build();
    }

    /** {@code db.sql("SELECT … WHERE x = ?", 3).map(row -> …).list()}. */
    private static MethodSpec sql() {
        return MethodSpec.methodBuilder("sql")
                .addJavadoc("A statement of your own: values stand in it as {@code ?}.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .returns(RuntimeNames.SQL_STATEMENT)
                .addParameter(String.class, "sql")
                .addParameter(
                        ArrayTypeName.of(ClassName.get(Object.class).annotated(JavaColumn.NULLABLE)), "parameters")
                .varargs()
                .addStatement("return new $T(scope, sql, parameters)", RuntimeNames.SQL_STATEMENT)
                .build();
    }

    /** Whatever the work gives, null included. */
    static TypeVariableName result() {
        return TypeVariableName.get("T", ClassName.get(Object.class).annotated(JavaColumn.NULLABLE));
    }

    static TypeName work(ClassName session, TypeVariableName result) {
        return ParameterizedTypeName.get(
                RuntimeNames.FUNCTION, WildcardTypeName.supertypeOf(session), WildcardTypeName.subtypeOf(result));
    }
}
