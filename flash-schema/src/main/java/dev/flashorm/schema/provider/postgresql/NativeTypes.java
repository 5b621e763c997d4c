package dev.flashorm.schema.provider.postgresql;

import static dev.flashorm.schema.provider.NativeTypeDefinition.type;

import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.provider.DefaultNativeTypes;
import dev.flashorm.schema.provider.NativeTypeDefinition;
import dev.flashorm.schema.provider.NativeTypeDefinition.Argument;
import java.util.List;

/**
 * The types of chapter 8 of the PostgreSQL manual that the language names, with the limits given there: `numeric` up to
 * 1000 digits, `character` and `bit` up to 10,485,760, fractions of seconds up to 6 digits.
 */
final class NativeTypes {
    private static final Argument LENGTH = Argument.optional("length", 1, 10_485_760);
    private static final Argument BITS = Argument.optional("length", 1, 83_886_080);
    private static final Argument SECONDS = Argument.optional("precision", 0, 6);

    static final List<NativeTypeDefinition> ALL = List.of(
            type("SmallInt", Scalar.INT),
            type("Integer", Scalar.INT),
            type("BigInt", Scalar.BIG_INT),
            type("Decimal", Scalar.DECIMAL)
                    .with(Argument.optional("precision", 1, 1000), Argument.optional("scale", 0, 1000)),
            type("Money", Scalar.DECIMAL),
            type("Inet", Scalar.STRING),
            type("Oid", Scalar.INT),
            type("Citext", Scalar.STRING),
            type("Real", Scalar.FLOAT),
            type("DoublePrecision", Scalar.FLOAT),
            type("VarChar", Scalar.STRING).with(LENGTH),
            type("Char", Scalar.STRING).with(LENGTH),
            type("Text", Scalar.STRING),
            type("ByteA", Scalar.BYTES),
            type("Timestamp", Scalar.DATE_TIME).with(SECONDS),
            type("Timestamptz", Scalar.DATE_TIME).with(SECONDS),
            type("Date", Scalar.DATE_TIME),
            type("Time", Scalar.DATE_TIME).with(SECONDS),
            type("Timetz", Scalar.DATE_TIME).with(SECONDS),
            type("Boolean", Scalar.BOOLEAN),
            type("Bit", Scalar.STRING).with(BITS),
            type("VarBit", Scalar.STRING).with(BITS),
            type("Uuid", Scalar.STRING),
            type("Xml", Scalar.STRING),
            type("Json", Scalar.JSON),
            type("JsonB", Scalar.JSON));

    static final DefaultNativeTypes DEFAULTS = new DefaultNativeTypes()
            .add(Scalar.STRING, "Text")
            .add(Scalar.BOOLEAN, "Boolean")
            .add(Scalar.INT, "Integer")
            .add(Scalar.BIG_INT, "BigInt")
            .add(Scalar.FLOAT, "DoublePrecision")
            .add(Scalar.DECIMAL, "Decimal", "65", "30")
            .add(Scalar.DATE_TIME, "Timestamp", "3")
            .add(Scalar.JSON, "JsonB")
            .add(Scalar.BYTES, "ByteA");

    private NativeTypes() {}
}
