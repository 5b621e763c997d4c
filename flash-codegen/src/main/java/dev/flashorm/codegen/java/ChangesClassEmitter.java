package dev.flashorm.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.ValueType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Emits the changes that can be made to a row.
 *
 * <pre>{@code
 * public final class UserChanges extends Changes {
 *     public UserChanges name(@Nullable String name) …
 *     public UserChanges nameNull() …
 *     public NumberChange<UserChanges, Integer> visits() …
 * }
 * }</pre>
 */
final class ChangesClassEmitter {
    private final JavaClient client;
    private final JavaModel model;
    private final NameScope withoutArguments = NameScope.members(
            "stamp", "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private ChangesClassEmitter(JavaClient client, JavaModel model) {
        this.client = client;
        this.model = model;
    }

    static TypeSpec emit(JavaClient client, JavaModel model) {
        return new ChangesClassEmitter(client, model).emit();
    }

    private TypeSpec emit() {
        TypeSpec.Builder code = TypeSpec.classBuilder(model.changes())
                .addJavadoc("New values for columns of {@link $T}: only what is called is written.\n", model.row())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(RuntimeNames.CHANGES)
                .addMethod(MethodSpec.constructorBuilder().build());
        List<JavaColumn> columns = model.columns().stream()
                .filter(column ->
                        !column.column().isGenerated() && !column.column().isVersion())
                .toList();
        for (JavaColumn column : columns) {
            code.addMethod(set(column));
            if (column.column().type().isNumber() && !column.column().isList()) {
                code.addMethod(number(column));
            }
            if (column.isNullable()) {
                code.addMethod(setNull(column));
            }
        }
        new RelatedEmitter(client, model).changes(code, withoutArguments);
        if (model.isSavable()) {
            code.addMethod(assign(columns));
        }
        List<JavaColumn> stamped =
                columns.stream().filter(column -> column.column().isUpdatedAt()).toList();
        Optional<JavaColumn> version = model.model().version().map(model::column);
        if (!stamped.isEmpty() || version.isPresent()) {
            code.addMethod(stamp(stamped, version));
        }
        return code.build();
    }

    private MethodSpec set(JavaColumn column) {
        MethodSpec.Builder code = MethodSpec.methodBuilder(column.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(model.changes())
                .addParameter(column.component(), column.name());
        column.column().documentation().ifPresent(text -> code.addJavadoc("$L\n", Docs.escape(text)));
        return code.addStatement("set($L, $L)", constant(column), column.name())
                .addStatement("return this")
                .build();
    }

    private MethodSpec number(JavaColumn column) {
        return MethodSpec.methodBuilder(withoutArguments.take(column.name()))
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(RuntimeNames.NUMBER_CHANGE, model.changes(), column.boxed()))
                .addStatement("return new $T<>(this, $L)", RuntimeNames.NUMBER_CHANGE, constant(column))
                .build();
    }

    private MethodSpec setNull(JavaColumn column) {
        return MethodSpec.methodBuilder(withoutArguments.take(column.name() + "Null"))
                .addModifiers(Modifier.PUBLIC)
                .returns(model.changes())
                .addStatement("set($L, null)", constant(column))
                .addStatement("return this")
                .build();
    }

    /** What is managed is left to whoever manages it. */
    private MethodSpec assign(List<JavaColumn> columns) {
        List<ColumnClient> key = model.model().primaryKey().orElseThrow().columns();
        MethodSpec.Builder code = MethodSpec.methodBuilder("assign")
                .addJavadoc("All values of a row but its key and what is set at every write.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(model.changes())
                .addParameter(model.row(), "row");
        columns.stream()
                .filter(column ->
                        !key.contains(column.column()) && !column.column().isUpdatedAt())
                .forEach(column -> code.addStatement("set($L, row.$L())", constant(column), column.name()));
        return code.addStatement("return this").build();
    }

    private MethodSpec stamp(List<JavaColumn> stamped, Optional<JavaColumn> version) {
        MethodSpec.Builder code =
                MethodSpec.methodBuilder("stamp").addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
        for (JavaColumn column : stamped) {
            code.beginControlFlow("if (!has($L))", constant(column));
            code.addStatement(
                    "set($L, $L)",
                    constant(column),
                    DefaultValues.now(column.column().type()));
            code.endControlFlow();
        }
        version.ifPresent(column -> code.addStatement(
                "new $T<>(this, $L).increment($L)",
                RuntimeNames.NUMBER_CHANGE,
                constant(column),
                column.column().type() == ValueType.BIG_INT ? "1L" : "1"));
        return code.build();
    }

    private CodeBlock constant(JavaColumn column) {
        return CodeBlock.of("$T.$L", model.columnsClass(), column.constant());
    }
}
