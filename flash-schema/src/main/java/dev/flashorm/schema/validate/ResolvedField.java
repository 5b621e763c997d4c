package dev.flashorm.schema.validate;

import dev.flashorm.schema.model.Arity;
import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Expression;
import dev.flashorm.schema.syntax.FieldDeclaration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field with its type found and, once its attributes are read, with what they say. */
final class ResolvedField {
    private final ResolvedBlock block;
    private final FieldDeclaration syntax;
    private final ResolvedType type;
    private @Nullable NativeTypeUse nativeType;
    private @Nullable Expression defaultValue;
    private @Nullable RelationArguments relation;

    ResolvedField(ResolvedBlock block, FieldDeclaration syntax, ResolvedType type) {
        this.block = block;
        this.syntax = syntax;
        this.type = type;
    }

    /** `@db.VarChar(255)`: its attribute and its parts. */
    record NativeTypeUse(Attribute attribute, String prefix, NativeType type) {}

    ResolvedBlock block() {
        return block;
    }

    FieldDeclaration syntax() {
        return syntax;
    }

    String name() {
        return syntax.name().text();
    }

    Span nameSpan() {
        return syntax.name().span();
    }

    /** `User.email`. */
    String qualifiedName() {
        return block.name() + "." + name();
    }

    /** The type with its brackets or question mark; the name where the type was forgotten. */
    Span typeSpan() {
        return syntax.type().map(reference -> reference.span()).orElse(nameSpan());
    }

    ResolvedType type() {
        return type;
    }

    /** The type as written, without brackets and question mark. */
    String typeName() {
        return syntax.type().map(reference -> reference.name().text()).orElse("");
    }

    Optional<Scalar> scalar() {
        return type instanceof ResolvedType.BuiltIn builtIn ? Optional.of(builtIn.scalar()) : Optional.empty();
    }

    boolean is(Scalar scalar) {
        return type instanceof ResolvedType.BuiltIn builtIn && builtIn.scalar() == scalar;
    }

    boolean isRelation() {
        return type instanceof ResolvedType.OfModel;
    }

    /** The model at the other end; only for relations. */
    ResolvedBlock target() {
        if (type instanceof ResolvedType.OfModel model) {
            return model.block();
        }
        throw new IllegalStateException("no relation: " + qualifiedName());
    }

    Arity arity() {
        return syntax.type().map(reference -> reference.arity()).orElse(Arity.REQUIRED);
    }

    boolean isList() {
        return arity() == Arity.LIST;
    }

    boolean isRequired() {
        return arity() == Arity.REQUIRED;
    }

    boolean isOptional() {
        return arity() == Arity.OPTIONAL;
    }

    /** `@ignore`. */
    boolean isIgnored() {
        return syntax.attribute("ignore").isPresent();
    }

    /** `@map`. */
    Optional<String> mappedName() {
        return syntax.attribute("map").flatMap(map -> map.arguments().mainString("name"));
    }

    String databaseName() {
        return mappedName().orElse(name());
    }

    void setNativeType(NativeTypeUse use) {
        nativeType = use;
    }

    Optional<NativeTypeUse> nativeType() {
        return Optional.ofNullable(nativeType);
    }

    void setDefaultValue(Expression value) {
        defaultValue = value;
    }

    /** The value of `@default`, when it was fit for the field. */
    Optional<Expression> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    boolean hasDefaultCall(String function) {
        return defaultValue instanceof Expression.Call call
                && call.name().text().equals(function);
    }

    void setRelation(RelationArguments arguments) {
        relation = arguments;
    }

    /** What `@relation` says; nothing where there is none. */
    RelationArguments relation() {
        return relation == null ? RelationArguments.NONE : relation;
    }
}
