package dev.flashorm.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
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
        String what = model.model().isView() ? "A row of the view" : "A row of";
        return record(
                model.row(),
                model.columns(),
                Docs.of(
                        model.model().documentation(),
                        what + " {@code " + Docs.escape(model.model().databaseName()) + "}."));
    }

    static TypeSpec emit(JavaComposite composite) {
        return record(
                composite.row(),
                composite.columns(),
                Docs.of(composite.composite().documentation(), "A document inside others."));
    }

    private static TypeSpec record(ClassName row, List<JavaColumn> columns, CodeBlock documentation) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        for (JavaColumn column : columns) {
            ParameterSpec.Builder component = ParameterSpec.builder(column.component(), column.name());
            column.column().documentation().ifPresent(text -> component.addJavadoc("$L\n", Docs.escape(text)));
            components.addParameter(component.build());
        }
        return TypeSpec.recordBuilder(row)
                .addJavadoc(documentation)
                .addModifiers(Modifier.PUBLIC)
                .recordConstructor(components.build())
                .build();
    }
}
