package dev.flashorm.schema.provider.mongodb;

import static dev.flashorm.schema.provider.NativeTypeDefinition.type;

import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.provider.DefaultNativeTypes;
import dev.flashorm.schema.provider.NativeTypeDefinition;
import java.util.List;

/** The BSON types that the language names. */
final class NativeTypes {
    static final List<NativeTypeDefinition> ALL = List.of(
            type("String", Scalar.STRING),
            type("Double", Scalar.FLOAT),
            type("BinData", Scalar.BYTES),
            type("ObjectId", Scalar.STRING, Scalar.BYTES),
            type("Bool", Scalar.BOOLEAN),
            type("Date", Scalar.DATE_TIME),
            type("Int", Scalar.INT),
            type("Timestamp", Scalar.DATE_TIME),
            type("Long", Scalar.INT, Scalar.BIG_INT),
            type("Json", Scalar.JSON));

    static final DefaultNativeTypes DEFAULTS = new DefaultNativeTypes()
            .add(Scalar.STRING, "String")
            .add(Scalar.BOOLEAN, "Bool")
            .add(Scalar.INT, "Long")
            .add(Scalar.BIG_INT, "Long")
            .add(Scalar.FLOAT, "Double")
            .add(Scalar.DATE_TIME, "Date")
            .add(Scalar.JSON, "Json")
            .add(Scalar.BYTES, "BinData");

    private NativeTypes() {}
}
