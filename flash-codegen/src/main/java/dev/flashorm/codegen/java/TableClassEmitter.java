package dev.flashorm.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.InsertClient;
import dev.flashorm.codegen.ir.KeyClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Emits what reads and writes the rows of a model: one finder for each key, with its statement as a constant.
 *
 * <pre>{@code
 * public final class UserTable extends ModelTable<User, NewUser, UserChanges> {
 *     private static final String FIND_BY_ID = "SELECT … WHERE \"id\" = ?";
 *     public Optional<User> findById(int id) …
 *     public User get(int id) …
 *     public boolean update(int id, Consumer<? super UserChanges> changes) …
 *     public boolean delete(int id) …
 * }
 * }</pre>
 */
final class TableClassEmitter {
    private final JavaClient client;
    private final JavaModel model;
    private final NameScope constants = NameScope.members("INSERT", "DELETE");
    private final NameScope finders = NameScope.members();

    private TableClassEmitter(JavaClient client, JavaModel model) {
        this.client = client;
        this.model = model;
    }

    static TypeSpec emit(JavaClient client, JavaModel model) {
        return new TableClassEmitter(client, model).emit();
    }

    private TypeSpec emit() {
        boolean isView = model.model().isView();
        TypeSpec.Builder code = TypeSpec.classBuilder(model.table())
                .addJavadoc("Reads$L rows of {@link $T}.\n", isView ? "" : " and writes", model.row())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(superclass());
        for (KeyClient key : model.model().keys()) {
            finder(code, key);
        }
        boolean isVersioned = !isView
                && model.model().version().isPresent()
                && model.model().primaryKey().isPresent();
        if (isVersioned) {
            new VersionEmitter(model).add(code);
        } else if (model.isSavable()) {
            code.addMethod(save());
        }
        code.addMethod(constructor());
        model.model().insert().ifPresent(insert -> insert(code, insert));
        return code.build();
    }

    private TypeName superclass() {
        if (model.model().isView()) {
            return ParameterizedTypeName.get(RuntimeNames.VIEW_TABLE, model.row());
        }
        return model.model().insert().isPresent()
                ? ParameterizedTypeName.get(RuntimeNames.MODEL_TABLE, model.row(), model.draft(), model.changes())
                : ParameterizedTypeName.get(RuntimeNames.FIXED_TABLE, model.row(), model.changes());
    }

    private MethodSpec constructor() {
        CodeBlock arguments = CodeBlock.of("scope, $T.TABLE", model.columnsClass());
        if (!model.model().isView()) {
            arguments = CodeBlock.of("$L, $T::new", arguments, model.changes());
        }
        if (model.model().insert().isPresent()) {
            arguments = CodeBlock.of("$L, INSERT", arguments);
        }
        return MethodSpec.constructorBuilder()
                .addParameter(RuntimeNames.SCOPE, "scope")
                .addStatement("super($L)", arguments)
                .build();
    }

    private void finder(TypeSpec.Builder code, KeyClient key) {
        List<JavaColumn> columns = model.columns(key.columns());
        String method = finders.take("findBy" + model.keyName(key));
        String sql = constants.take(Words.constant(method));
        if (!isDocuments()) {
            code.addField(constant(sql, key.select()));
        }
        code.addMethod(find(method, sql, columns));
        if (key.isPrimary()) {
            code.addMethod(get(method, columns));
            code.addMethod(reload(columns));
            if (!model.model().isView()) {
                if (hasDelete()) {
                    code.addField(constant("DELETE", key.delete()));
                }
                code.addMethod(update(columns));
                code.addMethod(delete(columns));
            }
        }
    }

    private boolean isDocuments() {
        return client.client().isDocuments();
    }

    /** Whether a delete by key is one statement that is known before. */
    private boolean hasDelete() {
        return !isDocuments() && !model.model().isReferredTo();
    }

    private CodeBlock where(List<JavaColumn> columns) {
        return DocumentCode.where(
                model,
                columns,
                columns.stream().map(TableClassEmitter::parameter).toList());
    }

    private static FieldSpec constant(String name, String sql) {
        return FieldSpec.builder(String.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(Docs.literal(sql))
                .build();
    }

    private MethodSpec find(String method, String sql, List<JavaColumn> columns) {
        return key(MethodSpec.methodBuilder(method), columns)
                .addJavadoc("The row with $L, if there is one.\n", described(columns))
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(RuntimeNames.OPTIONAL, model.row()))
                .addStatement(
                        "return $L",
                        isDocuments()
                                ? CodeBlock.of("$L.first()", where(columns))
                                : CodeBlock.of(
                                        "scope().session().query($L, $L, $T.TABLE::readFirst)",
                                        sql,
                                        binder(columns),
                                        model.columnsClass()))
                .build();
    }

    private MethodSpec get(String finder, List<JavaColumn> columns) {
        return key(MethodSpec.methodBuilder("get"), columns)
                .addJavadoc(
                        "The row with $L.\n\n@throws $T if there is none\n", described(columns), RuntimeNames.NOT_FOUND)
                .addModifiers(Modifier.PUBLIC)
                .returns(model.row())
                .addStatement(
                        "return $L($L).orElseThrow(() -> notFound($S))",
                        finder,
                        names(columns),
                        columns.stream().map(column -> column.column().name()).collect(Collectors.joining(", ")))
                .build();
    }

    private MethodSpec reload(List<JavaColumn> columns) {
        return MethodSpec.methodBuilder("reload")
                .addJavadoc(
                        "The row as the database has it now.\n\n@throws $T if it is there no more\n",
                        RuntimeNames.NOT_FOUND)
                .addModifiers(Modifier.PUBLIC)
                .returns(model.row())
                .addParameter(model.row(), "row")
                .addStatement(
                        "return get($L)",
                        columns.stream()
                                .map(column -> "row." + column.name() + "()")
                                .collect(Collectors.joining(", ")))
                .build();
    }

    private MethodSpec save() {
        return MethodSpec.methodBuilder("save")
                .addJavadoc("Creates the row, or gives its values to the one that has its key.\n\n"
                        + "@return the row as the database keeps it\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(model.row())
                .addParameter(model.row(), "row")
                .addStatement(
                        "return upsert($T.copyOf(row), $T.$L, changes -> changes.assign(row))",
                        model.draft(),
                        model.columnsClass(),
                        model.keys().get(model.model().primaryKey().orElseThrow()))
                .build();
    }

    private MethodSpec update(List<JavaColumn> columns) {
        return key(MethodSpec.methodBuilder("update"), columns)
                .addJavadoc("Changes the row with $L.\n\n@return whether there was one\n", described(columns))
                .addModifiers(Modifier.PUBLIC)
                .addParameter(
                        ParameterizedTypeName.get(RuntimeNames.CONSUMER, WildcardTypeName.supertypeOf(model.changes())),
                        "changes")
                .returns(boolean.class)
                .addStatement("return update($L, changes)", joined(columns))
                .build();
    }

    private CodeBlock joined(List<JavaColumn> columns) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (JavaColumn column : columns) {
            CodeBlock condition =
                    CodeBlock.of("$T.$L.eq($L)", model.columnsClass(), column.constant(), parameter(column));
            code.add(code.isEmpty() ? "$L" : ".and($L)", condition);
        }
        return code.build();
    }

    private MethodSpec delete(List<JavaColumn> columns) {
        return key(MethodSpec.methodBuilder("delete"), columns)
                .addJavadoc("Deletes the row with $L.\n\n@return whether there was one\n", described(columns))
                .addModifiers(Modifier.PUBLIC)
                .returns(boolean.class)
                .addStatement(
                        "return $L",
                        hasDelete()
                                ? CodeBlock.of("delete($L, DELETE, $L)", joined(columns), binder(columns))
                                : CodeBlock.of("$L.deleteMany() > 0", where(columns)))
                .build();
    }

    private static MethodSpec.Builder key(MethodSpec.Builder code, List<JavaColumn> columns) {
        columns.forEach(column -> code.addParameter(column.present(), parameter(column)));
        return code;
    }

    /** A method's parameter, which must not be called like the others that the method has. */
    private static String parameter(JavaColumn column) {
        return column.name().equals("statement") || column.name().equals("changes")
                ? column.name() + "_"
                : column.name();
    }

    private static CodeBlock binder(List<JavaColumn> columns) {
        if (columns.size() == 1) {
            return CodeBlock.of(
                    "statement -> $L",
                    columns.get(0).set(CodeBlock.of("1"), CodeBlock.of("$L", parameter(columns.get(0)))));
        }
        CodeBlock.Builder code = CodeBlock.builder().add("statement -> {\n$>");
        int index = 1;
        for (JavaColumn column : columns) {
            code.add("$L;\n", column.set(CodeBlock.of("$L", index++), CodeBlock.of("$L", parameter(column))));
        }
        return code.add("$<}").build();
    }

    private static String described(List<JavaColumn> columns) {
        return columns.size() == 1
                ? "this {@code " + columns.get(0).name() + "}"
                : "this "
                        + columns.stream()
                                .map(column -> "{@code " + column.name() + "}")
                                .collect(Collectors.joining(" and "));
    }

    private static String names(List<JavaColumn> columns) {
        return columns.stream().map(TableClassEmitter::parameter).collect(Collectors.joining(", "));
    }

    private void insert(TypeSpec.Builder code, InsertClient insert) {
        if (isDocuments()) {
            code.addField(DocumentCode.insert(model, !new RelatedEmitter(client, model).isEmpty()));
            return;
        }
        CodeBlock builder = CodeBlock.of(
                "$T.<$T, $T>into($T.TABLE)", RuntimeNames.INSERT, model.row(), model.draft(), model.columnsClass());
        List<CodeBlock> calls = new ArrayList<>();
        calls.add(CodeBlock.of(
                ".sql(\n$L,\n$L,\n$T::bind)",
                Docs.literal(insert.sql()),
                Docs.literal(insert.returning()),
                model.draft()));
        insert.always().forEach(column -> calls.add(CodeBlock.of(".column($L)", draftColumn(column))));
        insert.given().forEach(column -> calls.add(CodeBlock.of(".generated($L)", draftColumn(column))));
        insert.numbered().ifPresent(numbered -> calls.add(numbered(numbered)));
        if (insert.hasHiddenKeys()) {
            calls.add(CodeBlock.of(".hiddenKeys()"));
        }
        if (DraftClassEmitter.isCompleted(model)) {
            calls.add(CodeBlock.of(".completed($T::completed)", model.draft()));
        }
        if (!new RelatedEmitter(client, model).isEmpty()) {
            calls.add(CodeBlock.of(".nested(draft -> draft._nested)"));
        }
        TypeName type = ParameterizedTypeName.get(RuntimeNames.INSERT, model.row(), model.draft());
        FieldSpec.Builder field = FieldSpec.builder(type, "INSERT", Modifier.STATIC, Modifier.FINAL);
        if (Chains.isShort(calls.size())) {
            code.addField(field.initializer("$L$>$>\n$L\n.build()$<$<", builder, CodeBlock.join(calls, "\n"))
                    .build());
            return;
        }
        CodeBlock.Builder statements = CodeBlock.builder();
        Chains.add(statements, "insert", calls);
        code.addField(field.initializer("insert()").build())
                .addMethod(MethodSpec.methodBuilder("insert")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(type)
                        .addStatement(
                                "$T insert = $L",
                                ParameterizedTypeName.get(
                                        RuntimeNames.INSERT.nestedClass("Builder"), model.row(), model.draft()),
                                builder)
                        .addCode(statements.build())
                        .addStatement("return insert.build()")
                        .build());
    }

    private CodeBlock draftColumn(ColumnClient ir) {
        JavaColumn column = model.column(ir);
        CodeBlock sql = ir.arrayType().isPresent() && !ir.isList()
                ? CodeBlock.of("$S, $S", ir.sql(), ir.arrayType().get())
                : CodeBlock.of("$S", ir.sql());
        return CodeBlock.of("$L, $L, draft -> draft.$L", sql, column.codec(), column.name());
    }

    private CodeBlock numbered(InsertClient.Numbered numbered) {
        return CodeBlock.of(
                ".numbered($T.$L, $L)",
                model.columnsClass(),
                model.column(numbered.column()).constant(),
                Docs.literal(numbered.select()));
    }
}
