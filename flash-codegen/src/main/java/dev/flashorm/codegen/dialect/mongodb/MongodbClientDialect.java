package dev.flashorm.codegen.dialect.mongodb;

import dev.flashorm.codegen.dialect.ClientDialect;
import dev.flashorm.codegen.ir.DialectClient;
import dev.flashorm.codegen.ir.ValueType;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.NativeType;
import java.util.Map;
import java.util.Optional;

/** MongoDB 4.4 and newer. Names need no quotes, and there is no SQL to put together. */
public final class MongodbClientDialect implements ClientDialect {
    @Override
    public String provider() {
        return "mongodb";
    }

    @Override
    public boolean isDocuments() {
        return true;
    }

    @Override
    public String quote(String identifier) {
        return identifier;
    }

    @Override
    public Storage storage(FieldType.Scalar type, Optional<NativeType> nativeType) {
        String written = nativeType.map(NativeType::name).orElse("");
        return switch (type) {
            case STRING -> Storage.of(ValueType.STRING, written.equals("ObjectId") ? "OBJECT_ID" : "TEXT");
            case BOOLEAN -> Storage.of(ValueType.BOOLEAN, "BOOLEAN");
            case INT -> Storage.of(ValueType.INT, written.equals("Long") ? "LONG_INT" : "INT");
            case BIG_INT -> Storage.of(ValueType.BIG_INT, "BIG_INT");
            case FLOAT -> Storage.of(ValueType.FLOAT, "FLOAT");
            case DECIMAL -> throw new IllegalArgumentException("the language has no Decimal for MongoDB");
            case DATE_TIME -> Storage.of(ValueType.DATE_TIME, written.equals("Timestamp") ? "TIMESTAMP" : "DATE_TIME");
            case JSON -> Storage.of(ValueType.JSON, "JSON");
            case BYTES -> Storage.of(ValueType.BYTES, written.equals("ObjectId") ? "OBJECT_ID_BYTES" : "BYTES");
        };
    }

    @Override
    public Storage storage(EnumType type) {
        return Storage.of(ValueType.ENUM, "ENUM");
    }

    @Override
    public DialectClient fragments() {
        return new DialectClient(DialectClient.Pattern.LIKE, false, Map.of(), Map.of());
    }
}
