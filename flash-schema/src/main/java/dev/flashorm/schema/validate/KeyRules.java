package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ids, uniques and indexes of a model: that there is one to find a row by, and that their names are free. */
final class KeyRules {
    private final Scope scope;
    private final Findings findings;
    private final Provider provider;

    KeyRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
        this.provider = scope.provider();
    }

    void check(ResolvedBlock model) {
        if (!model.isView()) {
            checkIdentifiable(model);
        }
        model.primaryKey().ifPresent(this::checkPrimaryKey);
        model.shardKey().ifPresent(this::checkShardKey);
        for (ResolvedKey key : model.allKeys()) {
            if (!findings.isBroken(key)) {
                checkNotEmpty(key);
                checkFieldNameClash(key);
            }
            checkLength(key.map());
        }
        checkClientNames(model);
    }

    /** A row must be found by values that are always there. */
    private void checkIdentifiable(ResolvedBlock model) {
        if (model.isIgnored() || findings.isBroken(model) || scope.isDamaged(model.syntax())) {
            return;
        }
        if (provider.has(Capability.DOCUMENT_ID)) {
            if (model.primaryKey().isEmpty()) {
                findings.error(
                                DiagnosticCode.DOCUMENT_ID_MISSING,
                                model.nameSpan(),
                                "a model of " + provider.displayName() + " needs one `@id` field, and `" + model.name()
                                        + "` has none")
                        .label("no `@id`")
                        .help("add a line like `id String @id @default(auto()) @map(\"_id\") @db.ObjectId`");
                return;
            }
        }
        List<ResolvedKey> loose = new ArrayList<>();
        for (ResolvedKey key : model.uniqueKeys()) {
            if (isStrict(key)) {
                return;
            }
            loose.add(key);
        }
        var builder = findings.error(
                        DiagnosticCode.NO_UNIQUE_KEY,
                        model.nameSpan(),
                        "nothing identifies a row of `" + model.name() + "`")
                .label(loose.isEmpty() ? "no `@id` and no `@unique`" : "no key of required fields only");
        for (ResolvedKey key : loose) {
            builder.because(key.nameSpan(), whyLoose(key));
        }
        Optional<ResolvedField> id = model.field("id").filter(ResolvedField::isRequired);
        if (id.isPresent() && id.get().scalar().isPresent()) {
            Span end = model.nameSpan()
                    .file()
                    .span(id.get().typeSpan().end(), id.get().typeSpan().end());
            builder.addition("make `id` the id", new TextEdit(end, " @id"));
        } else if (loose.isEmpty()) {
            builder.help("add `@id` to a required field, or a line like `id Int @id @default(autoincrement())`");
        } else {
            builder.help("make the fields of one of these keys required, or add an `@id`");
        }
    }

    private static boolean isStrict(ResolvedKey key) {
        return !key.hasExpressions()
                && key.where().isEmpty()
                && key.fields().stream()
                        .allMatch(field -> field.isRequired() && !(field.type() instanceof ResolvedType.Unsupported));
    }

    private static String whyLoose(ResolvedKey key) {
        if (key.where().isPresent()) {
            return "holds for some rows only";
        }
        if (key.hasExpressions()) {
            return "is made of an expression";
        }
        List<ResolvedField> optional =
                key.fields().stream().filter(field -> !field.isRequired()).toList();
        return optional.isEmpty()
                ? "has an `Unsupported` field"
                : Diagnosis.names(optional) + (optional.size() == 1 ? " is" : " are") + " not required";
    }

    private void checkPrimaryKey(ResolvedKey key) {
        if (key.map().isPresent() && !provider.has(Capability.NAMED_PRIMARY_KEYS)) {
            findings.error(
                            DiagnosticCode.PRIMARY_KEY_NAME_UNSUPPORTED,
                            key.block().nameSpan(),
                            provider.displayName() + " has no names for primary keys, but the one of `"
                                    + key.block().name() + "` has one")
                    .label("its primary key is named")
                    .because(key.map().get().span(), "the name")
                    .help("remove `map`");
        }
        if (key.parts().size() > 1 && !provider.has(Capability.COMPOUND_IDS)) {
            findings.error(
                            DiagnosticCode.COMPOUND_ID_UNSUPPORTED,
                            key.nameSpan(),
                            provider.displayName() + " has ids of one field only")
                    .label("several fields")
                    .help("make one field the id, and write `@@unique` for the others");
        }
        boolean sorted = key.parts().stream().anyMatch(part -> part.sort().isPresent());
        if (sorted && !provider.has(Capability.PRIMARY_KEY_SORT_ORDER)) {
            findings.error(
                            DiagnosticCode.KEY_SORT_UNSUPPORTED,
                            key.nameSpan(),
                            "a primary key of " + provider.displayName() + " has no `sort`")
                    .label("not for primary keys")
                    .help("remove `sort`, or add an `@@index` that is sorted");
        }
    }

    private void checkShardKey(ResolvedKey key) {
        if (!provider.has(Capability.SHARD_KEYS)) {
            findings.error(
                            DiagnosticCode.SHARD_KEY_UNSUPPORTED,
                            key.nameSpan(),
                            "there are no shard keys in " + provider.displayName())
                    .label("not with " + provider.displayName())
                    .help("remove it");
        } else if (!findings.isBroken(key)) {
            checkNotEmpty(key);
        }
    }

    private void checkNotEmpty(ResolvedKey key) {
        if (key.parts().isEmpty()) {
            findings.error(
                            DiagnosticCode.KEY_EMPTY,
                            key.attribute().span(),
                            "`" + key.attributeName() + "` names no fields")
                    .label("empty")
                    .help("name at least one field");
        }
    }

    /** The generated code names a compound key by its fields: `a_b`. */
    private void checkFieldNameClash(ResolvedKey key) {
        boolean unique = key.kind() == ResolvedKey.Kind.ID || key.kind() == ResolvedKey.Kind.UNIQUE;
        if (!unique || key.parts().size() <= 1 || key.hasExpressions()) {
            return;
        }
        String name = String.join(
                "_",
                key.parts().stream()
                        .map(part -> part.pathName().replace('.', '_'))
                        .toList());
        key.block()
                .field(name)
                .filter(field -> !field.isRelation())
                .ifPresent(field -> findings.error(
                                DiagnosticCode.KEY_NAME_IS_FIELD,
                                key.nameSpan(),
                                "the generated code calls this key `" + name + "`, which is the name of a field")
                        .label("is called `" + name + "`")
                        .because(field.nameSpan(), "so is this field")
                        .help("give the key another name: `" + key.attributeName() + "([…], name: \"…\")`"));
    }

    private void checkClientNames(ResolvedBlock model) {
        Map<String, List<ResolvedKey>> byName = new HashMap<>();
        for (ResolvedKey key : model.allKeys()) {
            key.clientName()
                    .ifPresent(name -> byName.computeIfAbsent(name.value(), ignored -> new ArrayList<>())
                            .add(key));
        }
        byName.forEach((name, keys) -> {
            for (ResolvedKey key : keys) {
                if (keys.size() > 1) {
                    ResolvedKey other = keys.get(0).equals(key) ? keys.get(1) : keys.get(0);
                    findings.error(
                                    DiagnosticCode.KEY_NAME_TWICE,
                                    key.clientName().orElseThrow().span(),
                                    "two keys of `" + model.name() + "` are called `" + name + "`")
                            .label("called `" + name + "`")
                            .because(other.clientName().orElseThrow().span(), "so is this one")
                            .help("give each a name of its own");
                }
            }
            model.field(name)
                    .ifPresent(field -> findings.error(
                                    DiagnosticCode.KEY_NAME_IS_FIELD,
                                    model.nameSpan(),
                                    "a key of `" + model.name() + "` is called `" + name
                                            + "`, which is the name of a field")
                            .label("two things in it are called `" + name + "`")
                            .because(keys.get(0).clientName().orElseThrow().span(), "the key")
                            .because(field.nameSpan(), "the field")
                            .help("give the key another name"));
        });
    }

    /** Names that are written must fit; those that Flash makes are cut. */
    private void checkLength(Optional<Expression.StringLiteral> name) {
        name.ifPresent(text -> ConstraintNames.checkLength(provider, text.value(), text.span(), findings));
    }
}
