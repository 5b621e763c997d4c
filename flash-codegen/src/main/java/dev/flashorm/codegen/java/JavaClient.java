package dev.flashorm.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.CompositeClient;
import dev.flashorm.codegen.ir.EnumClient;
import dev.flashorm.codegen.ir.KeyClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.ir.RelationClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The client in the words of Java: every name is decided here, once, and no two collide. */
final class JavaClient {
    /** What record components may not be called (Java Language Specification 8.10.1), and Java's other reserves. */
    private static final String[] RESERVED_FIELDS = {
        "clone",
        "finalize",
        "getClass",
        "hashCode",
        "notify",
        "notifyAll",
        "toString",
        "wait",
        "equals",
        "stamp",
        "assign"
    };

    private static final String[] RESERVED_ACCESSORS = {
        "clone",
        "close",
        "connect",
        "database",
        "equals",
        "finalize",
        "getClass",
        "hashCode",
        "listen",
        "notify",
        "notifyAll",
        "of",
        "runTransaction",
        "sql",
        "toString",
        "transaction",
        "wait",
        "withHooks"
    };

    /** What generated code uses of `java.lang`. */
    private static final Set<String> JAVA_LANG = Set.of(
            "AutoCloseable",
            "Boolean",
            "Double",
            "IllegalArgumentException",
            "Integer",
            "Long",
            "Object",
            "Override",
            "String");

    private final Client client;
    private final String packageName;
    private final ClassName database;
    private final ClassName session;
    private final ClassName dialect;
    private final ClassName hooks;
    private final List<ClassName> names = new ArrayList<>();
    private final Map<String, ClassName> enums = new LinkedHashMap<>();
    private final Map<String, JavaComposite> composites = new LinkedHashMap<>();
    private final Map<String, ClassName> compositeRows = new LinkedHashMap<>();
    private final Map<String, ClassName> compositeColumns = new LinkedHashMap<>();
    private final Map<String, JavaModel> models = new LinkedHashMap<>();

    JavaClient(Client client, JavaSettings settings) {
        this.client = client;
        this.packageName = settings.packageName();
        NameScope files = NameScope.files("package-info");
        // The names that people type most are given first: they stay what the schema says.
        Map<String, ClassName> rows = new LinkedHashMap<>();
        database = type(files.take(settings.clientName()));
        for (ModelClient model : client.models()) {
            rows.put(model.name(), type(files.take(Words.pascal(model.name()))));
        }
        for (EnumClient type : client.enums()) {
            enums.put(type.name(), type(files.take(Words.pascal(type.name()))));
        }
        for (CompositeClient type : client.composites()) {
            compositeRows.put(type.name(), type(files.take(Words.pascal(type.name()))));
        }
        String stem = settings.clientName().endsWith("Db")
                        && settings.clientName().length() > 2
                ? settings.clientName().substring(0, settings.clientName().length() - 2)
                : settings.clientName();
        session = type(files.take(stem + "Session"));
        dialect = type(files.take(stem + "Dialect"));
        hooks = type(files.take(stem + "Hooks"));
        for (CompositeClient type : client.composites()) {
            compositeColumns.put(type.name(), columnsClass(composite(type.name()), files));
        }
        for (CompositeClient type : client.composites()) {
            composites.put(type.name(), composite(type));
        }
        NameScope accessors = NameScope.members(RESERVED_ACCESSORS);
        for (ModelClient model : client.models()) {
            models.put(model.name(), model(model, Objects.requireNonNull(rows.get(model.name())), files, accessors));
        }
    }

    private JavaModel model(ModelClient model, ClassName row, NameScope files, NameScope accessors) {
        String name = row.simpleName();
        String plural = Words.plural(name);
        ClassName columnsClass = columnsClass(row, files);
        NameScope fields = NameScope.members(RESERVED_FIELDS);
        // A constant called like an enum would hide it.
        NameScope constants = NameScope.members(
                enums.values().stream().map(ClassName::simpleName).toArray(String[]::new));
        constants.take("TABLE");
        List<JavaColumn> columns = new ArrayList<>();
        for (ColumnClient column : model.columns()) {
            columns.add(column(column, columnsClass, fields, constants));
        }
        Map<RelationClient, String> relations = new LinkedHashMap<>();
        for (RelationClient relation : model.relations()) {
            relations.put(relation, constants.take(Words.constant(relation.name())));
        }
        return new JavaModel(
                model,
                row,
                columnsClass,
                type(files.take("New" + name)),
                type(files.take(name + "Changes")),
                type(files.take(name + "Table")),
                accessors.take(Words.camel(plural)),
                columns,
                relations,
                keys(model, columns, constants));
    }

    private static Map<KeyClient, String> keys(ModelClient model, List<JavaColumn> columns, NameScope constants) {
        Map<KeyClient, String> keys = new LinkedHashMap<>();
        for (KeyClient key : model.keys()) {
            String name = JavaModel.keyName(key, columns);
            keys.put(key, constants.take(Words.constant("By" + name)));
        }
        return keys;
    }

    private ClassName columnsClass(ClassName row, NameScope files) {
        String plural = Words.plural(row.simpleName());
        return type(files.take(files.isFree(plural) ? plural : row.simpleName() + "Columns"));
    }

    private JavaComposite composite(CompositeClient type) {
        NameScope fields = NameScope.members(RESERVED_FIELDS);
        NameScope constants = NameScope.members("TABLE", "TYPE");
        ClassName columnsClass = Objects.requireNonNull(compositeColumns.get(type.name()));
        List<JavaColumn> columns = new ArrayList<>();
        for (ColumnClient column : type.columns()) {
            columns.add(column(column, columnsClass, fields, constants));
        }
        return new JavaComposite(type, composite(type.name()), columnsClass, columns);
    }

    /** The record of a composite type. */
    private ClassName composite(String name) {
        return Objects.requireNonNull(compositeRows.get(name), name);
    }

    List<JavaComposite> composites() {
        return List.copyOf(composites.values());
    }

    private JavaColumn column(ColumnClient column, ClassName columnsClass, NameScope fields, NameScope constants) {
        String constant = constants.take(Words.constant(column.name()));
        Optional<ClassName> enumClass = column.enumName().map(this::enumClass);
        Optional<ClassName> compositeClass = column.compositeName().map(this::composite);
        CodeBlock element = switch (column.type()) {
            case ENUM -> CodeBlock.of("$T.TYPE", enumClass.orElseThrow());
            case COMPOSITE ->
                CodeBlock.of(
                        "$T.TYPE", compositeColumns.get(column.compositeName().orElseThrow()));
            default -> CodeBlock.of("$T.$L", types(), column.encoding());
        };
        CodeBlock codec =
                column.isList() ? CodeBlock.of("$T.$L", columnsClass, constants.take(constant + "_TYPE")) : element;
        return new JavaColumn(
                column, fields.take(Words.camel(column.name())), constant, codec, element, enumClass, compositeClass);
    }

    private ClassName type(String simpleName) {
        ClassName name = ClassName.get(packageName, simpleName);
        names.add(name);
        return name;
    }

    ClassName enumClass(String name) {
        return Objects.requireNonNull(enums.get(name), name);
    }

    /** Whether a class here is called like one of `java.lang`, which then must be imported to be seen. */
    boolean hidesJavaLang() {
        return names.stream().anyMatch(name -> JAVA_LANG.contains(name.simpleName()));
    }

    /** The runtime's column types of this provider. */
    ClassName types() {
        return RuntimeNames.types(client.provider());
    }

    /** How columns keep what they know of their values: `SqlType`. */
    ClassName columnType() {
        return client.isDocuments() ? RuntimeNames.DOCUMENT_TYPE : RuntimeNames.SQL_TYPE;
    }

    Client client() {
        return client;
    }

    String packageName() {
        return packageName;
    }

    /** `AppDb`. */
    ClassName database() {
        return database;
    }

    /** `AppSession`. */
    ClassName session() {
        return session;
    }

    /** `AppDialect`. */
    ClassName dialect() {
        return dialect;
    }

    /** `AppHooks`. */
    ClassName hooks() {
        return hooks;
    }

    JavaModel model(String name) {
        return Objects.requireNonNull(models.get(name), name);
    }

    List<JavaModel> models() {
        return List.copyOf(models.values());
    }
}
