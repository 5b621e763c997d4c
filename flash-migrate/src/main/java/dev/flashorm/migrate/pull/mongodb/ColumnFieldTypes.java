package dev.flashorm.migrate.pull.mongodb;

import dev.flashorm.migrate.dialect.mongodb.ValidatorReader;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.pull.FieldTypes;
import dev.flashorm.migrate.pull.PulledType;
import dev.flashorm.schema.model.FieldType.Scalar;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** MongoDB: a column's type is a property of {@code $jsonSchema}. What has no type of its own in the language is Json. */
public final class ColumnFieldTypes implements FieldTypes {
    private static final Set<String> WHOLE = Set.of("int", "long");
    private static final Set<String> NUMBERS = Set.of("double", "int", "long", "number");

    @Override
    public Optional<PulledType> of(ColumnType type) {
        if (enumValues(type).isPresent() || members(type).isPresent()) {
            return Optional.empty();
        }
        List<String> names = ValidatorReader.types(Document.parse(type.name()));
        Optional<String> nativeType = names.equals(List.of("objectId"))
                ? Optional.of("ObjectId")
                : names.equals(List.of("timestamp")) ? Optional.of("Timestamp") : Optional.empty();
        return Optional.of(new PulledType(scalar(names), nativeType));
    }

    private static Scalar scalar(List<String> names) {
        if (names.isEmpty()) {
            return Scalar.JSON;
        }
        if (names.equals(List.of("long"))) {
            return Scalar.BIG_INT;
        }
        if (WHOLE.containsAll(names)) {
            return Scalar.INT;
        }
        if (NUMBERS.containsAll(names)) {
            return Scalar.FLOAT;
        }
        if (names.size() > 1) {
            return Scalar.JSON;
        }
        return switch (names.get(0)) {
            case "string", "objectId" -> Scalar.STRING;
            case "bool" -> Scalar.BOOLEAN;
            case "date", "timestamp" -> Scalar.DATE_TIME;
            case "binData" -> Scalar.BYTES;
            default -> Scalar.JSON;
        };
    }

    /** Drivers choose the width of a whole number by its value, so that no width tells one type from another. */
    @Override
    public boolean areSaidAlike(ColumnType one, ColumnType other) {
        Optional<List<Column>> ones = members(one);
        Optional<List<Column>> others = members(other);
        if (ones.isPresent() && others.isPresent()) {
            return areAlike(ones.get(), others.get());
        }
        if (enumValues(one).isPresent()) {
            return enumValues(one).equals(enumValues(other));
        }
        Optional<Scalar> said = of(one).map(ColumnFieldTypes::widest);
        Optional<Scalar> otherSaid = of(other).map(ColumnFieldTypes::widest);
        return said.isPresent()
                && said.equals(otherSaid)
                && of(one).flatMap(PulledType::nativeType).equals(of(other).flatMap(PulledType::nativeType));
    }

    private static Scalar widest(PulledType type) {
        return type.scalar() == Scalar.INT ? Scalar.BIG_INT : type.scalar();
    }

    private boolean areAlike(List<Column> ones, List<Column> others) {
        if (ones.size() != others.size()) {
            return false;
        }
        for (Column one : ones) {
            boolean alike = others.stream()
                    .anyMatch(other -> other.name().equals(one.name())
                            && other.type().array() == one.type().array()
                            && (one.type().array() || other.nullable() == one.nullable())
                            && areSaidAlike(one.type(), other.type()));
            if (!alike) {
                return false;
            }
        }
        return true;
    }

    /** Values that are not text are no enum of the language. */
    @Override
    public Optional<List<String>> enumValues(ColumnType type) {
        if (!(Document.parse(type.name()).get("enum") instanceof List<?> values)
                || values.isEmpty()
                || !values.stream().allMatch(String.class::isInstance)) {
            return Optional.empty();
        }
        return Optional.of(values.stream().map(Objects::toString).toList());
    }

    /** They are the client's. */
    @Override
    public boolean hasDefaults() {
        return false;
    }

    @Override
    public Optional<List<Column>> members(ColumnType type) {
        Document property = Document.parse(type.name());
        if (!ValidatorReader.types(property).equals(List.of("object"))) {
            return Optional.empty();
        }
        List<Column> columns = ValidatorReader.columns(property);
        return columns.isEmpty() ? Optional.empty() : Optional.of(columns);
    }
}
