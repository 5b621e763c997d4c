package dev.flashorm.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.KeyClient;
import dev.flashorm.codegen.ir.RelationClient;
import dev.flashorm.codegen.ir.ValueType;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Emits the constants of a model's columns and relations, and how its rows are read.
 *
 * <pre>{@code
 * public final class Users {
 *     static final Table<User> TABLE = new Table<>("User", "\"users\"", Users::read, Users::value);
 *     public static final StringColumn<User> EMAIL = TABLE.string("email", "\"email\"", SqliteTypes.TEXT);
 *     public static final UniqueKey<User> BY_EMAIL = TABLE.key(EMAIL);
 *     public static final ToMany<User, Post> POSTS =
 *             TABLE.toMany("posts", List.of(ID), () -> List.of(Posts.AUTHOR_ID));
 *     static User read(ResultSet rows, int at) throws SQLException …
 * }
 * }</pre>
 */
final class ColumnsClassEmitter {
    private final JavaClient client;
    private final JavaModel model;

    private ColumnsClassEmitter(JavaClient client, JavaModel model) {
        this.client = client;
        this.model = model;
    }

    static TypeSpec emit(JavaClient client, JavaModel model) {
        return new ColumnsClassEmitter(client, model).emit();
    }

    private TypeSpec emit() {
        String contents = model.relations().isEmpty() ? "Columns" : "Columns and relations";
        TypeSpec.Builder code = TypeSpec.classBuilder(model.columnsClass())
                .addJavadoc("$L of {@link $T}, for conditions and orders.\n", contents, model.row())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        model.columns().stream()
                .filter(column -> column.column().isList())
                .forEach(column -> code.addField(listType(client, column)));
        code.addField(table());
        model.columns().forEach(column -> code.addField(column(model.row(), column)));
        if (!model.model().isView()) {
            model.keys().forEach((key, constant) -> code.addField(key(key, constant)));
        }
        model.relations().forEach((relation, constant) -> code.addField(relation(relation, constant)));
        return code.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(client.client().isDocuments() ? DocumentCode.read(model.row(), model.columns()) : read())
                .addMethod(value(model.row(), model.columns()))
                .build();
    }

    /** The columns of a composite type. */
    static TypeSpec emit(JavaClient client, JavaComposite composite) {
        TypeSpec.Builder code = TypeSpec.classBuilder(composite.columnsClass())
                .addJavadoc("Columns of {@link $T}, for conditions.\n", composite.row())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(DocumentCode.type(client, composite));
        composite.columns().stream()
                .filter(column -> column.column().isList())
                .forEach(column -> code.addField(listType(client, column)));
        code.addField(DocumentCode.table(
                composite.row(), composite.columnsClass(), composite.composite().name(), "", composite.columns()));
        composite.columns().forEach(column -> code.addField(column(composite.row(), column)));
        return code.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(DocumentCode.read(composite.row(), composite.columns()))
                .addMethod(DocumentCode.write(composite))
                .addMethod(value(composite.row(), composite.columns()))
                .build();
    }

    private FieldSpec table() {
        if (client.client().isDocuments()) {
            return DocumentCode.table(
                    model.row(),
                    model.columnsClass(),
                    model.model().name(),
                    model.model().databaseName(),
                    model.columns());
        }
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeNames.TABLE, model.row()),
                        "TABLE",
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "new $T<>($S,$W$S,$W$T::read,$W$T::value)$L",
                        RuntimeNames.TABLE,
                        model.model().name(),
                        model.model().table(),
                        model.columnsClass(),
                        model.columnsClass(),
                        nullable(model.columns()))
                .build();
    }

    static CodeBlock nullable(List<JavaColumn> columns) {
        List<CodeBlock> fields = columns.stream()
                .filter(column -> column.column().isNullable())
                .map(column -> CodeBlock.of("$S", column.column().name()))
                .toList();
        return fields.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of("\n$>$>.nullable($L)$<$<", CodeBlock.join(fields, ",$W"));
    }

    private static FieldSpec listType(JavaClient client, JavaColumn column) {
        String codec = column.codec().toString();
        return FieldSpec.builder(
                        ParameterizedTypeName.get(client.columnType(), column.argument()),
                        codec.substring(codec.lastIndexOf('.') + 1),
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("$T.arrayOf($L)", client.types(), column.element())
                .build();
    }

    private static FieldSpec column(ClassName row, JavaColumn column) {
        ColumnClient ir = column.column();
        Kind kind = Kind.of(ir);
        TypeName type = kind.isTyped
                ? ParameterizedTypeName.get(RuntimeNames.query(kind.className), row, column.boxed())
                : ParameterizedTypeName.get(RuntimeNames.query(kind.className), row);
        CodeBlock codecs =
                kind == Kind.ARRAY ? CodeBlock.of("$L,$W$L", column.codec(), column.element()) : column.codec();
        FieldSpec.Builder field = FieldSpec.builder(
                        type, column.constant(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("TABLE.$L($S,$W$S,$W$L)", kind.factory, ir.name(), ir.sql(), codecs);
        ir.documentation().ifPresent(text -> field.addJavadoc("$L\n", Docs.escape(text)));
        return field.build();
    }

    /** The runtime's class for a column, and the method that makes one. */
    private enum Kind {
        STRING("StringColumn", "string", false),
        INT("IntColumn", "integer", false),
        BIG_INT("BigIntColumn", "bigInt", false),
        FLOAT("FloatColumn", "floating", false),
        DECIMAL("DecimalColumn", "decimal", false),
        TIME("TimeColumn", "time", true),
        BOOLEAN("BooleanColumn", "bool", false),
        JSON("JsonColumn", "json", false),
        ARRAY("ArrayColumn", "array", true),
        VALUE("ValueColumn", "value", true),
        COMPOSITE("CompositeColumn", "composite", true),
        COMPOSITES("CompositeListColumn", "composites", true);

        final String className;
        final String factory;
        final boolean isTyped;

        Kind(String className, String factory, boolean isTyped) {
            this.className = className;
            this.factory = factory;
            this.isTyped = isTyped;
        }

        static Kind of(ColumnClient column) {
            if (column.isList()) {
                return column.type() == ValueType.COMPOSITE ? COMPOSITES : ARRAY;
            }
            ValueType type = column.type();
            if (type.isTime()) {
                return TIME;
            }
            return switch (type) {
                case STRING -> STRING;
                case INT -> INT;
                case BIG_INT -> BIG_INT;
                case FLOAT -> FLOAT;
                case DECIMAL -> DECIMAL;
                case BOOLEAN -> BOOLEAN;
                case JSON -> JSON;
                case COMPOSITE -> COMPOSITE;
                default -> VALUE;
            };
        }
    }

    private FieldSpec key(KeyClient key, String constant) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeNames.UNIQUE_KEY, model.row()),
                        constant,
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("TABLE.key($L)", ownConstants(key.columns()))
                .build();
    }

    private FieldSpec relation(RelationClient relation, String constant) {
        JavaModel target = client.model(relation.target());
        ClassName kind = relation.isList() ? RuntimeNames.TO_MANY : RuntimeNames.TO_ONE;
        CodeBlock remote = CodeBlock.of("() -> $T.of($L)", RuntimeNames.LIST, constants(target, relation.remote()));
        CodeBlock code = relation.through()
                .map(through -> CodeBlock.of(
                        "TABLE.manyToMany($S,$W$L,$Wnew $T($S, $S, $S),$W$L$L)",
                        relation.name(),
                        model.column(relation.local().get(0)).constant(),
                        RuntimeNames.JOIN_TABLE,
                        through.table(),
                        through.local(),
                        through.remote(),
                        remote,
                        kept(relation, target)))
                .orElseGet(() -> CodeBlock.of(
                        "TABLE.$L($S,$W$T.of($L),$W$L$L)",
                        relation.isList() ? "toMany" : "toOne",
                        relation.name(),
                        RuntimeNames.LIST,
                        ownConstants(relation.local()),
                        remote,
                        kept(relation, target)));
        FieldSpec.Builder field = FieldSpec.builder(
                        ParameterizedTypeName.get(kind, model.row(), target.row()),
                        constant,
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(code);
        relation.documentation().ifPresent(text -> field.addJavadoc("$L\n", Docs.escape(text)));
        return field.build();
    }

    /** {@code , new Reference(Reference.Action.CASCADE, Reference.Action.RESTRICT, PostChanges::new)}. */
    private static CodeBlock kept(RelationClient relation, JavaModel target) {
        ClassName action = RuntimeNames.query("Reference").nestedClass("Action");
        return relation.kept()
                .map(kept -> CodeBlock.of(
                        ",$Wnew $T($T.$L, $T.$L, $T::new)",
                        RuntimeNames.query("Reference"),
                        action,
                        kept.onDelete(),
                        action,
                        kept.onUpdate(),
                        target.changes()))
                .orElseGet(() -> CodeBlock.of(""));
    }

    private String ownConstants(List<ColumnClient> columns) {
        return model.columns(columns).stream().map(JavaColumn::constant).collect(Collectors.joining(", "));
    }

    private static CodeBlock constants(JavaModel target, List<ColumnClient> columns) {
        return target.columns(columns).stream()
                .map(column -> CodeBlock.of("$T.$L", target.columnsClass(), column.constant()))
                .collect(CodeBlock.joining(", "));
    }

    private MethodSpec read() {
        CodeBlock.Builder values = CodeBlock.builder();
        int index = 0;
        for (JavaColumn column : model.columns()) {
            values.add(index == 0 ? "\n" : ",\n");
            values.add(column.read(index == 0 ? CodeBlock.of("at") : CodeBlock.of("at + $L", index)));
            index++;
        }
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(model.row())
                .addParameter(RuntimeNames.RESULT_SET, "rows")
                .addParameter(int.class, "at")
                .addException(RuntimeNames.SQL_EXCEPTION)
                .addStatement("return new $T($L)", model.row(), values.build())
                .build();
    }

    private static MethodSpec value(ClassName row, List<JavaColumn> columns) {
        CodeBlock.Builder code = CodeBlock.builder().add("return switch (column) {\n$>");
        int index = 0;
        for (JavaColumn column : columns) {
            code.add("case $L -> row.$L();\n", index++, column.name());
        }
        code.add("default -> throw new $T(\"column \" + column);\n$<};\n", IllegalArgumentException.class);
        return MethodSpec.methodBuilder("value")
                .addModifiers(Modifier.STATIC)
                .returns(ClassName.get(Object.class).annotated(JavaColumn.NULLABLE))
                .addParameter(row, "row")
                .addParameter(int.class, "column")
                .addCode(code.build())
                .build();
    }
}
