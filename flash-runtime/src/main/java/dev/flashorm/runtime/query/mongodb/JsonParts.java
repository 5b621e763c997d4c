package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.Fragment;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.runtime.query.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A part of a JSON value as an expression: a list that has the part, or nothing where there is none, so that JSON's null is
 * told from what is missing. A path of MongoDB would not do: it goes through lists, takes a number for a member as well as
 * for an element, and has no way to a member with a dot in its name.
 */
final class JsonParts {
    /** Of the last step of {@code $reduce}. */
    private static final BsonString THIS = new BsonString("$$this");

    private static final BsonArray NONE = new BsonArray();
    private static final BsonDocument NO_MEMBERS = literal(new BsonDocument());

    private final BsonValue part;

    private JsonParts(BsonValue part) {
        this.part = part;
    }

    /** @param prefix of the column: the composite types around it, with a dot behind each */
    static JsonParts of(String prefix, JsonPath<?> path) {
        JsonParts parts = new JsonParts(new BsonArray(List.of(new BsonString("$$ROOT"))));
        for (String name : (prefix + path.column().sql()).split("\\.", -1)) {
            parts = parts.member(name);
        }
        for (Object step : path.steps()) {
            parts = step instanceof Integer index ? parts.element(index) : parts.member((String) step);
        }
        return parts;
    }

    private JsonParts member(String name) {
        BsonDocument members =
                Operators.of("$objectToArray", Operators.of("$cond", is("object", THIS), THIS, NO_MEMBERS));
        BsonDocument found =
                filter(members, "m", Operators.of("$eq", new BsonString("$$m.k"), literal(new BsonString(name))));
        return then(Operators.of(
                "$map",
                new BsonDocument("input", found)
                        .append("as", new BsonString("m"))
                        .append("in", new BsonString("$$m.v"))));
    }

    private JsonParts element(int index) {
        return then(Operators.of("$slice", list(THIS), new BsonInt32(index), Operators.ONE));
    }

    /** The list that becomes of the part, if there is one. */
    private JsonParts then(BsonValue list) {
        return new JsonParts(reduce(list));
    }

    private BsonDocument reduce(BsonValue list) {
        return Operators.of(
                "$reduce",
                new BsonDocument("input", part).append("initialValue", NONE).append("in", list));
    }

    /** What is no list has no elements. */
    private static BsonValue list(BsonValue value) {
        return Operators.of("$cond", is("array", value), value, NONE);
    }

    BsonDocument exists() {
        return isFound(part);
    }

    private static BsonDocument isFound(BsonValue list) {
        return Operators.of("$gt", Operators.of("$size", list), Operators.ZERO);
    }

    BsonDocument eq(Json value) {
        return is(bson(value.value()));
    }

    private BsonDocument is(BsonValue value) {
        return isFound(filter(part, "p", Operators.of("$eq", new BsonString("$$p"), value)));
    }

    /** There is a part, and it is otherwise. */
    BsonDocument butNot(BsonDocument condition) {
        return Operators.of("$and", exists(), Operators.of("$not", new BsonArray(List.of(condition))));
    }

    /** A list has a single value also as its element. */
    BsonDocument contains(Json value) {
        boolean isSingle = !(value.value() instanceof List<?>) && !(value.value() instanceof Map<?, ?>);
        BsonDocument contained = contains(value.value(), 0);
        return isSingle
                ? Operators.of("$or", contained, Operators.of("$in", bson(value.value()), reduce(list(THIS))))
                : contained;
    }

    private BsonDocument contains(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> members) {
            BsonArray all = new BsonArray(List.of(isFound(only("object"))));
            members.forEach((name, member) -> all.add(member((String) name).contains(member, depth)));
            return Operators.of("$and", all);
        }
        if (value instanceof List<?> elements) {
            String name = "e" + depth;
            JsonParts element = new JsonParts(new BsonArray(List.of(new BsonString("$$" + name))));
            BsonArray all = new BsonArray(List.of(isFound(only("array"))));
            elements.forEach(wanted ->
                    all.add(isFound(filter(reduce(list(THIS)), name, element.contains(wanted, depth + 1)))));
            return Operators.of("$and", all);
        }
        return is(bson(value));
    }

    /** The string or number here, for a value of its own. */
    BsonValue value(Fragment kind) {
        return Operators.of("$arrayElemAt", only(type(kind)), Operators.ZERO);
    }

    /** The string or number here compares so. */
    BsonDocument compares(Fragment kind, Fragment operator, BsonValue value) {
        String comparison = "$" + operator.name().toLowerCase(Locale.ROOT);
        return isFound(filter(only(type(kind)), "p", Operators.of(comparison, new BsonString("$$p"), literal(value))));
    }

    /** There is a string or number. */
    BsonDocument has(Fragment kind) {
        return isFound(only(type(kind)));
    }

    /** The string here has another in it; upper and lower case differ. */
    BsonDocument matches(boolean before, String part, boolean after) {
        BsonString text = new BsonString("$$p");
        BsonDocument wanted = literal(new BsonString(part));
        BsonInt32 length = new BsonInt32(part.codePointCount(0, part.length()));
        BsonDocument last = Operators.of("$subtract", Operators.of("$strLenCP", text), length);
        BsonDocument condition = !after
                ? Operators.of(
                        "$and",
                        Operators.of("$gte", last, Operators.ZERO),
                        Operators.of(
                                "$eq",
                                last,
                                Operators.of("$indexOfCP", text, wanted, Operators.of("$max", last, Operators.ZERO))))
                : Operators.of(before ? "$gte" : "$eq", Operators.of("$indexOfCP", text, wanted), Operators.ZERO);
        return isFound(filter(only("string"), "p", condition));
    }

    private static String type(Fragment kind) {
        return kind == Fragment.JSON_TEXT ? "string" : "number";
    }

    /** The part, if it is of a type. */
    private BsonDocument only(String type) {
        return filter(part, "p", is(type, new BsonString("$$p")));
    }

    private static BsonDocument filter(BsonValue list, String name, BsonDocument condition) {
        return Operators.of(
                "$filter",
                new BsonDocument("input", list)
                        .append("as", new BsonString(name))
                        .append("cond", condition));
    }

    /** By the order in which BSON's types compare: numbers, strings, documents, lists. */
    private static BsonDocument is(String type, BsonValue value) {
        return switch (type) {
            case "array" -> Operators.of("$isArray", new BsonArray(List.of(value)));
            case "object" -> between(NO_MEMBERS, value, NONE);
            case "string" -> between(literal(new BsonString("")), value, NO_MEMBERS);
            default -> between(literal(new BsonDouble(Double.NEGATIVE_INFINITY)), value, literal(new BsonString("")));
        };
    }

    private static BsonDocument between(BsonValue least, BsonValue value, BsonValue next) {
        return Operators.of("$and", Operators.of("$gte", value, least), Operators.of("$lt", value, next));
    }

    private static BsonDocument bson(@Nullable Object value) {
        return literal(value == null ? BsonNull.VALUE : MongodbTypes.JSON.bson(Json.of(value)));
    }

    private static BsonDocument literal(BsonValue value) {
        return new BsonDocument("$literal", value);
    }
}
