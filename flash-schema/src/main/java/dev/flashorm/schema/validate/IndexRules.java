package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.IndexType;
import dev.flashorm.schema.provider.IndexType.Trait;
import dev.flashorm.schema.provider.Indexability;
import dev.flashorm.schema.provider.OperatorClass;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the database can index, and how: types of indexes, operator classes, prefixes, full text. */
final class IndexRules {
    private final Scope scope;
    private final Findings findings;
    private final Provider provider;

    IndexRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
        this.provider = scope.provider();
    }

    void check(ResolvedBlock model) {
        List<ResolvedKey> fullText = new ArrayList<>();
        for (ResolvedKey key : model.allKeys()) {
            if (findings.isBroken(key)) {
                continue;
            }
            checkLengths(key);
            checkIndexable(key);
            checkWholeComposites(key);
            checkClustered(key);
            checkConditions(key);
            if (key.kind() == ResolvedKey.Kind.FULLTEXT) {
                fullText.add(key);
                checkFullText(key);
            }
            checkType(key);
        }
        if (fullText.size() > 1
                && provider.has(Capability.FULL_TEXT_INDEX)
                && !provider.has(Capability.MULTIPLE_FULL_TEXT_INDEXES)) {
            for (ResolvedKey key : fullText) {
                findings.error(
                                DiagnosticCode.FULL_TEXT_SEVERAL,
                                key.nameSpan(),
                                provider.displayName() + " has one full text index a model, but `" + model.name()
                                        + "` has " + fullText.size())
                        .label("one of " + fullText.size())
                        .help("put all fields into one `@@fulltext`");
            }
        }
    }

    private void checkLengths(ResolvedKey key) {
        for (ResolvedKey.Part part : key.parts()) {
            if (part.length().isEmpty()) {
                continue;
            }
            Span span = part.length().get().span();
            if (!provider.has(Capability.INDEX_PREFIX_LENGTH)) {
                findings.error(
                                DiagnosticCode.LENGTH_UNSUPPORTED,
                                span,
                                provider.displayName() + " indexes whole values, so there is no `length`")
                        .label("not with " + provider.displayName())
                        .help("remove `length`");
                return;
            }
            if (key.kind() == ResolvedKey.Kind.FULLTEXT) {
                findings.error(DiagnosticCode.FULL_TEXT_LENGTH, span, "a full text index takes no `length`")
                        .label("a full text index has all words")
                        .help("remove `length`");
                return;
            }
            if (part.isExpression()) {
                continue;
            }
            ResolvedField field = part.field();
            boolean prefixable = field.is(Scalar.STRING)
                    || field.is(Scalar.BYTES)
                    || field.type() instanceof ResolvedType.Unsupported;
            if (!prefixable) {
                findings.error(
                                DiagnosticCode.LENGTH_TYPE,
                                span,
                                "`length` is for `String` and `Bytes`, but `" + field.name() + "` is of type `"
                                        + field.typeName() + "`")
                        .label("`" + field.typeName() + "` has no prefix")
                        .because(field.typeSpan(), "the type")
                        .help("remove `length`");
            }
        }
    }

    /** Types that the database cannot put into an index whole, or at all. */
    private void checkIndexable(ResolvedKey key) {
        if (key.kind() == ResolvedKey.Kind.FULLTEXT) {
            return;
        }
        for (ResolvedKey.Part part : key.parts()) {
            if (part.isExpression()) {
                continue;
            }
            Optional<NativeType> type = part.field().nativeType().map(ResolvedField.NativeTypeUse::type);
            Indexability indexability = type.map(provider::indexability).orElse(Indexability.YES);
            if (indexability == Indexability.NO && key.kind() != ResolvedKey.Kind.ID) {
                findings.error(
                                DiagnosticCode.TYPE_NOT_INDEXABLE,
                                part.field().nameSpan(),
                                "`" + type.orElseThrow().name() + "` of " + provider.displayName()
                                        + " cannot be indexed")
                        .label("is indexed")
                        .because(key.nameSpan(), "by this");
                return;
            }
            if (indexability == Indexability.WITH_LENGTH && part.length().isEmpty()) {
                String hint = key.onField()
                        ? "`" + key.attributeName() + "(length: 100)`"
                        : "`" + part.pathName() + "(length: 100)`";
                findings.error(
                                DiagnosticCode.LENGTH_MISSING,
                                key.nameSpan(),
                                provider.displayName() + " indexes only a prefix of `"
                                        + type.orElseThrow().name() + "`, so `" + part.pathName()
                                        + "` needs a `length`")
                        .label("no `length`")
                        .because(type.orElseThrow().span(), "may be of any length")
                        .help("write " + hint);
                return;
            }
        }
    }

    /** Alone a composite value may be unique; of several fields the client could not say which row is meant. */
    private void checkWholeComposites(ResolvedKey key) {
        if (key.kind() != ResolvedKey.Kind.UNIQUE || key.parts().size() < 2) {
            return;
        }
        for (ResolvedField field : key.fields()) {
            if (field.type() instanceof ResolvedType.OfComposite) {
                findings.error(
                                DiagnosticCode.TYPE_NOT_INDEXABLE,
                                key.nameSpan(),
                                "a key of several fields cannot hold all of `" + field.name() + "`, which is a `"
                                        + field.typeName() + "`")
                        .label("has several fields")
                        .because(field.typeSpan(), "a composite type")
                        .help("name the members that count: `" + field.name() + ".…`");
                return;
            }
        }
    }

    private void checkClustered(ResolvedKey key) {
        if (key.clustered().isPresent() && !provider.has(Capability.CLUSTERED_INDEX)) {
            findings.error(
                            DiagnosticCode.CLUSTERED_UNSUPPORTED,
                            key.clustered().get().span(),
                            "there is no choice of clustering in " + provider.displayName())
                    .label("not with " + provider.displayName())
                    .help("remove `clustered`");
        }
    }

    private void checkConditions(ResolvedKey key) {
        if (key.where().isPresent() && !provider.has(Capability.PARTIAL_INDEX)) {
            findings.error(
                            DiagnosticCode.PARTIAL_INDEX_UNSUPPORTED,
                            key.where().get().span(),
                            "there are no partial indexes in " + provider.displayName())
                    .label("not with " + provider.displayName())
                    .help("remove `where`");
        }
        for (ResolvedKey.Part part : key.parts()) {
            if (part.isExpression() && !provider.has(Capability.EXPRESSION_INDEX)) {
                findings.error(
                                DiagnosticCode.EXPRESSION_INDEX_UNSUPPORTED,
                                part.span(),
                                "there are no indexes of expressions in " + provider.displayName())
                        .label("not with " + provider.displayName())
                        .help("index a field");
            }
        }
    }

    private void checkFullText(ResolvedKey key) {
        if (!provider.has(Capability.FULL_TEXT_INDEX)) {
            findings.error(
                            DiagnosticCode.FULL_TEXT_UNSUPPORTED,
                            key.nameSpan(),
                            "there is no `@@fulltext` in " + provider.displayName())
                    .label("not with " + provider.displayName())
                    .help("remove it");
            return;
        }
        boolean sortable = provider.has(Capability.FULL_TEXT_SORT_ORDER);
        boolean textSeen = false;
        boolean sortedAfterText = false;
        for (ResolvedKey.Part part : key.parts()) {
            boolean sorted = part.sort().isPresent();
            if (sorted && !sortable) {
                findings.error(
                                DiagnosticCode.FULL_TEXT_SORT,
                                part.span(),
                                "a full text index of " + provider.displayName() + " takes no `sort`")
                        .label("not with " + provider.displayName())
                        .help("remove `sort`");
                return;
            }
            if (!sorted && sortedAfterText) {
                findings.error(
                                DiagnosticCode.FULL_TEXT_SCATTERED,
                                part.span(),
                                "the text fields of a full text index must stand together, but `" + part.pathName()
                                        + "` stands apart")
                        .label("apart from the others")
                        .help("list the fields with `sort` before or behind all others");
                return;
            }
            textSeen |= !sorted;
            sortedAfterText |= sorted && textSeen;
        }
    }

    private void checkType(ResolvedKey key) {
        if (key.kind() != ResolvedKey.Kind.INDEX) {
            for (ResolvedKey.Part part : key.parts()) {
                if (part.operatorClass().isPresent()) {
                    findings.error(
                                    DiagnosticCode.OPERATOR_CLASS_MISPLACED,
                                    part.operatorClass().get().span(),
                                    "operator classes are for `@@index`, not for `" + key.attributeName() + "`")
                            .label("only in `@@index`")
                            .help("remove `ops`");
                    return;
                }
            }
            return;
        }
        String name = key.type()
                .map(Expression.Name::text)
                .orElse(provider.indexTypes().get(0).name());
        Optional<IndexType> type = provider.indexType(name);
        if (type.isEmpty()) {
            List<String> names =
                    provider.indexTypes().stream().map(IndexType::name).toList();
            findings.error(
                            DiagnosticCode.INDEX_TYPE_UNSUPPORTED,
                            key.type().orElseThrow().span(),
                            "there are no `" + name + "` indexes in " + provider.displayName())
                    .label("not with " + provider.displayName())
                    .note("there is " + Suggestions.allOf(names));
            return;
        }
        if (type.get().has(Trait.SINGLE_COLUMN) && key.parts().size() > 1) {
            findings.error(
                            DiagnosticCode.INDEX_TYPE_SINGLE,
                            key.nameSpan(),
                            "a `" + name + "` index has one column, but this one has "
                                    + key.parts().size())
                    .label("several columns")
                    .help("make an index for each");
        }
        for (ResolvedKey.Part part : key.parts()) {
            if (part.sort().isPresent() && type.get().has(Trait.UNSORTED)) {
                findings.error(
                                DiagnosticCode.INDEX_TYPE_UNSORTED,
                                part.span(),
                                "a `" + name + "` index knows no order, so there is no `sort`")
                        .label("cannot be sorted")
                        .help("remove `sort`, or use a `BTree` index");
                break;
            }
        }
        for (ResolvedKey.Part part : key.parts()) {
            checkOperatorClass(type.get(), part);
        }
    }

    private void checkOperatorClass(IndexType type, ResolvedKey.Part part) {
        boolean raw = part.operatorClass()
                .filter(value -> !(value instanceof Expression.Name))
                .isPresent();
        if (part.isExpression() || raw) {
            return;
        }
        ResolvedField field = part.field();
        Optional<String> nativeType = field.nativeType().map(use -> use.type().name());
        if (part.operatorClass().isEmpty()) {
            boolean fits = type.has(Trait.ANY_TYPE)
                    || (type.has(Trait.LISTS) && field.isList())
                    || nativeType.map(type.nativeTypes()::contains).orElseGet(() -> fits(field, type));
            if (!fits) {
                findings.error(
                                DiagnosticCode.OPERATOR_CLASS_MISSING,
                                part.span(),
                                "a `" + type.name() + "` index has no default for "
                                        + nativeType
                                                .map(name -> "`" + name + "`")
                                                .orElse("`" + shownType(field) + "`")
                                        + ", the type of `" + part.pathName() + "`")
                        .label("needs an operator class")
                        .because(field.typeSpan(), "the type")
                        .help("give one with `ops:`, or choose another type of index");
            }
            return;
        }
        String name = part.operatorClass().get().span().text();
        Span span = part.operatorClass().get().span();
        Optional<OperatorClass> operatorClass = type.operatorClass(name);
        if (operatorClass.isEmpty()) {
            unknownOperatorClass(type, name, span);
            return;
        }
        OperatorClass found = operatorClass.get();
        boolean fits = found.lists()
                ? field.isList()
                : nativeType
                        .map(found.nativeTypes()::contains)
                        .orElseGet(() ->
                                field.scalar().filter(found.scalars()::contains).isPresent());
        if (!fits) {
            var builder = findings.error(
                            DiagnosticCode.OPERATOR_CLASS_TYPE,
                            span,
                            "`" + name + "` is not made for `" + nativeType.orElse(shownType(field))
                                    + "`, the type of `" + part.pathName() + "`")
                    .label(found.lists() ? "made for lists" : "made for " + Suggestions.oneOf(sorted(found)))
                    .because(field.typeSpan(), "the type");
            if (nativeType.isEmpty() && isStoredAs(field, found)) {
                builder.help("give `" + field.name() + "` the native type `@"
                        + scope.datasource().name() + "."
                        + found.nativeTypes().iterator().next() + "`");
            }
        }
    }

    /** Whether the class is for one native type, and the field could have it. */
    private boolean isStoredAs(ResolvedField field, OperatorClass operatorClass) {
        return operatorClass.nativeTypes().size() == 1
                && provider.nativeType(operatorClass.nativeTypes().iterator().next())
                        .filter(type -> field.scalar().filter(type::stores).isPresent())
                        .isPresent();
    }

    private static boolean fits(ResolvedField field, IndexType type) {
        return field.type() instanceof ResolvedType.Unsupported
                || field.scalar().filter(type.scalars()::contains).isPresent();
    }

    private static List<String> sorted(OperatorClass operatorClass) {
        return operatorClass.nativeTypes().stream().sorted().toList();
    }

    private static String shownType(ResolvedField field) {
        return field.typeName() + (field.isList() ? "[]" : "");
    }

    private void unknownOperatorClass(IndexType type, String name, Span span) {
        List<String> others = new ArrayList<>();
        for (IndexType other : provider.indexTypes()) {
            if (other.operatorClass(name).isPresent()) {
                others.add(other.name());
            }
        }
        var builder = findings.error(
                        DiagnosticCode.OPERATOR_CLASS_UNKNOWN,
                        span,
                        others.isEmpty()
                                ? "there is no operator class `" + name + "`"
                                : "`" + name + "` does not belong to a `" + type.name() + "` index")
                .label(others.isEmpty() ? "not known" : "not for `" + type.name() + "`");
        if (!others.isEmpty()) {
            builder.help("write `type: " + others.get(0) + "`");
            return;
        }
        List<String> names = new ArrayList<>();
        type.operatorClasses().forEach(known -> names.add(known.name()));
        Diagnosis.suggest(builder, span, name, names, findings);
        builder.note("any other one can be named by `ops: raw(\"…\")`");
    }
}
