package dev.flashorm.codegen.java;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/**
 * Emits the record of a row.
 *
 * <pre>{@code
 * public record User(int id, String email, @Nullable String name) {}
 * }</pre>
 */
final class ModelClassEmitter {
    private ModelClassEmitter() {}

    static TypeSpec emit(JavaModel model) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        for (JavaColumn column : model.columns()) {
            ParameterSpec.Builder component = ParameterSpec.builder(column.component(), column.name());
            column.column().documentation().ifPresent(text -> component.addJavadoc("$L\n", Docs.escape(text)));
            components.addParameter(component.build());
        }
        String what = model.model().isView() ? "A row of the view" : "A row of";
        return TypeSpec.recordBuilder(model.row())
                .addJavadoc(Docs.of(
                        model.model().documentation(),
                        what + " {@code " + Docs.escape(model.model().databaseName()) + "}."))
                .addModifiers(Modifier.PUBLIC)
                .recordConstructor(components.build())
                .build();
    }
}
