package dev.flashorm.schema.model;

/** The type of a column. */
public sealed interface FieldType permits FieldType.Scalar, FieldType.Unsupported, EnumType, CompositeType {
    /** As written in a schema: `String`, `Role`, `Unsupported("tsvector")`. */
    String typeName();

    /** The built-in types. */
    enum Scalar implements FieldType {
        STRING("String"),
        BOOLEAN("Boolean"),
        INT("Int"),
        BIG_INT("BigInt"),
        FLOAT("Float"),
        DECIMAL("Decimal"),
        DATE_TIME("DateTime"),
        JSON("Json"),
        BYTES("Bytes");

        private final String typeName;

        Scalar(String typeName) {
            this.typeName = typeName;
        }

        @Override
        public String typeName() {
            return typeName;
        }
    }

    /** `Unsupported("…")`: carried through migrations, not offered in code. */
    record Unsupported(String databaseType) implements FieldType {
        @Override
        public String typeName() {
            return "Unsupported(\"" + databaseType + "\")";
        }
    }
}
