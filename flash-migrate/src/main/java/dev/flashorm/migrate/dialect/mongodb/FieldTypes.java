package dev.flashorm.migrate.dialect.mongodb;

import dev.flashorm.migrate.dialect.ColumnMapping;
import dev.flashorm.migrate.physical.ColumnDefault;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.schema.model.Arity;
import dev.flashorm.schema.model.CompositeType;
import dev.flashorm.schema.model.DefaultValue;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.NativeType;
import dev.flashorm.schema.model.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * The schema language's types as JSON Schema in MongoDB's dialect (manual, "$jsonSchema"): the text of such a schema is
 * the name of the column's type. A number is accepted in every width that holds it, because drivers choose the width by
 * the value.
 */
final class FieldTypes implements ColumnMapping {
    private static final List<String> WHOLE = List.of("int", "long");

    @Override
    public ColumnType type(ScalarField field) {
        ColumnType type = ColumnType.of(
                property(field.type(), field.nativeType(), List.of()).toJson());
        return field.isList() ? type.asArray() : type;
    }

    /** @param within the types that are being described, which one of them may contain again */
    private static Document property(FieldType type, Optional<NativeType> nativeType, List<CompositeType> within) {
        if (type instanceof EnumType values) {
            return new Document(
                    "enum",
                    values.values().stream().map(EnumType.Value::databaseName).toList());
        }
        if (type instanceof CompositeType composite) {
            return within.contains(composite) ? new Document("bsonType", "object") : object(composite, within);
        }
        if (type instanceof FieldType.Scalar scalar) {
            return scalar(scalar, nativeType.map(NativeType::name).orElse(""));
        }
        return new Document();
    }

    private static Document scalar(FieldType.Scalar scalar, String nativeType) {
        Object bsonType = switch (nativeType) {
            case "ObjectId" -> "objectId";
            case "Timestamp" -> "timestamp";
            default ->
                switch (scalar) {
                    case STRING -> "string";
                    case BOOLEAN -> "bool";
                    case INT, BIG_INT -> WHOLE;
                    case FLOAT -> List.of("double", "int", "long");
                    case DECIMAL -> "decimal";
                    case DATE_TIME -> "date";
                    case JSON -> List.of();
                    case BYTES -> "binData";
                };
        };
        return List.of().equals(bsonType) ? new Document() : new Document("bsonType", bsonType);
    }

    private static Document object(CompositeType composite, List<CompositeType> within) {
        List<CompositeType> deeper = new ArrayList<>(within);
        deeper.add(composite);
        List<String> required = new ArrayList<>();
        Document properties = new Document();
        for (CompositeType.Member member : composite.members()) {
            Document property = property(member.type(), member.nativeType(), deeper);
            if (member.arity() == Arity.LIST) {
                property = Validator.array(property);
            } else if (member.arity() == Arity.OPTIONAL) {
                property = Validator.orNull(property);
            } else {
                required.add(member.databaseName());
            }
            properties.append(member.databaseName(), property);
        }
        return Validator.object(required, properties);
    }

    @Override
    public Optional<Identity> identity(ScalarField field) {
        return Optional.empty();
    }

    /** MongoDB fills in nothing by itself: a default is what documents that lack the field are given when it comes. */
    @Override
    public Optional<ColumnDefault> defaultValue(ScalarField field, ColumnType type, DefaultValue value) {
        return Optional.ofNullable(ExtendedJson.of(field, value))
                .map(json -> new ColumnDefault(ColumnDefault.Kind.STRING, json));
    }

    @Override
    public Optional<String> indexMethod(Index index) {
        return index.kind() == Index.Kind.FULLTEXT ? Optional.of("FULLTEXT") : Optional.empty();
    }

    @Override
    public IndexPart indexPart(Index index, Index.Part.Column part) {
        List<String> path = new ArrayList<>();
        path.add(part.field().databaseName());
        path.addAll(part.path());
        return new IndexPart(
                Optional.of(String.join(".", path)),
                Optional.empty(),
                part.sort().equals(Optional.of(Index.SortOrder.DESC)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public boolean hasEnumTypes() {
        return false;
    }

    @Override
    public boolean hasManyToManyPrimaryKey() {
        return false;
    }

    @Override
    public Optional<String> defaultSchema() {
        return Optional.empty();
    }

    /** Of an index; the manual's "Limits and Thresholds" has no other that matters here. */
    @Override
    public int maxNameLength() {
        return 127;
    }
}
