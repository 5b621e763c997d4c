package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Declaration.EnumDeclaration;
import dev.flashorm.schema.syntax.EnumValueDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names in the database: `@map` and `@@map`. */
final class MapRules {
    private final Findings findings;

    MapRules(Findings findings) {
        this.findings = findings;
    }

    void read(AttributeReader reader) {
        reader.mainName("name");
    }

    /** Two columns of one name. */
    void checkColumns(ResolvedBlock block) {
        Map<String, ResolvedField> names = new HashMap<>();
        for (ResolvedField field : block.fields()) {
            if (field.isRelation()) {
                continue;
            }
            ResolvedField first = names.putIfAbsent(field.databaseName(), field);
            if (first != null) {
                ResolvedField wrong = field.mappedName().isPresent() ? field : first;
                ResolvedField other = wrong == field ? first : field;
                findings.error(
                                DiagnosticCode.COLUMN_NAME_TAKEN,
                                mapSpan(wrong),
                                "two fields of `" + block.name() + "` are the column `" + field.databaseName() + "`")
                        .label("`" + wrong.name() + "` is this column")
                        .because(mapSpan(other), "so is `" + other.name() + "`")
                        .help("give one of them another name");
            }
        }
    }

    private static Span mapSpan(ResolvedField field) {
        return field.syntax().attribute("map").map(map -> map.span()).orElse(field.nameSpan());
    }

    /** Two enums, or two values of one, of one name. */
    void checkEnums(List<EnumDeclaration> enums) {
        Map<String, EnumDeclaration> names = new HashMap<>();
        for (EnumDeclaration declaration : enums) {
            checkValues(declaration);
            String name = declaration
                    .attribute("map")
                    .flatMap(map -> map.arguments().mainString("name"))
                    .orElse(declaration.name().text());
            String schema = declaration
                    .attribute("schema")
                    .flatMap(attribute -> attribute.arguments().mainString("map"))
                    .orElse("");
            EnumDeclaration first = names.putIfAbsent(schema + "\u0000" + name, declaration);
            if (first != null && !first.name().text().equals(declaration.name().text())) {
                boolean own = declaration.attribute("map").isPresent();
                EnumDeclaration wrong = own ? declaration : first;
                EnumDeclaration other = own ? first : declaration;
                findings.error(
                                DiagnosticCode.ENUM_NAME_TAKEN,
                                wrong.name().span(),
                                "two enums are the type `" + name + "` in the database")
                        .label("`" + wrong.name() + "` has this name")
                        .because(other.name().span(), "so has `" + other.name() + "`")
                        .help("give one of them another name");
            }
        }
    }

    private void checkValues(EnumDeclaration declaration) {
        Map<String, EnumValueDeclaration> names = new HashMap<>();
        for (EnumValueDeclaration value : declaration.values()) {
            String name = value.attribute("map")
                    .flatMap(map -> map.arguments().mainString("name"))
                    .orElse(value.name().text());
            EnumValueDeclaration first = names.putIfAbsent(name, value);
            if (first != null && !first.name().text().equals(value.name().text())) {
                findings.error(
                                DiagnosticCode.ENUM_NAME_TAKEN,
                                value.attribute("map")
                                        .map(map -> map.span())
                                        .orElse(value.name().span()),
                                "two values of `" + declaration.name() + "` are `" + name + "` in the database")
                        .label("`" + value.name() + "` has this name")
                        .because(first.name().span(), "so has `" + first.name() + "`")
                        .help("give one of them another name");
            }
        }
    }
}
