package dev.flashorm.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.flashorm.codegen.ir.DefaultClient;
import dev.flashorm.codegen.ir.InsertClient;
import dev.flashorm.codegen.ir.ValueType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Emits the draft of a new row: what must be given are arguments, all else has a method.
 *
 * <pre>{@code
 * public final class NewUser {
 *     public static NewUser of(String email) …
 *     public NewUser withName(@Nullable String name) …
 *     public @Nullable String name() …
 * }
 * }</pre>
 */
final class DraftClassEmitter {
    private final JavaClient client;
    private final JavaModel model;
    private final InsertClient insert;
    private final List<JavaColumn> columns;
    private final List<JavaColumn> required;
    private final RelatedEmitter related;
    private final List<JavaColumn> attached;

    private DraftClassEmitter(JavaClient client, JavaModel model, InsertClient insert) {
        this.client = client;
        this.model = model;
        this.insert = insert;
        this.columns = model.columns().stream()
                .filter(column -> !column.column().isGenerated())
                .toList();
        this.required = columns.stream()
                .filter(column -> column.column().isRequiredInDraft())
                .toList();
        this.related = new RelatedEmitter(client, model);
        this.attached = model.columns(related.attached());
    }

    /** As in `withName`. */
    static String word(JavaColumn column) {
        return Character.toUpperCase(column.name().charAt(0)) + column.name().substring(1);
    }

    static TypeSpec emit(JavaClient client, JavaModel model, InsertClient insert) {
        return new DraftClassEmitter(client, model, insert).emit();
    }

    private TypeSpec emit() {
        TypeSpec.Builder code = TypeSpec.classBuilder(model.draft())
                .addJavadoc("A {@link $T} to create. Immutable, and good for any number of rows.\n", model.row())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        columns.forEach(column -> code.addField(field(column)));
        code.addMethod(requiredConstructor());
        if (hasSetters()) {
            code.addMethod(copyConstructor());
        }
        code.addMethod(of());
        if (!attached.isEmpty()) {
            code.addMethod(ofAttached());
        }
        if (model.isSavable()) {
            code.addMethod(copyOf());
        }
        NameScope methods = NameScope.members("of", "copyOf", "completed", "bind");
        columns.forEach(column -> methods.take("with" + word(column)));
        columns.forEach(column -> code.addMethod(with(column)));
        related.draft(code, methods);
        columns.forEach(column -> code.addMethod(given(column, methods.take(column.name()))));
        if (isCompleted(model)) {
            code.addMethod(completed());
        }
        return code.addMethod(client.client().isDocuments() ? DocumentCode.write(model, columns, attached) : bind())
                .build();
    }

    /** Whether the client makes values for some columns. */
    static boolean isCompleted(JavaModel model) {
        return model.columns().stream().anyMatch(column -> column.column().isFilledByClient());
    }

    private boolean hasSetters() {
        return !columns.isEmpty() || !related.isEmpty();
    }

    private boolean isNullable(JavaColumn column) {
        return column.isNullable()
                || attached.contains(column)
                || column.column().isFilledByClient()
                || column.column().isFilledByDatabase();
    }

    private FieldSpec field(JavaColumn column) {
        FieldSpec.Builder field = FieldSpec.builder(fieldType(column), column.name());
        if (!hasSetters()) {
            field.addModifiers(Modifier.FINAL);
        }
        DefaultValues.initial(client.client(), column).ifPresent(field::initializer);
        return field.build();
    }

    private TypeName fieldType(JavaColumn column) {
        return isNullable(column) ? column.nullable() : column.present();
    }

    private MethodSpec requiredConstructor() {
        MethodSpec.Builder code = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
        for (JavaColumn column : unattached()) {
            code.addParameter(column.present(), column.name());
            code.addStatement("this.$L = $L", column.name(), column.name());
        }
        return code.build();
    }

    private MethodSpec copyConstructor() {
        MethodSpec.Builder code =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(model.draft(), "draft");
        columns.forEach(column -> code.addStatement("this.$L = draft.$L", column.name(), column.name()));
        if (!related.isEmpty()) {
            code.addStatement("this._nested = draft._nested");
        }
        return code.build();
    }

    private MethodSpec of() {
        MethodSpec.Builder code = MethodSpec.methodBuilder("of")
                .addJavadoc(
                        required.isEmpty()
                                ? "A draft with nothing but defaults.\n"
                                : "A draft with all that must be given.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(model.draft());
        required.forEach(column -> code.addParameter(column.present(), column.name()));
        if (attached.isEmpty()) {
            return code.addStatement("return new $T($L)", model.draft(), names(required))
                    .build();
        }
        NameScope locals = NameScope.members();
        required.forEach(column -> locals.take(column.name()));
        String draft = locals.take("draft");
        code.addStatement("$T $L = new $T($L)", model.draft(), draft, model.draft(), names(unattached()));
        attached.forEach(column -> code.addStatement("$L.$L = $L", draft, column.name(), column.name()));
        return code.addStatement("return $L", draft).build();
    }

    /** The required columns that no relation can give. */
    private List<JavaColumn> unattached() {
        return required.stream().filter(column -> !attached.contains(column)).toList();
    }

    private static CodeBlock names(List<JavaColumn> columns) {
        return columns.stream().map(column -> CodeBlock.of("$L", column.name())).collect(CodeBlock.joining(",$W"));
    }

    private MethodSpec ofAttached() {
        MethodSpec.Builder code = MethodSpec.methodBuilder("of")
                .addJavadoc(
                        "A draft for a relation to give the rest: $L.\n",
                        attached.stream()
                                .map(column -> "{@code " + column.name() + "}")
                                .collect(Collectors.joining(", ")))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(model.draft());
        unattached().forEach(column -> code.addParameter(column.present(), column.name()));
        return code.addStatement("return new $T($L)", model.draft(), names(unattached()))
                .build();
    }

    private MethodSpec copyOf() {
        String arguments = unattached().stream()
                .map(column -> "row." + column.name() + "()")
                .collect(Collectors.joining(", "));
        MethodSpec.Builder code = MethodSpec.methodBuilder("copyOf")
                .addJavadoc("A draft with all values of a row.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(model.draft())
                .addParameter(model.row(), "row")
                .addStatement("$T draft = new $T($L)", model.draft(), model.draft(), arguments);
        columns.stream()
                .filter(column -> !unattached().contains(column))
                .forEach(column -> code.addStatement("draft.$L = row.$L()", column.name(), column.name()));
        return code.addStatement("return draft").build();
    }

    private MethodSpec with(JavaColumn column) {
        String name = column.name();
        String word = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        MethodSpec.Builder code = MethodSpec.methodBuilder("with" + word)
                .addModifiers(Modifier.PUBLIC)
                .returns(model.draft())
                .addParameter(column.isNullable() ? column.nullable() : column.present(), name);
        doc(column).ifPresent(text -> code.addJavadoc("$L\n", text));
        String copy = name.equals("copy") ? "draft" : "copy";
        return code.addStatement("$T $L = new $T(this)", model.draft(), copy, model.draft())
                .addStatement("$L.$L = $L", copy, name, name)
                .addStatement("return $L", copy)
                .build();
    }

    /** What hooks can look at: null where nothing was given. */
    private MethodSpec given(JavaColumn column, String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(fieldType(column))
                .addStatement("return $L", column.name())
                .build();
    }

    private static Optional<String> doc(JavaColumn column) {
        DefaultClient value = column.column().defaultValue();
        Optional<String> own = column.column().documentation().map(Docs::escape);
        String origin = value instanceof DefaultClient.Database
                ? "Without it" + (column.isNullable() ? ", or with null," : ",") + " the database gives the value."
                : value instanceof DefaultClient.Made ? "Without it, a value is made for each row." : "";
        if (origin.isEmpty()) {
            return own;
        }
        return Optional.of(own.map(text -> text + "\n\n<p>" + origin).orElse(origin));
    }

    private MethodSpec completed() {
        MethodSpec.Builder code = MethodSpec.methodBuilder("completed")
                .addJavadoc("With the values that are made for each row.\n")
                .returns(model.draft())
                .addStatement("$T copy = new $T(this)", model.draft(), model.draft());
        // One point in time for all columns of a row.
        boolean hasNow = columns.stream().filter(DraftClassEmitter::isNow).count() > 1;
        if (hasNow) {
            code.addStatement("$T now = $L", Instant.class, DefaultValues.now(ValueType.DATE_TIME));
        }
        for (JavaColumn column : columns) {
            if (column.column().defaultValue() instanceof DefaultClient.Made made) {
                code.beginControlFlow("if (copy.$L == null)", column.name());
                code.addStatement(
                        "copy.$L = $L",
                        column.name(),
                        hasNow && isNow(column) ? CodeBlock.of("now") : DefaultValues.made(column, made));
                code.endControlFlow();
            }
        }
        return code.addStatement("return copy").build();
    }

    private static boolean isNow(JavaColumn column) {
        return column.column().type() == ValueType.DATE_TIME
                && column.column().defaultValue() instanceof DefaultClient.Made made
                && made.maker() == DefaultClient.Maker.NOW;
    }

    private MethodSpec bind() {
        MethodSpec.Builder code = MethodSpec.methodBuilder("bind")
                .addJavadoc("Sets the parameters of an insert, and gives the index after the last.\n")
                .addModifiers(Modifier.STATIC)
                .returns(int.class)
                .addParameter(model.draft(), "draft")
                .addParameter(RuntimeNames.PREPARED_STATEMENT, "statement")
                .addParameter(int.class, "index")
                .addException(RuntimeNames.SQL_EXCEPTION);
        int index = 0;
        for (JavaColumn column : model.columns(insert.always())) {
            CodeBlock at = index == 0 ? CodeBlock.of("index") : CodeBlock.of("index + $L", index);
            CodeBlock value = CodeBlock.of("draft.$L", column.name());
            code.addStatement(isNullable(column) ? column.bind(at, value) : column.set(at, value));
            index++;
        }
        if (insert.given().isEmpty()) {
            return code.addStatement("return index + $L", index).build();
        }
        code.addStatement("int next = index + $L", index);
        for (JavaColumn column : model.columns(insert.given())) {
            code.beginControlFlow("if (draft.$L != null)", column.name());
            code.addStatement(column.set(CodeBlock.of("next++"), CodeBlock.of("draft.$L", column.name())));
            code.endControlFlow();
        }
        return code.addStatement("return next").build();
    }
}
