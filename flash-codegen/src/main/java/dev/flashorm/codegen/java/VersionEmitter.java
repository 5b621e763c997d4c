package dev.flashorm.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import javax.lang.model.element.Modifier;

/**
 * Emits what a model with a version has: writes of a row as it was read, which fail if somebody else was faster.
 *
 * <pre>{@code
 * public void update(User row, Consumer<? super UserChanges> changes) {
 *     updateAsRead(row, Users.BY_ID, Users.VERSION, changes);
 * }
 * }</pre>
 */
final class VersionEmitter {
    private static final String STALE = "\n@throws $T if somebody else changed or deleted the row since it was read\n";

    private final JavaModel model;

    VersionEmitter(JavaModel model) {
        this.model = model;
    }

    void add(TypeSpec.Builder code) {
        code.addMethod(update()).addMethod(delete());
        if (model.isSavable()) {
            code.addMethod(save());
        }
    }

    private CodeBlock keyAndVersion() {
        return CodeBlock.of(
                "row, $T.$L, $T.$L",
                model.columnsClass(),
                model.keys().get(model.model().primaryKey().orElseThrow()),
                model.columnsClass(),
                model.column(model.model().version().orElseThrow()).constant());
    }

    private MethodSpec.Builder method(String name, String doc) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc(doc + STALE, RuntimeNames.STALE)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(model.row(), "row");
    }

    private MethodSpec update() {
        return method("update", "Changes the row, which must be as it was read.\n")
                .addParameter(
                        ParameterizedTypeName.get(RuntimeNames.CONSUMER, WildcardTypeName.supertypeOf(model.changes())),
                        "changes")
                .addStatement("updateAsRead($L, changes)", keyAndVersion())
                .build();
    }

    private MethodSpec delete() {
        return method("delete", "Deletes the row, which must be as it was read.\n")
                .addStatement("deleteAsRead($L)", keyAndVersion())
                .build();
    }

    private MethodSpec save() {
        return method(
                        "save",
                        "Gives the row's values to the one that has its key, which must be as it was read; creates it if"
                                + " there is none.\n\n@return the row as the database keeps it")
                .returns(model.row())
                .addStatement(
                        "return saveAsRead($L,$W$T.copyOf(row),$Wchanges -> changes.assign(row))",
                        keyAndVersion(),
                        model.draft())
                .build();
    }
}
