package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Declaration;
import dev.flashorm.schema.syntax.Declaration.EnumDeclaration;
import dev.flashorm.schema.syntax.EnumValueDeclaration;
import dev.flashorm.schema.syntax.FieldDeclaration;
import dev.flashorm.schema.syntax.Identifier;
import dev.flashorm.schema.syntax.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names that are taken, reserved or badly made. */
final class NameRules {
    private final Scope scope;
    private final Findings findings;
    private final Map<String, Declaration> types = new HashMap<>();
    private final Map<String, Declaration> generators = new HashMap<>();
    private final Map<String, Declaration> datasources = new HashMap<>();

    NameRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    void check() {
        for (Declaration declaration : scope.declarations()) {
            checkScalarName(declaration);
            if (declaration instanceof Declaration.WithFields block) {
                checkIdentifier(block.name(), "the name of a " + block.keyword());
                checkReserved(block, block.keyword());
                checkFields(block);
                checkUnique(declaration, types);
            } else if (declaration instanceof EnumDeclaration enumDeclaration) {
                checkIdentifier(declaration.name(), "the name of an enum");
                checkReserved(declaration, "enum");
                checkValues(enumDeclaration);
                checkUnique(declaration, types);
            } else if (declaration instanceof Declaration.WithSettings block) {
                checkSettings(block);
                checkUnique(declaration, declaration.keyword().equals("generator") ? generators : datasources);
            }
        }
    }

    private void checkUnique(Declaration declaration, Map<String, Declaration> names) {
        Declaration first = names.putIfAbsent(declaration.name().text(), declaration);
        if (first != null && first.isClosed() && declaration.isClosed()) {
            findings.error(
                            DiagnosticCode.NAME_TAKEN,
                            declaration.name().span(),
                            "`" + declaration.name() + "` is already the name of "
                                    + Diagnosis.withArticle(first.keyword()))
                    .label("the name is taken")
                    .because(first.name().span(), "first declared here")
                    .help("rename one of them; `@@map` keeps the name in the database");
        }
        if (first != null) {
            findings.markBroken(declaration);
            findings.markBroken(first);
        }
    }

    private void checkScalarName(Declaration declaration) {
        if (Scope.scalarNames().contains(declaration.name().text())) {
            findings.error(
                            DiagnosticCode.NAME_OF_SCALAR,
                            declaration.name().span(),
                            "`" + declaration.name() + "` is a built-in type")
                    .label("cannot be declared again")
                    .help("choose another name; `@@map(\"" + declaration.name()
                            + "\")` keeps the name in the database");
            findings.markBroken(declaration);
        }
    }

    private void checkReserved(Declaration declaration, String what) {
        String name = declaration.name().text();
        if (!what.equals("type") && ReservedNames.isReserved(name)) {
            findings.error(
                            DiagnosticCode.NAME_RESERVED,
                            declaration.name().span(),
                            "`" + name + "` cannot name " + Diagnosis.withArticle(what))
                    .label("a word of the generated languages")
                    .help("choose another name; `@@map(\"" + name + "\")` keeps the name in the database");
        }
    }

    private void checkIdentifier(Identifier identifier, String what) {
        String name = identifier.text();
        if (name.isEmpty()) {
            return;
        }
        if (name.startsWith("_")) {
            findings.error(
                            DiagnosticCode.NAME_MALFORMED,
                            identifier.span(),
                            what + " must begin with a letter, but `" + name + "` begins with `_`")
                    .label("begins with `_`")
                    .help("leave the `_` out; `@map(\"" + name + "\")` keeps the name in the database");
        } else if (Character.isDigit(name.codePointAt(0))) {
            findings.error(
                            DiagnosticCode.NAME_MALFORMED,
                            identifier.span(),
                            what + " must begin with a letter, but `" + name + "` begins with a digit")
                    .label("begins with a digit");
        } else if (name.indexOf('-') >= 0) {
            findings.error(
                            DiagnosticCode.NAME_MALFORMED,
                            identifier.span(),
                            what + " must not contain `-`, but `" + name + "` does")
                    .label("contains `-`")
                    .help("write `" + name.replace('-', '_') + "`");
        }
    }

    private void checkAttributes(List<Attribute> attributes) {
        for (Attribute attribute : attributes) {
            checkIdentifier(attribute.name(), "the name of an attribute");
        }
    }

    private void checkFields(Declaration.WithFields block) {
        Map<String, FieldDeclaration> seen = new HashMap<>();
        boolean composite = block.keyword().equals("type");
        checkAttributes(block.attributes());
        for (FieldDeclaration field : block.fields()) {
            if (!composite || field.name().text().startsWith("_")) {
                checkIdentifier(field.name(), "the name of a field");
            }
            if (!composite) {
                checkAttributes(field.attributes());
            }
            FieldDeclaration first = seen.putIfAbsent(field.name().text(), field);
            if (first != null) {
                findings.error(
                                DiagnosticCode.FIELD_TWICE,
                                field.name().span(),
                                "`" + block.name() + "` already has a field `" + field.name() + "`")
                        .label("declared again")
                        .because(first.name().span(), "first declared here")
                        .help("remove or rename one of them");
            }
        }
    }

    private void checkValues(EnumDeclaration declaration) {
        Map<String, EnumValueDeclaration> seen = new HashMap<>();
        checkAttributes(declaration.attributes());
        for (EnumValueDeclaration value : declaration.values()) {
            checkIdentifier(value.name(), "the name of an enum value");
            checkAttributes(value.attributes());
            EnumValueDeclaration first = seen.putIfAbsent(value.name().text(), value);
            if (first != null) {
                findings.error(
                                DiagnosticCode.ENUM_VALUE_TWICE,
                                value.name().span(),
                                "`" + declaration.name() + "` already has a value `" + value.name() + "`")
                        .label("declared again")
                        .because(first.name().span(), "first declared here")
                        .help("remove one of them");
            }
        }
    }

    private void checkSettings(Declaration.WithSettings block) {
        Map<String, Setting> seen = new HashMap<>();
        for (Setting setting : block.settings()) {
            Setting first = seen.putIfAbsent(setting.key().text(), setting);
            if (first != null) {
                findings.error(
                                DiagnosticCode.SETTING_TWICE,
                                setting.key().span(),
                                "`" + setting.key() + "` is set twice in " + block.keyword() + " `" + block.name()
                                        + "`")
                        .label("set again")
                        .because(first.key().span(), "first set here")
                        .help("keep one of them");
            }
        }
    }
}
