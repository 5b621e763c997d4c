package dev.flashorm.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** How generated code reads and writes records that are documents. */
final class DocumentCode {
    private static final String READER = "reader";
    private static final String WRITER = "writer";

    private DocumentCode() {}

    /** {@code static final DocumentTable<User> TABLE = new DocumentTable<>("User", "users", User.class, …);} */
    static FieldSpec table(
            ClassName row, ClassName columnsClass, String model, String collection, List<JavaColumn> columns) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeNames.DOCUMENT_TABLE, row),
                        "TABLE",
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "new $T<>($S,$W$S,$W$T.class,$W$T::read,$W$T::value)$L",
                        RuntimeNames.DOCUMENT_TABLE,
                        model,
                        collection,
                        row,
                        columnsClass,
                        columnsClass,
                        ColumnsClassEmitter.nullable(columns))
                .build();
    }

    /**
     * Reads a document member by member, whatever their order.
     *
     * <pre>{@code
     * static User read(BsonReader reader) {
     *     String email = null;
     *     reader.readStartDocument();
     *     while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
     *         switch (reader.readName()) {
     *             case "email" -> email = MongodbTypes.TEXT.read(reader);
     *             default -> reader.skipValue();
     *         }
     *     }
     *     reader.readEndDocument();
     *     return new User(TABLE.required(email, "email"));
     * }
     * }</pre>
     */
    static MethodSpec read(ClassName row, List<JavaColumn> columns) {
        MethodSpec.Builder code = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(row)
                .addParameter(RuntimeNames.BSON_READER, READER);
        List<CodeBlock> values = new ArrayList<>();
        for (JavaColumn column : columns) {
            code.addStatement("$T $L = null", column.nullable(), local(column));
            values.add(value(column));
        }
        code.addStatement("reader.readStartDocument()");
        code.beginControlFlow("while (reader.readBsonType() != $T.END_OF_DOCUMENT)", RuntimeNames.BSON_TYPE);
        if (columns.isEmpty()) {
            code.addStatement("reader.skipName()").addStatement("reader.skipValue()");
        } else {
            code.addCode("switch (reader.readName()) {\n$>");
            for (JavaColumn column : columns) {
                code.addCode(
                        "case $S -> $L = $L.read(reader);\n",
                        column.column().databaseName(),
                        local(column),
                        column.codec());
            }
            code.addCode("default -> reader.skipValue();\n$<}\n");
        }
        code.endControlFlow();
        return code.addStatement("reader.readEndDocument()")
                .addStatement("return new $T(\n$L)", row, CodeBlock.join(values, ",\n"))
                .build();
    }

    private static CodeBlock value(JavaColumn column) {
        if (column.column().isList()) {
            return CodeBlock.of("$L == null ? $T.of() : $L", local(column), RuntimeNames.LIST, local(column));
        }
        return column.isNullable()
                ? CodeBlock.of("$L", local(column))
                : CodeBlock.of(
                        "TABLE.required($L, $S)", local(column), column.column().name());
    }

    private static String local(JavaColumn column) {
        return column.name().equals(READER) ? column.name() + "_" : column.name();
    }

    /** {@code static void write(BsonWriter writer, Address value)}: the members of a composite type. */
    static MethodSpec write(JavaComposite composite) {
        return write(
                MethodSpec.methodBuilder("write")
                        .addModifiers(Modifier.STATIC)
                        .addParameter(RuntimeNames.BSON_WRITER, WRITER)
                        .addParameter(composite.row(), "value"),
                composite.columns(),
                column -> CodeBlock.of("value.$L()", column.name()));
    }

    /** {@code static void write(NewUser draft, BsonWriter writer)}: the members of a new document. */
    static MethodSpec write(JavaModel model, List<JavaColumn> columns, List<JavaColumn> attached) {
        return write(
                MethodSpec.methodBuilder("write")
                        .addJavadoc("Writes the members of a new document.\n")
                        .addModifiers(Modifier.STATIC)
                        .addParameter(model.draft(), "draft")
                        .addParameter(RuntimeNames.BSON_WRITER, WRITER),
                columns,
                column -> attached.contains(column)
                        ? CodeBlock.of(
                                "$T.TABLE.given(draft.$L, $S)",
                                model.columnsClass(),
                                column.name(),
                                column.column().name())
                        : CodeBlock.of("draft.$L", column.name()));
    }

    private static MethodSpec write(
            MethodSpec.Builder code, List<JavaColumn> columns, Function<JavaColumn, CodeBlock> value) {
        for (JavaColumn column : columns) {
            code.addStatement(
                    "$L.write(writer, $S, $L)", column.codec(), column.column().databaseName(), value.apply(column));
        }
        return code.build();
    }

    /** {@code static final DocumentType<Address> TYPE = MongodbTypes.composite(Addresses::read, Addresses::write);} */
    static FieldSpec type(JavaClient client, JavaComposite composite) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(client.columnType(), composite.row()),
                        "TYPE",
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "$T.composite($T::read, $T::write)",
                        client.types(),
                        composite.columnsClass(),
                        composite.columnsClass())
                .build();
    }

    /** {@code where(Users.ID.eq(id))}. */
    static CodeBlock where(JavaModel model, List<JavaColumn> key, List<String> parameters) {
        List<CodeBlock> conditions = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            conditions.add(CodeBlock.of(
                    "$T.$L.eq($L)", model.columnsClass(), key.get(i).constant(), parameters.get(i)));
        }
        return CodeBlock.of("where($L)", CodeBlock.join(conditions, ",$W"));
    }

    /** {@code static final DocumentInsert<User, NewUser> INSERT = new DocumentInsert<>(…);} */
    static FieldSpec insert(JavaModel model, boolean hasRelated) {
        TypeName type = ParameterizedTypeName.get(RuntimeNames.DOCUMENT_INSERT, model.row(), model.draft());
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "new $T<$T, $T>($T.TABLE,$W$T::write)",
                        RuntimeNames.DOCUMENT_INSERT,
                        model.row(),
                        model.draft(),
                        model.columnsClass(),
                        model.draft());
        if (DraftClassEmitter.isCompleted(model)) {
            code.add("\n.completed($T::completed)", model.draft());
        }
        if (hasRelated) {
            code.add("\n.nested(draft -> draft._nested)");
        }
        return FieldSpec.builder(type, "INSERT", Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", code.build())
                .build();
    }

    /** {@code public static AppDb of(MongoClient client, String database)}. */
    static MethodSpec of(ClassName database) {
        return MethodSpec.methodBuilder("of")
                .addJavadoc("Uses a client of the driver that stays yours to configure and to close.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(database)
                .addParameter(RuntimeNames.MONGO_CLIENT, "client")
                .addParameter(String.class, "name")
                .addStatement("return new $T($T.of(client, name, NAMES))", database, RuntimeNames.MONGODB_DATABASE)
                .build();
    }
}
