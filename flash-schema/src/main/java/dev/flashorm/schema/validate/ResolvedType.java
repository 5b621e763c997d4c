package dev.flashorm.schema.validate;

import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.syntax.Declaration.EnumDeclaration;

/** What the type of a field stands for. */
sealed interface ResolvedType {
    /** A built-in type. */
    record BuiltIn(Scalar scalar) implements ResolvedType {}

    /** An enum. */
    record OfEnum(EnumDeclaration declaration) implements ResolvedType {}

    /** A composite type. */
    record OfComposite(ResolvedBlock block) implements ResolvedType {}

    /** A model or view: the field is one end of a relation. */
    record OfModel(ResolvedBlock block) implements ResolvedType {}

    /** `Unsupported("…")`. */
    record Unsupported(String databaseType) implements ResolvedType {}

    /** Nothing that is declared, which has been reported. */
    record Unknown() implements ResolvedType {}
}
