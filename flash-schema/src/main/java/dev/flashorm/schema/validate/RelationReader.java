package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.model.Relation.ReferentialAction;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads `@relation(…)`. */
final class RelationReader {
    private static final Map<String, ReferentialAction> ACTIONS = actions();

    private final Findings findings;
    private final Values values;

    RelationReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(findings);
    }

    void read(ResolvedField field, AttributeReader reader) {
        int before = findings.errorCount();
        Optional<List<ResolvedField>> fields = reader.optional("fields")
                .map(value -> columns(field.block(), value, DiagnosticCode.FIELDS_UNKNOWN, "fields"));
        Optional<List<ResolvedField>> references = reader.optional("references")
                .map(value -> columns(field.target(), value, DiagnosticCode.REFERENCES_UNKNOWN, "references"));
        Optional<String> name =
                reader.optionalMain("name").flatMap(values::string).flatMap(this::relationName);
        Optional<RelationArguments.Action> onDelete =
                reader.optional("onDelete").flatMap(this::action);
        Optional<RelationArguments.Action> onUpdate =
                reader.optional("onUpdate").flatMap(this::action);
        Optional<String> map = reader.name("map").map(Expression.StringLiteral::value);
        field.setRelation(new RelationArguments(
                Optional.of(reader.attribute()), name, fields, references, onDelete, onUpdate, map));
        if (findings.errorCount() > before) {
            findings.markBroken(field);
        }
    }

    private Optional<String> relationName(Expression.StringLiteral text) {
        if (text.value().isEmpty()) {
            findings.error(DiagnosticCode.EMPTY_NAME, text.span(), "the name of a relation is empty")
                    .label("a name is needed here")
                    .help("give a name, or remove it when there is only one relation between the two models");
            return Optional.empty();
        }
        return Optional.of(text.value());
    }

    private Optional<RelationArguments.Action> action(Expression value) {
        return values.oneOf(value, List.copyOf(ACTIONS.keySet()))
                .map(word -> new RelationArguments.Action(
                        ACTIONS.getOrDefault(word, ReferentialAction.NO_ACTION), value.span()));
    }

    private List<ResolvedField> columns(
            ResolvedBlock block, Expression written, DiagnosticCode unknown, String argument) {
        List<ResolvedField> columns = new ArrayList<>();
        for (Expression element : Values.elements(written)) {
            Optional<Expression.Name> word = values.word(element);
            if (word.isEmpty()) {
                continue;
            }
            String name = word.get().text();
            Optional<ResolvedField> field = block.field(name);
            if (field.isEmpty()) {
                unknown(unknown, block, name, element.span(), argument);
            } else if (field.get().isRelation()) {
                relation(field.get(), element.span(), argument);
            } else if (columns.contains(field.get())) {
                findings.error(
                                DiagnosticCode.KEY_FIELD_TWICE,
                                element.span(),
                                "`" + argument + "` names the field `" + name + "` twice")
                        .label("named again")
                        .help("remove one of the two");
            } else {
                columns.add(field.get());
            }
        }
        return columns;
    }

    private void unknown(DiagnosticCode code, ResolvedBlock block, String name, Span span, String argument) {
        if (findings.isLost(name)) {
            return;
        }
        List<String> columns = block.columns().stream().map(ResolvedField::name).toList();
        var builder = findings.error(code, span, "`" + block.name() + "` has no field `" + name + "`")
                .label("named in `" + argument + "`")
                .because(block.nameSpan(), "`" + argument + "` names fields of this model");
        if (findings.mayCompareWith(columns.size())
                && Suggestions.near(name, columns).isEmpty()) {
            builder.help(
                    "add a line like `" + name + " Int` to `" + block.name() + "`, with the type of what it points to");
        } else {
            Diagnosis.suggest(builder, span, name, columns, findings);
        }
    }

    private void relation(ResolvedField field, Span span, String argument) {
        List<ResolvedField> meant = field.syntax()
                .attribute("relation")
                .map(relation -> KeyReader.fieldsNamed(field.block(), relation))
                .orElse(List.of());
        var builder = findings.error(
                        DiagnosticCode.FIELDS_RELATION,
                        span,
                        "`" + argument + "` names columns, but `" + field.qualifiedName() + "` is a relation")
                .label("a relation")
                .because(
                        field.typeSpan(),
                        "`" + field.typeName() + "` is "
                                + Diagnosis.withArticle(field.target().keyword()));
        if (!meant.isEmpty() && !meant.contains(field)) {
            String names =
                    String.join(", ", meant.stream().map(ResolvedField::name).toList());
            builder.help("its columns are meant: `" + names + "`", new TextEdit(span, names));
        } else {
            builder.help("name the column that holds the key of `" + field.typeName() + "`");
        }
    }

    private static Map<String, ReferentialAction> actions() {
        Map<String, ReferentialAction> actions = new LinkedHashMap<>();
        for (ReferentialAction action : ReferentialAction.values()) {
            actions.put(action.schemaName(), action);
        }
        return actions;
    }
}
