package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds where rows are documents with an `_id` ({@link dev.flashorm.schema.provider.Capability#DOCUMENT_ID}). */
final class DocumentRules {
    private final Scope scope;
    private final Findings findings;

    DocumentRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    void check(ResolvedBlock model) {
        model.primaryKey().ifPresent(this::checkIdName);
        for (ResolvedField field : model.columns()) {
            if (field.hasDefaultCall("auto")) {
                checkAuto(field);
            }
            checkName(field);
        }
        checkIndexes(model);
    }

    private void checkIdName(ResolvedKey key) {
        if (key.parts().size() != 1 || key.hasExpressions()) {
            return;
        }
        ResolvedField field = key.parts().get(0).field();
        if (field.databaseName().equals("_id")) {
            return;
        }
        Span end = field.typeSpan()
                .file()
                .span(field.typeSpan().end(), field.typeSpan().end());
        var builder = findings.error(
                        DiagnosticCode.DOCUMENT_ID_NAME,
                        field.nameSpan(),
                        "the id of a document is called `_id`, but the one of `"
                                + key.block().name() + "` is called `" + field.databaseName() + "`")
                .label("is the id");
        field.syntax()
                .attribute("map")
                .ifPresentOrElse(
                        map -> builder.because(map.span(), "its name in the database")
                                .help("write `@map(\"_id\")`", new TextEdit(map.span(), "@map(\"_id\")")),
                        () -> builder.addition("add `@map(\"_id\")`", new TextEdit(end, " @map(\"_id\")")));
    }

    private void checkAuto(ResolvedField field) {
        boolean objectId = field.nativeType()
                .filter(use -> use.type().name().equals("ObjectId"))
                .isPresent();
        if (!objectId) {
            Span end = field.syntax()
                    .span()
                    .file()
                    .span(field.syntax().span().end(), field.syntax().span().end());
            String type = "@" + scope.datasource().name() + ".ObjectId";
            findings.error(
                            DiagnosticCode.AUTO_NEEDS_OBJECT_ID,
                            field.defaultValue().orElseThrow().span(),
                            "`auto()` makes an ObjectId, but `" + field.name() + "` is none")
                    .label("makes an ObjectId")
                    .addition("add `" + type + "`", new TextEdit(end, " " + type));
        }
        boolean id = field.block()
                .primaryKey()
                .filter(key -> key.fields().contains(field))
                .isPresent();
        if (!id) {
            findings.error(
                            DiagnosticCode.AUTO_NEEDS_ID,
                            field.defaultValue().orElseThrow().span(),
                            "`auto()` is for the id, but `" + field.name() + "` is not the id of `"
                                    + field.block().name() + "`")
                    .label("only for `@id`")
                    .help("use `uuid()` or `cuid()`");
        }
    }

    private void checkName(ResolvedField field) {
        if (field.mappedName().isEmpty()) {
            return;
        }
        String name = field.mappedName().get();
        Span span = field.syntax().attribute("map").orElseThrow().span();
        if (name.startsWith("$")) {
            findings.error(
                            DiagnosticCode.DOCUMENT_FIELD_NAME,
                            span,
                            "the name of a field in a document must not begin with `$`")
                    .label("begins with `$`");
        }
        if (name.indexOf('.') >= 0) {
            findings.error(
                            DiagnosticCode.DOCUMENT_FIELD_NAME,
                            span,
                            "the name of a field in a document must not contain `.`")
                    .label("contains `.`");
        }
    }

    private void checkIndexes(ResolvedBlock model) {
        Map<List<Object>, List<ResolvedKey>> same = new HashMap<>();
        for (ResolvedKey index : model.indexes()) {
            if (findings.isBroken(index)) {
                continue;
            }
            List<Object> shape = new ArrayList<>();
            for (ResolvedKey.Part part : index.parts()) {
                shape.add(part.path());
                shape.add(part.sort());
            }
            same.computeIfAbsent(shape, key -> new ArrayList<>()).add(index);
            checkIdUnique(model, index);
        }
        for (List<ResolvedKey> keys : same.values()) {
            for (ResolvedKey key : keys) {
                if (keys.size() > 1) {
                    ResolvedKey other = keys.get(0).equals(key) ? keys.get(1) : keys.get(0);
                    findings.error(
                                    DiagnosticCode.INDEX_TWICE,
                                    key.nameSpan(),
                                    "`" + model.name() + "` has two indexes of the same fields")
                            .label("one of them")
                            .because(other.nameSpan(), "another one")
                            .help("remove one of them");
                }
            }
        }
    }

    private void checkIdUnique(ResolvedBlock model, ResolvedKey index) {
        if (index.kind() == ResolvedKey.Kind.UNIQUE && index.parts().size() == 1 && !index.hasExpressions()) {
            ResolvedField field = index.parts().get(0).field();
            if (model.primaryKey().filter(key -> key.isFieldAlone(field)).isPresent()) {
                findings.error(
                                DiagnosticCode.ID_AND_UNIQUE,
                                index.nameSpan(),
                                "`" + field.name() + "` is the id, which is unique anyway")
                        .label("needless")
                        .help("remove it", new TextEdit(index.attribute().span(), ""));
            }
        }
    }

    /** The two ends of a relation must be the same type in the database, or nothing is found. */
    void checkRelation(ResolvedField field) {
        List<ResolvedField> fields = field.relation().fields().orElse(List.of());
        List<ResolvedField> references = field.relation().references().orElse(List.of());
        for (int i = 0; i < Math.min(fields.size(), references.size()); i++) {
            Optional<String> one = nativeType(fields.get(i));
            Optional<String> other = nativeType(references.get(i));
            if (!one.equals(other)) {
                findings.warning(
                                DiagnosticCode.RELATION_NATIVE_TYPES,
                                fields.get(i).nameSpan(),
                                "`" + fields.get(i).qualifiedName() + "` and `"
                                        + references.get(i).qualifiedName()
                                        + "` have different native types, so they never match")
                        .label(one.map(name -> "`" + name + "`").orElse("no native type"))
                        .because(
                                references.get(i).nameSpan(),
                                other.map(name -> "`" + name + "`").orElse("no native type"))
                        .help("give both the same `@" + scope.datasource().name() + "` type");
            }
        }
    }

    private static Optional<String> nativeType(ResolvedField field) {
        return field.nativeType().map(ResolvedField.NativeTypeUse::type).map(NativeType::name);
    }
}
