package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.model.Index.SortOrder;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads `@id`, `@unique`, `@@id`, `@@unique`, `@@index` and `@@fulltext` into keys, and reports what is no key. */
final class KeyReader {
    private static final List<String> ORDERS = List.of("Asc", "Desc");
    private static final List<String> TYPES = List.of("BTree", "Hash", "Gist", "Gin", "SpGist", "Brin");

    private final Findings findings;
    private final Values values;
    private final KeyPartReader parts;

    KeyReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
        this.parts = new KeyPartReader(findings);
    }

    /** The columns named by `fields:` of an attribute; those that exist. */
    static List<ResolvedField> fieldsNamed(ResolvedBlock block, Attribute attribute) {
        List<ResolvedField> found = new ArrayList<>();
        attribute
                .arguments()
                .value("fields")
                .map(Values::elements)
                .orElse(List.of())
                .forEach(element -> {
                    if (element instanceof Expression.Name name) {
                        block.field(name.text())
                                .filter(field -> !field.isRelation())
                                .ifPresent(found::add);
                    }
                });
        return found;
    }

    /** `@id` or `@unique`. */
    void readOnField(ResolvedField field, AttributeReader reader) {
        ResolvedKey.Kind kind = ResolvedKey.Kind.of(reader.attribute());
        if (kind == ResolvedKey.Kind.SHARD) {
            shardKey(field, reader);
            return;
        }
        Optional<Expression.StringLiteral> map = reader.name("map");
        Optional<Expression> length =
                reader.optional("length").filter(value -> values.integer(value).isPresent());
        Optional<SortOrder> sort = sort(reader.optional("sort"));
        ResolvedKey key = new ResolvedKey(
                kind,
                field.block(),
                reader.attribute(),
                true,
                List.of(new ResolvedKey.Part(field.nameSpan(), List.of(field), length, sort, Optional.empty())),
                Optional.empty(),
                map,
                Optional.empty(),
                Optional.empty(),
                clustered(reader));
        keep(key);
        if (kind == ResolvedKey.Kind.ID && !field.isRequired() && !field.block().isIgnored()) {
            findings.error(
                            DiagnosticCode.ID_OPTIONAL,
                            reader.nameSpan(),
                            "an id must always be there, but `" + field.qualifiedName() + "` is "
                                    + (field.isList() ? "a list" : "optional"))
                    .label("not for " + (field.isList() ? "lists" : "optional fields"))
                    .because(field.typeSpan(), field.isList() ? "a list" : "optional")
                    .help("write `" + field.typeName() + "`", new TextEdit(field.typeSpan(), field.typeName()));
            findings.markBroken(field);
        }
    }

    private void shardKey(ResolvedField field, AttributeReader reader) {
        ResolvedKey key = new ResolvedKey(
                ResolvedKey.Kind.SHARD,
                field.block(),
                reader.attribute(),
                true,
                List.of(ResolvedKey.Part.of(field)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        checkRequired(key);
        keep(key);
    }

    private void shardKey(ResolvedBlock block, AttributeReader reader) {
        int before = findings.errorCount();
        List<ResolvedKey.Part> members = reader.main("fields")
                .map(written -> parts.read(ResolvedKey.Kind.SHARD, block, reader, written))
                .orElse(List.of());
        ResolvedKey key = new ResolvedKey(
                ResolvedKey.Kind.SHARD,
                block,
                reader.attribute(),
                false,
                members,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        if (findings.errorCount() > before) {
            findings.markBroken(key);
        } else {
            checkRequired(key);
        }
        keep(key);
    }

    /** A key or index of a block. */
    void readOnBlock(ResolvedKey.Kind kind, ResolvedBlock block, AttributeReader reader) {
        if (kind == ResolvedKey.Kind.SHARD) {
            shardKey(block, reader);
            return;
        }
        boolean plain = kind == ResolvedKey.Kind.INDEX || kind == ResolvedKey.Kind.FULLTEXT;
        List<ResolvedKey.Part> members = List.of();
        boolean sound = false;
        Optional<Expression> written = reader.main("fields");
        int before = findings.errorCount();
        if (written.isPresent()) {
            members = parts.read(kind, block, reader, written.get());
            sound = findings.errorCount() == before;
        }
        Optional<Expression.StringLiteral> name =
                kind == ResolvedKey.Kind.FULLTEXT ? Optional.empty() : reader.name("name");
        Optional<Expression.StringLiteral> map = reader.name("map");
        if (kind == ResolvedKey.Kind.INDEX && name.isPresent() && map.isPresent()) {
            findings.error(
                            DiagnosticCode.NAME_AND_MAP,
                            name.get().span(),
                            "`name` of `@@index` is an old word for `map`, and both are given")
                    .label("same as `map`")
                    .because(map.get().span(), "the name is given here too")
                    .help("keep `map`");
        }
        if (!plain) {
            name.ifPresent(text -> checkClientName(text, reader));
        }
        Optional<Expression.Name> type = Optional.empty();
        if (kind == ResolvedKey.Kind.INDEX) {
            type = reader.optional("type")
                    .filter(value -> values.oneOf(value, TYPES).isPresent())
                    .map(Expression.Name.class::cast);
        }
        Optional<Expression> where = kind == ResolvedKey.Kind.ID || kind == ResolvedKey.Kind.FULLTEXT
                ? Optional.empty()
                : reader.optional("where").filter(parts::isCondition);
        ResolvedKey key = new ResolvedKey(
                kind,
                block,
                reader.attribute(),
                false,
                members,
                plain ? Optional.empty() : name,
                plain ? map.or(() -> name) : map,
                type,
                where,
                kind == ResolvedKey.Kind.FULLTEXT ? Optional.empty() : clustered(reader));
        if (!sound) {
            findings.markBroken(key);
            findings.markBroken(block);
        } else if (kind == ResolvedKey.Kind.ID) {
            checkRequired(key);
        }
        keep(key);
    }

    private void keep(ResolvedKey key) {
        ResolvedBlock block = key.block();
        switch (key.kind()) {
            case ID ->
                block.primaryKey().ifPresentOrElse(first -> several("id", first, key), () -> block.setPrimaryKey(key));
            case SHARD ->
                block.shardKey()
                        .ifPresentOrElse(first -> several("shard key", first, key), () -> block.setShardKey(key));
            default -> block.addIndex(key);
        }
    }

    private void several(String what, ResolvedKey first, ResolvedKey other) {
        if (findings.isBroken(first)) {
            return;
        }
        String name = other.attribute().name().text();
        String help = first.onField() && other.onField()
                ? "to make one of several fields, write `@@" + name + "(["
                        + first.parts().get(0).pathName() + ", "
                        + other.parts().get(0).pathName() + "])` on the model"
                : "keep one of them";
        findings.error(
                        DiagnosticCode.SEVERAL_IDS,
                        other.block().nameSpan(),
                        "`" + other.block().name() + "` has more than one " + what)
                .label("only one is allowed")
                .because(first.nameSpan(), "the first")
                .because(other.nameSpan(), "another one")
                .help(help);
        findings.markBroken(first);
    }

    private void checkRequired(ResolvedKey key) {
        if (key.block().isIgnored()) {
            return;
        }
        List<ResolvedField> optional =
                key.fields().stream().filter(field -> !field.isRequired()).toList();
        if (!optional.isEmpty()) {
            var builder = findings.error(
                            DiagnosticCode.ID_OPTIONAL,
                            key.nameSpan(),
                            (key.kind() == ResolvedKey.Kind.ID ? "an id" : "a shard key")
                                    + " must always be there, but "
                                    + Diagnosis.names(optional)
                                    + (optional.size() == 1 ? " is" : " are") + " not required")
                    .label("needs required fields");
            optional.forEach(field -> builder.because(field.typeSpan(), field.isList() ? "a list" : "optional"));
            findings.markBroken(key.block());
        }
    }

    private void checkClientName(Expression.StringLiteral name, AttributeReader reader) {
        for (int i = 0; i < name.value().length(); i++) {
            char c = name.value().charAt(i);
            if (c != '_' && !(c < 128 && Character.isLetterOrDigit(c))) {
                findings.error(
                                DiagnosticCode.CLIENT_NAME_MALFORMED,
                                name.span(),
                                "`name` of `" + reader.shownName()
                                        + "` names a method in the generated code, so it may only have letters, digits and `_`")
                        .label("has a `" + c + "`")
                        .help("for the name in the database use `map`");
                return;
            }
        }
    }

    private Optional<SortOrder> sort(Optional<Expression> value) {
        return value.flatMap(written -> values.oneOf(written, ORDERS))
                .map(word -> word.equals("Desc") ? SortOrder.DESC : SortOrder.ASC);
    }

    private Optional<Expression> clustered(AttributeReader reader) {
        return reader.optional("clustered").filter(value -> values.bool(value).isPresent());
    }
}
