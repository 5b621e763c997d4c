package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.NativeTypeDefinition;
import dev.flashorm.schema.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the database can store a field at all, and by its real type. */
final class FieldRules {
    private final Scope scope;
    private final Findings findings;
    private final Provider provider;
    private final NativeTypeRules nativeTypes;

    FieldRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
        this.provider = scope.provider();
        this.nativeTypes = new NativeTypeRules(scope, findings);
    }

    void check(ResolvedBlock model) {
        for (ResolvedField field : model.fields()) {
            if (field.isRelation() || field.type() instanceof ResolvedType.Unknown) {
                continue;
            }
            checkStorable(field);
            nativeTypes.check(field);
            if (field.type() instanceof ResolvedType.Unsupported unsupported) {
                checkUnsupported(field, unsupported.databaseType());
            }
        }
        checkAutoIncrements(model);
    }

    void checkMember(ResolvedField field) {
        nativeTypes.check(field);
    }

    private void checkStorable(ResolvedField field) {
        if (field.is(Scalar.JSON) && !provider.has(Capability.JSON)) {
            unsupportedType(field);
        } else if (field.is(Scalar.DECIMAL)
                && !provider.has(Capability.DECIMAL)
                && scope.datasource().isPresent()) {
            unsupportedType(field);
        }
        if (field.isList() && !provider.has(Capability.SCALAR_LISTS)) {
            boolean none = !scope.datasource().isPresent();
            findings.error(
                            DiagnosticCode.LIST_UNSUPPORTED,
                            field.typeSpan(),
                            none
                                    ? "`" + field.qualifiedName()
                                            + "` is a list, which not every database can store: the schema needs a datasource"
                                    : provider.displayName() + " has no lists, but `" + field.qualifiedName()
                                            + "` is one")
                    .label("a list")
                    .help(
                            field.scalar().isPresent()
                                    ? "use `Json`, or a model of its own with a relation"
                                    : "use a model of its own with a relation");
        }
    }

    private void unsupportedType(ResolvedField field) {
        findings.error(
                        DiagnosticCode.TYPE_UNSUPPORTED,
                        field.typeSpan(),
                        provider.displayName() + " has no `" + field.typeName() + "`, the type of `"
                                + field.qualifiedName() + "`")
                .label("not with " + provider.displayName())
                .help(field.is(Scalar.DECIMAL) ? "use `Float`, or a `String` that keeps every digit" : "use `String`");
    }

    /** `Unsupported("varchar(20)")` for a type that the provider has. */
    private void checkUnsupported(ResolvedField field, String databaseType) {
        int open = databaseType.indexOf('(');
        String name = (open < 0 ? databaseType : databaseType.substring(0, open)).strip();
        Optional<NativeTypeDefinition> definition = provider.nativeType(name);
        if (definition.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>();
        int close = databaseType.indexOf(')', open);
        if (open >= 0 && close > open) {
            for (String argument : databaseType.substring(open + 1, close).split(",", -1)) {
                arguments.add(argument.strip());
            }
        }
        int most = definition.get().arguments().size();
        if (arguments.size() != most && arguments.size() != definition.get().requiredArguments()) {
            return;
        }
        if (!arguments.stream().allMatch(Values::isInteger)) {
            return;
        }
        String scalar = definition
                .get()
                .scalars()
                .get(definition.get().scalars().size() - 1)
                .typeName();
        String attribute = "@" + scope.datasource().name() + "." + name
                + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
        String arity = field.isOptional() ? "?" : field.isList() ? "[]" : "";
        findings.error(
                        DiagnosticCode.UNSUPPORTED_IS_SUPPORTED,
                        field.typeSpan(),
                        "`" + field.name() + "` need not be `Unsupported`: Flash knows `" + name + "`")
                .label("a type that Flash knows")
                .help(
                        "write `" + scalar + arity + " " + attribute + "`",
                        new TextEdit(field.typeSpan(), scalar + arity + " " + attribute));
    }

    private void checkAutoIncrements(ResolvedBlock model) {
        List<ResolvedField> fields = new ArrayList<>();
        for (ResolvedField field : model.columns()) {
            if (field.hasDefaultCall("autoincrement")) {
                fields.add(field);
            }
        }
        if (fields.isEmpty()) {
            return;
        }
        if (!provider.has(Capability.AUTO_INCREMENT)) {
            for (ResolvedField field : fields) {
                findings.error(
                                DiagnosticCode.AUTO_INCREMENT_UNSUPPORTED,
                                field.defaultValue().orElseThrow().span(),
                                provider.displayName() + " does not count, so there is no `autoincrement()`")
                        .label("not with " + provider.displayName())
                        .help(
                                provider.has(Capability.AUTO_DEFAULT)
                                        ? "use a `String` with `@default(auto()) @db.ObjectId`"
                                        : "use `uuid()` or `cuid()`");
            }
            return;
        }
        if (fields.size() > 1 && !provider.has(Capability.AUTO_INCREMENT_MULTIPLE)) {
            var builder = findings.error(
                            DiagnosticCode.AUTO_INCREMENT_SEVERAL,
                            model.nameSpan(),
                            "`" + model.name() + "` counts in " + fields.size() + " fields, but "
                                    + provider.displayName() + " counts in one field a table")
                    .label("more than one `autoincrement()`");
            fields.forEach(
                    field -> builder.because(field.defaultValue().orElseThrow().span(), "counts"));
        }
        for (ResolvedField field : fields) {
            checkAutoIncrement(model, field);
        }
    }

    private void checkAutoIncrement(ResolvedBlock model, ResolvedField field) {
        boolean id = model.primaryKey().filter(key -> key.isFieldAlone(field)).isPresent();
        if (!id && !provider.has(Capability.AUTO_INCREMENT_ON_NON_ID)) {
            findings.error(
                            DiagnosticCode.AUTO_INCREMENT_NO_ID,
                            field.defaultValue().orElseThrow().span(),
                            "`autoincrement()` is for the id here, but `" + field.name() + "` is not the id of `"
                                    + model.name() + "`")
                    .label("only for `@id`")
                    .note(provider.displayName() + " counts in the primary key only");
        }
        boolean indexed = model.allKeys().stream()
                .anyMatch(key -> !key.parts().isEmpty()
                        && !key.parts().get(0).isExpression()
                        && key.parts().get(0).field() == field);
        if (!indexed && !provider.has(Capability.AUTO_INCREMENT_NON_INDEXED)) {
            findings.error(
                            DiagnosticCode.AUTO_INCREMENT_NO_INDEX,
                            field.defaultValue().orElseThrow().span(),
                            "`autoincrement()` needs an index, but no key of `" + model.name() + "` begins with `"
                                    + field.name() + "`")
                    .label("not indexed")
                    .help(
                            "add `@unique`, or `@@index([" + field.name() + "])` on the model",
                            new TextEdit(
                                    field.nameSpan()
                                            .file()
                                            .span(
                                                    field.syntax().span().end(),
                                                    field.syntax().span().end()),
                                    " @unique"));
        }
    }
}
