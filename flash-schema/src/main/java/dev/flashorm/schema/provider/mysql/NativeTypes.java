package dev.flashorm.schema.provider.mysql;

import static dev.flashorm.schema.provider.NativeTypeDefinition.type;

import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.provider.DefaultNativeTypes;
import dev.flashorm.schema.provider.NativeTypeDefinition;
import dev.flashorm.schema.provider.NativeTypeDefinition.Argument;
import java.util.List;

/** The types of chapter 11 of the MySQL manual that the language names, with the limits given there. */
final class NativeTypes {
    private static final Argument SECONDS = Argument.optional("precision", 0, 6);

    static final List<NativeTypeDefinition> ALL = List.of(
            type("Int", Scalar.INT),
            type("UnsignedInt", Scalar.INT),
            type("SmallInt", Scalar.INT),
            type("UnsignedSmallInt", Scalar.INT),
            type("TinyInt", Scalar.BOOLEAN, Scalar.INT),
            type("UnsignedTinyInt", Scalar.BOOLEAN, Scalar.INT),
            type("MediumInt", Scalar.INT),
            type("UnsignedMediumInt", Scalar.INT),
            type("BigInt", Scalar.BIG_INT),
            type("UnsignedBigInt", Scalar.BIG_INT),
            type("Decimal", Scalar.DECIMAL)
                    .with(Argument.optional("precision", 1, 65), Argument.optional("scale", 0, 30)),
            type("Float", Scalar.FLOAT),
            type("Double", Scalar.FLOAT),
            type("Bit", Scalar.BOOLEAN, Scalar.BYTES).with(Argument.required("length", 1, 64)),
            type("Char", Scalar.STRING).with(Argument.required("length", 0, 255)),
            type("VarChar", Scalar.STRING).with(Argument.required("length", 0, 65_535)),
            type("Binary", Scalar.BYTES).with(Argument.required("length", 0, 255)),
            type("VarBinary", Scalar.BYTES).with(Argument.required("length", 0, 65_535)),
            type("TinyBlob", Scalar.BYTES),
            type("Blob", Scalar.BYTES),
            type("MediumBlob", Scalar.BYTES),
            type("LongBlob", Scalar.BYTES),
            type("TinyText", Scalar.STRING),
            type("Text", Scalar.STRING),
            type("MediumText", Scalar.STRING),
            type("LongText", Scalar.STRING),
            type("Date", Scalar.DATE_TIME),
            type("Time", Scalar.DATE_TIME).with(SECONDS),
            type("DateTime", Scalar.DATE_TIME).with(SECONDS),
            type("Timestamp", Scalar.DATE_TIME).with(SECONDS),
            type("Year", Scalar.INT),
            type("Json", Scalar.JSON));

    static final DefaultNativeTypes DEFAULTS = new DefaultNativeTypes()
            .add(Scalar.STRING, "VarChar", "191")
            .add(Scalar.BOOLEAN, "TinyInt")
            .add(Scalar.INT, "Int")
            .add(Scalar.BIG_INT, "BigInt")
            .add(Scalar.FLOAT, "Double")
            .add(Scalar.DECIMAL, "Decimal", "65", "30")
            .add(Scalar.DATE_TIME, "DateTime", "3")
            .add(Scalar.JSON, "Json")
            .add(Scalar.BYTES, "LongBlob");

    private NativeTypes() {}
}
