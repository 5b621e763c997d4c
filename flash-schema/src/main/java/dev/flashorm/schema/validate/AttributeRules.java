package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Declaration;
import dev.flashorm.schema.syntax.Declaration.EnumDeclaration;
import dev.flashorm.schema.syntax.EnumValueDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads every attribute of every declaration: unknown and repeated ones, arguments, and what is wrong with an attribute
 * by itself. What they say is kept on the resolved fields and blocks for the rules that come after.
 */
final class AttributeRules {
    private static final List<String> COLUMN = List.of(
            "id",
            "unique",
            "default",
            "updatedAt",
            "version",
            "map",
            "ignore",
            "relation",
            "renamedFrom",
            "generated",
            "shardKey");
    private static final List<String> RELATION = List.of("relation", "ignore", "renamedFrom");
    private static final List<String> MEMBER = List.of("default", "map");
    private static final List<String> MODEL =
            List.of("id", "unique", "index", "fulltext", "map", "schema", "ignore", "check", "renamedFrom", "shardKey");
    private static final List<String> ENUM = List.of("map", "schema", "renamedFrom");
    private static final List<String> ENUM_VALUE = List.of("map", "renamedFrom");
    private static final List<String> REPEATABLE = List.of("unique", "index", "fulltext", "check");

    private final Scope scope;
    private final Findings findings;
    private final DefaultRules defaults;
    private final KeyReader keys;
    private final RelationReader relations;
    private final MapRules maps;
    private final AdditionRules additions;

    AttributeRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
        this.defaults = new DefaultRules(scope, findings);
        this.keys = new KeyReader(findings);
        this.relations = new RelationReader(findings);
        this.maps = new MapRules(findings);
        this.additions = new AdditionRules(scope, findings);
    }

    void check() {
        for (ResolvedBlock model : scope.models()) {
            for (ResolvedField field : model.fields()) {
                if (field.isRelation()) {
                    relationField(field);
                } else if (!(field.type() instanceof ResolvedType.Unknown)) {
                    column(field);
                }
            }
            block(model);
            maps.checkColumns(model);
        }
        for (ResolvedBlock type : scope.compositeTypes()) {
            for (ResolvedField field : type.fields()) {
                if (!findings.isBroken(field) && !(field.type() instanceof ResolvedType.Unknown)) {
                    member(field);
                }
            }
            maps.checkColumns(type);
        }
        for (EnumDeclaration declaration : scope.enums()) {
            enumeration(declaration);
        }
        maps.checkEnums(scope.enums());
    }

    private void column(ResolvedField field) {
        for (Attribute attribute : sound(field.syntax().attributes(), COLUMN, "@", field)) {
            AttributeReader reader = new AttributeReader(attribute, "@", findings);
            if (!reader.isSound()) {
                findings.markBroken(attribute);
                continue;
            }
            switch (attribute.name().text()) {
                case "id", "unique", "shardKey" -> keys.readOnField(field, reader);
                case "default" -> defaults.read(field, reader);
                case "updatedAt" -> updatedAt(field, reader);
                case "version" -> additions.readVersion(field, reader);
                case "map" -> maps.read(reader);
                case "ignore" -> ignore(field, reader);
                case "renamedFrom" -> renamedFrom(field, reader);
                case "generated" -> additions.readGenerated(field, reader);
                case "relation" -> {
                    findings.error(
                                    DiagnosticCode.RELATION_ON_COLUMN,
                                    reader.nameSpan(),
                                    "`@relation` belongs to a field whose type is a model, but `" + field.name()
                                            + "` is of type `" + field.typeName() + "`")
                            .label("`" + field.typeName() + "` is no model")
                            .help("put it on the field whose type is the other model");
                    continue;
                }
                default -> NativeTypes.read(field, attribute);
            }
            reader.finish(isNativeType(attribute));
        }
    }

    private void relationField(ResolvedField field) {
        for (Attribute attribute : sound(field.syntax().attributes(), RELATION, "@", field)) {
            AttributeReader reader = new AttributeReader(attribute, "@", findings);
            if (!reader.isSound()) {
                findings.markBroken(field);
                continue;
            }
            switch (attribute.name().text()) {
                case "relation" -> relations.read(field, reader);
                case "renamedFrom" -> renamedFrom(field, reader);
                default -> {}
            }
            reader.finish(false);
        }
    }

    private void member(ResolvedField field) {
        for (Attribute attribute : sound(field.syntax().attributes(), MEMBER, "@", field)) {
            AttributeReader reader = new AttributeReader(attribute, "@", findings);
            if (findings.isBroken(attribute) || !reader.isSound()) {
                continue;
            }
            switch (attribute.name().text()) {
                case "default" -> defaults.readMember(field, reader);
                case "map" -> maps.read(reader);
                default -> NativeTypes.read(field, attribute);
            }
            reader.finish(isNativeType(attribute));
        }
    }

    private void block(ResolvedBlock model) {
        for (Attribute attribute : sound(model.syntax().attributes(), MODEL, "@@", null)) {
            AttributeReader reader = new AttributeReader(attribute, "@@", findings);
            if (!reader.isSound()) {
                findings.markBroken(model);
                continue;
            }
            switch (attribute.name().text()) {
                case "id" -> keys.readOnBlock(ResolvedKey.Kind.ID, model, reader);
                case "unique" -> keys.readOnBlock(ResolvedKey.Kind.UNIQUE, model, reader);
                case "index" -> keys.readOnBlock(ResolvedKey.Kind.INDEX, model, reader);
                case "fulltext" -> keys.readOnBlock(ResolvedKey.Kind.FULLTEXT, model, reader);
                case "map" -> maps.read(reader);
                case "schema" -> reader.mainName("map");
                case "renamedFrom" -> renamedFrom(model.syntax(), reader);
                case "check" -> additions.readCheck(model, reader);
                case "shardKey" -> keys.readOnBlock(ResolvedKey.Kind.SHARD, model, reader);
                default -> {}
            }
            reader.finish(false);
        }
        if (model.isIgnored()) {
            checkNeedlessIgnores(model);
        }
    }

    private void enumeration(EnumDeclaration declaration) {
        for (EnumValueDeclaration value : declaration.values()) {
            for (Attribute attribute : sound(value.attributes(), ENUM_VALUE, "@", null)) {
                AttributeReader reader = new AttributeReader(attribute, "@", findings);
                if (reader.isSound()) {
                    if (attribute.is("map")) {
                        maps.read(reader);
                    } else {
                        additions.readRenamedFrom(
                                reader,
                                value.name(),
                                old -> declaration.value(old).map(EnumValueDeclaration::name));
                    }
                    reader.finish(false);
                }
            }
        }
        for (Attribute attribute : sound(declaration.attributes(), ENUM, "@@", null)) {
            AttributeReader reader = new AttributeReader(attribute, "@@", findings);
            if (reader.isSound()) {
                switch (attribute.name().text()) {
                    case "map" -> maps.read(reader);
                    case "schema" -> reader.mainName("map");
                    default -> renamedFrom(declaration, reader);
                }
                reader.finish(false);
            }
        }
    }

    /** The attributes that are known here and stand once; the others are reported. */
    private List<Attribute> sound(
            List<Attribute> attributes, List<String> known, String signs, @Nullable ResolvedField field) {
        Map<String, Attribute> first = new HashMap<>();
        return attributes.stream()
                .filter(attribute -> {
                    String name = attribute.name().text();
                    boolean nativeType = isNativeType(attribute)
                            && field != null
                            && field.scalar().isPresent();
                    if (!nativeType && !known.contains(name)) {
                        unknown(attribute, known, signs, field);
                        return false;
                    }
                    Attribute before = first.putIfAbsent(nativeType ? "." : name, attribute);
                    if (before != null && !(signs.equals("@@") && REPEATABLE.contains(name))) {
                        repeated(attribute, before, signs);
                        return false;
                    }
                    return true;
                })
                .toList();
    }

    private static boolean isNativeType(Attribute attribute) {
        return attribute.name().text().indexOf('.') >= 0;
    }

    private void repeated(Attribute attribute, Attribute before, String signs) {
        if (isNativeType(attribute)) {
            findings.error(
                            DiagnosticCode.ATTRIBUTE_TWICE,
                            attribute.span(),
                            "a field has one native type, but here is a second one")
                    .label("second native type")
                    .because(before.span(), "first one here")
                    .help("remove one of them");
            return;
        }
        findings.error(
                        DiagnosticCode.ATTRIBUTE_TWICE,
                        attribute.span(),
                        "`" + signs + attribute.name() + "` stands twice")
                .label("given again")
                .because(before.span(), "first given here")
                .help("remove one of them");
    }

    private void unknown(Attribute attribute, List<String> known, String signs, @Nullable ResolvedField field) {
        String name = attribute.name().text();
        if (findings.isBroken(attribute)) {
            return;
        }
        Span whole = attribute.span();
        Span nameSpan = whole.file().span(whole.start(), attribute.name().span().end());
        if (field != null && field.isRelation() && COLUMN.contains(name)) {
            notOnRelation(attribute, field, nameSpan);
            return;
        }
        if (field != null && isNativeType(attribute)) {
            findings.error(
                            DiagnosticCode.NATIVE_TYPE_MISPLACED,
                            nameSpan,
                            "`@" + name + "` needs a built-in type, but `" + field.name() + "` is of type `"
                                    + field.typeName() + "`")
                    .label("not for `" + field.typeName() + "`")
                    .because(field.typeSpan(), "the type")
                    .help("remove it", new TextEdit(whole, ""));
            return;
        }
        var builder = findings.error(
                DiagnosticCode.UNKNOWN_ATTRIBUTE, nameSpan, "there is no attribute `" + signs + name + "` here");
        if (signs.equals("@") && MODEL.contains(name) && field != null) {
            builder.label("stands on a block as `@@" + name + "`")
                    .help("write `@@" + name + "(…)` on a line of its own");
            return;
        }
        builder.label("not known");
        Diagnosis.suggestAttribute(builder, attribute.name().span(), name, signs, known, findings);
    }

    private void notOnRelation(Attribute attribute, ResolvedField field, Span nameSpan) {
        List<ResolvedField> columns = field.syntax()
                .attribute("relation")
                .map(relation -> KeyReader.fieldsNamed(field.block(), relation))
                .orElse(List.of());
        String name = attribute.name().text();
        var builder = findings.error(
                        DiagnosticCode.COLUMN_ATTRIBUTE_ON_RELATION,
                        nameSpan,
                        "`@" + name + "` needs a column, but `" + field.name() + "` is a relation")
                .label("not for relations")
                .because(
                        field.typeSpan(),
                        "`" + field.typeName() + "` is "
                                + Diagnosis.withArticle(field.target().keyword()));
        if (columns.isEmpty()) {
            builder.help("remove it", new TextEdit(attribute.span(), ""));
        } else if (columns.size() == 1) {
            builder.help("put it on the column `" + columns.get(0).name() + "`");
        } else if (name.equals("id") || name.equals("unique")) {
            builder.help("write `@@" + name + "(" + Diagnosis.list(columns) + ")` on the model");
        }
    }

    private void renamedFrom(ResolvedField field, AttributeReader reader) {
        additions.readRenamedFrom(
                reader,
                field.syntax().name(),
                old -> field.block().field(old).map(still -> still.syntax().name()));
    }

    private void renamedFrom(Declaration declaration, AttributeReader reader) {
        additions.readRenamedFrom(
                reader, declaration.name(), old -> scope.type(old).map(Declaration::name));
    }

    private void updatedAt(ResolvedField field, AttributeReader reader) {
        if (!field.is(Scalar.DATE_TIME)) {
            findings.error(
                            DiagnosticCode.UPDATED_AT_TYPE,
                            reader.nameSpan(),
                            "`@updatedAt` needs a `DateTime`, but `" + field.name() + "` is of type `"
                                    + field.typeName() + "`")
                    .label("only for `DateTime`")
                    .because(field.typeSpan(), "the type");
        }
        if (field.isList()) {
            findings.error(
                            DiagnosticCode.UPDATED_AT_TYPE,
                            reader.nameSpan(),
                            "`@updatedAt` needs one value, but `" + field.name() + "` is a list")
                    .label("not for lists")
                    .because(field.typeSpan(), "a list");
        }
    }

    private void ignore(ResolvedField field, AttributeReader reader) {
        if (field.type() instanceof ResolvedType.Unsupported) {
            findings.error(
                            DiagnosticCode.NEEDLESS_IGNORE,
                            reader.nameSpan(),
                            "`@ignore` says nothing new: an `Unsupported` field is left out of the code anyway")
                    .label("needless")
                    .help("remove it", new TextEdit(reader.attribute().span(), ""));
        }
    }

    private void checkNeedlessIgnores(ResolvedBlock model) {
        for (ResolvedField field : model.columns()) {
            if (field.isIgnored() && !(field.type() instanceof ResolvedType.Unsupported)) {
                Attribute ignore = field.syntax().attribute("ignore").orElseThrow();
                findings.error(
                                DiagnosticCode.NEEDLESS_IGNORE,
                                ignore.span(),
                                "`@ignore` says nothing new: the whole model `" + model.name() + "` is ignored")
                        .label("needless")
                        .because(
                                model.syntax().attribute("ignore").orElseThrow().span(), "ignores all of it")
                        .help("remove it", new TextEdit(ignore.span(), ""));
            }
        }
    }
}
