package dev.flashorm.codegen.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.RelationClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * Emits how related records are written with a record.
 *
 * <pre>{@code
 * static final Related<User, NewUser, Post, NewPost> POSTS = Related.children(
 *         Users.POSTS, () -> PostTable.INSERT, PostChanges::new, (draft, row) -> draft.withAuthorId(row.id()));
 *
 * public NewUser withPosts(NewPost... posts) …
 * public NewUser connectPosts(Condition<Post> which) …
 * public NewUser connectOrCreatePosts(UniqueKey<Post> key, NewPost... posts) …
 * }</pre>
 */
final class RelatedEmitter {
    private final JavaClient client;
    private final JavaModel model;
    private final List<RelationClient> relations;

    RelatedEmitter(JavaClient client, JavaModel model) {
        this.client = client;
        this.model = model;
        this.relations =
                model.model().relations().stream().filter(this::isWritable).toList();
    }

    /** Both models can be inserted, and the key's values go from one to the other as they are. */
    private boolean isWritable(RelationClient relation) {
        JavaModel target = client.model(relation.target());
        if (model.model().insert().isEmpty() || target.model().insert().isEmpty()) {
            return false;
        }
        if (relation.through().isPresent() || isByLists(relation)) {
            return relation.through().isPresent() || relation.opposite().isPresent();
        }
        List<ColumnClient> keys = relation.isOwning() ? relation.local() : relation.remote();
        List<ColumnClient> references = relation.isOwning() ? relation.remote() : relation.local();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).isGenerated()
                    || references.get(i).isNullable()
                    || keys.get(i).type() != references.get(i).type()) {
                return false;
            }
        }
        return true;
    }

    /** Whether each end has a list of the other's keys. */
    private static boolean isByLists(RelationClient relation) {
        return relation.local().get(0).isList() || relation.remote().get(0).isList();
    }

    boolean isEmpty() {
        return relations.isEmpty();
    }

    /** Required columns that a relation may give instead of the caller. */
    List<ColumnClient> attached() {
        return model.model().relations().stream()
                .filter(relation -> relation.isOwning() && !isByLists(relation))
                .flatMap(relation -> relation.local().stream())
                .filter(ColumnClient::isRequiredInDraft)
                .distinct()
                .toList();
    }

    /** To the draft's class. */
    void draft(TypeSpec.Builder code, NameScope methods) {
        if (relations.isEmpty()) {
            return;
        }
        relations.forEach(relation -> code.addField(constant(relation)));
        TypeName nested = ParameterizedTypeName.get(RuntimeNames.query("Nested"), model.row(), model.draft());
        // No field of a schema begins like that.
        code.addField(FieldSpec.builder(nested, "_nested")
                .initializer("$T.none()", RuntimeNames.query("Nested"))
                .build());
        for (RelationClient relation : relations) {
            String name = word(relation);
            code.addMethod(with(relation, methods.take("with" + name)));
            code.addMethod(connect(relation, methods.take("connect" + name)));
            code.addMethod(connectOrCreate(relation, methods.take("connectOrCreate" + name)));
        }
    }

    private static String word(RelationClient relation) {
        String name = Words.camel(relation.name());
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private FieldSpec constant(RelationClient relation) {
        JavaModel target = client.model(relation.target());
        CodeBlock field =
                CodeBlock.of("$T.$L", model.columnsClass(), model.relations().get(relation));
        CodeBlock insert = CodeBlock.of("() -> $T.INSERT", target.table());
        CodeBlock code;
        if (relation.through().isPresent()) {
            code = CodeBlock.of("$T.pairs($L,$W$L)", RuntimeNames.query("Related"), field, insert);
        } else if (isByLists(relation)) {
            RelationClient opposite = target.model().relations().stream()
                    .filter(other ->
                            relation.opposite().filter(other.name()::equals).isPresent())
                    .findFirst()
                    .orElseThrow();
            code = CodeBlock.of(
                    "$T.lists($L,$W() -> $T.$L,$W$L)",
                    RuntimeNames.query("Related"),
                    field,
                    target.columnsClass(),
                    target.relations().get(opposite),
                    insert);
        } else if (relation.isOwning()) {
            code = CodeBlock.of(
                    "$T.parent($L,$W$L,$W(draft, row) -> draft$L)",
                    RuntimeNames.query("Related"),
                    field,
                    insert,
                    attach(model.columns(relation.local()), target.columns(relation.remote())));
        } else {
            code = CodeBlock.of(
                    "$T.$L($L,$W$L,$W$T::new,$W(draft, row) -> draft$L)",
                    RuntimeNames.query("Related"),
                    relation.isList() ? "children" : "child",
                    field,
                    insert,
                    target.changes(),
                    attach(target.columns(relation.remote()), model.columns(relation.local())));
        }
        return FieldSpec.builder(related(target), model.relations().get(relation), Modifier.STATIC, Modifier.FINAL)
                .initializer(code)
                .build();
    }

    private TypeName related(JavaModel target) {
        return ParameterizedTypeName.get(
                RuntimeNames.query("Related"), model.row(), model.draft(), target.row(), target.draft());
    }

    private static CodeBlock attach(List<JavaColumn> keys, List<JavaColumn> references) {
        List<CodeBlock> calls = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            calls.add(CodeBlock.of(
                    ".with$L(row.$L())",
                    DraftClassEmitter.word(keys.get(i)),
                    references.get(i).name()));
        }
        return CodeBlock.join(calls, "");
    }

    private MethodSpec with(RelationClient relation, String name) {
        JavaModel target = client.model(relation.target());
        return drafts(relation, method(name, "Creates $L with the row.\n", relation), target)
                .addStatement(
                        "copy._nested = _nested.create($L, $T.of(drafts))", constantName(relation), RuntimeNames.LIST)
                .addStatement("return copy")
                .build();
    }

    private MethodSpec connect(RelationClient relation, String name) {
        JavaModel target = client.model(relation.target());
        String doc = relation.isList()
                ? "Connects $L that are there already, one at least.\n"
                : "Connects $L that is there already, the only one that satisfies the condition.\n";
        return method(name, doc, relation)
                .addParameter(ParameterizedTypeName.get(RuntimeNames.query("Condition"), target.row()), "which")
                .addStatement("$T copy = new $T(this)", model.draft(), model.draft())
                .addStatement("copy._nested = _nested.connect($L, which)", constantName(relation))
                .addStatement("return copy")
                .build();
    }

    private MethodSpec connectOrCreate(RelationClient relation, String name) {
        JavaModel target = client.model(relation.target());
        MethodSpec.Builder code = method(name, "Connects $L by a key; what is not there is created.\n", relation)
                .addParameter(ParameterizedTypeName.get(RuntimeNames.UNIQUE_KEY, target.row()), "key");
        return drafts(relation, code, target)
                .addStatement(
                        "copy._nested = _nested.connectOrCreate($L, key, $T.of(drafts))",
                        constantName(relation),
                        RuntimeNames.LIST)
                .addStatement("return copy")
                .build();
    }

    private MethodSpec.Builder method(String name, String doc, RelationClient relation) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc(doc, "{@code " + relation.name() + "}")
                .addModifiers(Modifier.PUBLIC)
                .returns(model.draft());
    }

    private MethodSpec.Builder drafts(RelationClient relation, MethodSpec.Builder code, JavaModel target) {
        if (relation.isList()) {
            code.addParameter(ArrayTypeName.of(target.draft()), "drafts").varargs();
        } else {
            code.addParameter(target.draft(), "drafts");
        }
        return code.addStatement("$T copy = new $T(this)", model.draft(), model.draft());
    }

    private String constantName(RelationClient relation) {
        return Objects.requireNonNull(model.relations().get(relation));
    }

    /** To the class of changes. */
    void changes(TypeSpec.Builder code, NameScope methods) {
        for (RelationClient relation : relations) {
            if (relation.isOwning()) {
                continue;
            }
            JavaModel target = client.model(relation.target());
            code.addMethod(MethodSpec.methodBuilder(methods.take(Words.camel(relation.name())))
                    .addJavadoc("What happens to {@code $L}; in {@code update} of one row only.\n", relation.name())
                    .addModifiers(Modifier.PUBLIC)
                    .returns(ParameterizedTypeName.get(
                            RuntimeNames.query("RelatedChanges"), model.changes(), target.row(), target.draft()))
                    .addStatement(
                            "return new $T<>(this, $T.$L)",
                            RuntimeNames.query("RelatedChanges"),
                            model.draft(),
                            constantName(relation))
                    .build());
        }
    }
}
