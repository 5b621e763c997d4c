package dev.flashorm.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.ModelClient;
import javax.lang.model.element.Modifier;

/**
 * Emits where hooks are added.
 *
 * <pre>{@code
 * public final class AppHooks {
 *     final Hooks<AppSession> hooks = new Hooks<>(AppSession::new);
 *     public ModelHooks<AppSession, User, NewUser, UserChanges> users() …
 * }
 * }</pre>
 */
final class HooksClassEmitter {
    private HooksClassEmitter() {}

    static TypeSpec emit(JavaClient client) {
        ClassName session = client.session();
        TypeSpec.Builder code = TypeSpec.classBuilder(client.hooks())
                .addJavadoc(
                        "What runs before and after the writes of each model: see {@link $T#withHooks}.\n",
                        client.database())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(FieldSpec.builder(
                                ParameterizedTypeName.get(RuntimeNames.HOOKS, session), "hooks", Modifier.FINAL)
                        .initializer("new $T<>($T::new)", RuntimeNames.HOOKS, session)
                        .build())
                .addMethod(MethodSpec.constructorBuilder().build());
        client.models().stream()
                .filter(HooksClassEmitter::isKeyed)
                .forEach(model -> code.addMethod(accessor(session, model)));
        return code.build();
    }

    /** Hooks are given rows that are found again by their first key. */
    private static boolean isKeyed(JavaModel java) {
        ModelClient model = java.model();
        return !model.isView()
                && !model.keys().isEmpty()
                && model.keys().get(0).columns().stream().noneMatch(ColumnClient::isNullable);
    }

    private static MethodSpec accessor(ClassName session, JavaModel model) {
        boolean isInsertable = model.model().insert().isPresent();
        TypeName type = isInsertable
                ? ParameterizedTypeName.get(
                        RuntimeNames.MODEL_HOOKS, session, model.row(), model.draft(), model.changes())
                : ParameterizedTypeName.get(RuntimeNames.ROW_HOOKS, session, model.row(), model.changes());
        return MethodSpec.methodBuilder(model.accessor())
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return hooks.$L($T.TABLE)", isInsertable ? "of" : "ofFixed", model.columnsClass())
                .build();
    }
}
