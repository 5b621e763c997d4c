package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.provider.NativeTypeDefinition;
import dev.flashorm.schema.provider.NativeTypeDefinition.Argument;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** `@db.VarChar(255)`: known to the provider, fit for the field's type, arguments in range. */
final class NativeTypeRules {
    private final Scope scope;
    private final Findings findings;
    private final Provider provider;

    NativeTypeRules(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
        this.provider = scope.provider();
    }

    void check(ResolvedField field) {
        if (field.nativeType().isEmpty() || field.scalar().isEmpty()) {
            return;
        }
        ResolvedField.NativeTypeUse use = field.nativeType().get();
        Attribute attribute = use.attribute();
        String name = use.type().name();
        if (scope.datasource().isPresent()
                && !use.prefix().equals(scope.datasource().name())) {
            Span prefix = attribute.name().span();
            findings.error(
                            DiagnosticCode.NATIVE_TYPE_PREFIX,
                            attribute.span(),
                            "native types are prefixed with the name of the datasource, which is not `" + use.prefix()
                                    + "`")
                    .label("prefix `" + use.prefix() + "`")
                    .help(
                            "write `@" + scope.datasource().name() + "." + name + "`",
                            new TextEdit(prefix, scope.datasource().name() + "." + name));
        }
        Optional<NativeTypeDefinition> definition = provider.nativeType(name);
        if (definition.isEmpty()) {
            unknown(attribute, name);
            return;
        }
        if (!checkCount(attribute, definition.get(), use.type().arguments())) {
            return;
        }
        Scalar scalar = field.scalar().get();
        if (!definition.get().stores(scalar)) {
            incompatible(field, attribute, definition.get(), scalar);
            return;
        }
        checkArguments(field, attribute, definition.get(), use.type().arguments());
    }

    private void unknown(Attribute attribute, String name) {
        Span span = attribute.name().span();
        if (provider.nativeTypes().isEmpty()) {
            findings.error(
                            DiagnosticCode.NATIVE_TYPES_UNSUPPORTED,
                            attribute.span(),
                            "there are no native types in " + provider.displayName())
                    .label("not with " + provider.displayName())
                    .help("remove it", new TextEdit(attribute.span(), ""));
            return;
        }
        List<String> names =
                provider.nativeTypes().stream().map(NativeTypeDefinition::name).toList();
        Span typeSpan = span.file().span(span.start() + span.text().indexOf('.') + 1, span.end());
        Diagnosis.suggest(
                findings.error(
                                DiagnosticCode.NATIVE_TYPE_UNKNOWN,
                                attribute.span(),
                                provider.displayName() + " has no native type `" + name + "`")
                        .label("not known"),
                typeSpan,
                name,
                names,
                findings);
    }

    private boolean checkCount(Attribute attribute, NativeTypeDefinition definition, List<String> given) {
        int most = definition.arguments().size();
        int least = definition.requiredArguments();
        boolean allOrNone = given.size() == least || given.size() == most;
        if (allOrNone) {
            return true;
        }
        String wanted;
        if (most == 0) {
            wanted = "no arguments";
        } else {
            List<String> names =
                    definition.arguments().stream().map(Argument::name).toList();
            wanted = Suggestions.allOf(names) + (least == 0 ? " or nothing" : "");
        }
        findings.error(
                        DiagnosticCode.NATIVE_TYPE_ARGUMENTS,
                        attribute.span(),
                        "`" + definition.name() + "` takes " + wanted + ", but here "
                                + (given.size() == 1 ? "is one argument" : "are " + given.size() + " arguments"))
                .label("takes " + wanted);
        return false;
    }

    private void incompatible(
            ResolvedField field, Attribute attribute, NativeTypeDefinition definition, Scalar scalar) {
        List<String> storable =
                definition.scalars().stream().map(Scalar::typeName).toList();
        List<String> candidates = new ArrayList<>();
        for (NativeTypeDefinition other : provider.nativeTypes()) {
            if (other.stores(scalar)) {
                candidates.add("@" + scope.datasource().name() + "." + other.name());
            }
        }
        var builder = findings.error(
                        DiagnosticCode.NATIVE_TYPE_INCOMPATIBLE,
                        attribute.span(),
                        "`" + definition.name() + "` stores " + Suggestions.oneOf(storable) + ", but `" + field.name()
                                + "` is of type `" + scalar.typeName() + "`")
                .label("for " + Suggestions.oneOf(storable))
                .because(field.typeSpan(), "the type");
        if (storable.size() == 1) {
            Span typeName = field.syntax().type().orElseThrow().name().span();
            builder.help("change the type to `" + storable.get(0) + "`", new TextEdit(typeName, storable.get(0)));
        }
        if (!candidates.isEmpty()) {
            builder.note("`" + scalar.typeName() + "` can be " + Suggestions.oneOf(candidates));
        }
    }

    private void checkArguments(
            ResolvedField field, Attribute attribute, NativeTypeDefinition definition, List<String> given) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Argument argument = definition.arguments().get(i);
            Span span = attribute.arguments().list().get(i).span();
            Optional<Long> number = number(given.get(i));
            if (number.isEmpty()) {
                findings.error(
                                DiagnosticCode.NATIVE_TYPE_ARGUMENT_KIND,
                                span,
                                "the " + argument.name() + " of `" + definition.name() + "` is a whole number, not `"
                                        + given.get(i) + "`")
                        .label("not a whole number");
                return;
            }
            if (number.get() < argument.min() || number.get() > argument.max()) {
                findings.error(
                                DiagnosticCode.NATIVE_TYPE_RANGE,
                                span,
                                "the " + argument.name() + " of `" + definition.name() + "` goes from " + argument.min()
                                        + " to " + argument.max() + ", not `" + given.get(i) + "`")
                        .label("out of range");
                return;
            }
            numbers.add(number.get());
        }
        if (numbers.size() == 2 && numbers.get(1) > numbers.get(0)) {
            findings.error(
                            DiagnosticCode.NATIVE_TYPE_SCALE,
                            attribute.arguments().list().get(1).span(),
                            "the scale of `" + definition.name() + "` must not exceed its precision")
                    .label("more than " + numbers.get(0))
                    .because(attribute.arguments().list().get(0).span(), "the precision")
                    .note("the precision counts all digits, the scale those behind the point");
        }
        boolean bits = definition.name().equals("Bit") && field.is(Scalar.BOOLEAN);
        if (bits && !numbers.isEmpty() && numbers.get(0) > 1) {
            findings.error(
                            DiagnosticCode.NATIVE_TYPE_RANGE,
                            attribute.arguments().list().get(0).span(),
                            "a `Boolean` is one bit, not " + numbers.get(0))
                    .label("more than one bit")
                    .help(
                            "write `Bit(1)`",
                            new TextEdit(attribute.arguments().list().get(0).span(), "1"));
        }
    }

    private static Optional<Long> number(String text) {
        if (!Values.isInteger(text) || text.startsWith("-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return Optional.of(Long.MAX_VALUE);
        }
    }
}
