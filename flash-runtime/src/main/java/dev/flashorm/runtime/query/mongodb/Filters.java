package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.ArrayColumn;
import dev.flashorm.runtime.query.Column;
import dev.flashorm.runtime.query.CompositeListColumn;
import dev.flashorm.runtime.query.ComputedValue;
import dev.flashorm.runtime.query.Condition;
import dev.flashorm.runtime.query.ConditionVisitor;
import dev.flashorm.runtime.query.Expression;
import dev.flashorm.runtime.query.Fragment;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.runtime.query.JsonPath;
import dev.flashorm.runtime.query.Link;
import dev.flashorm.runtime.query.Quantifier;
import dev.flashorm.runtime.query.Scope;
import dev.flashorm.runtime.query.type.ColumnType;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonNull;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as filters of MongoDB. A field that is missing and one that is null are the same: no value.
 *
 * <p>The contrary of a condition is not MongoDB's {@code $nor}, for which a document without the value matches: as in
 * SQL, what compares with no value is neither true nor false. So negations go down to the comparisons, each of which
 * knows its contrary.
 */
final class Filters implements ConditionVisitor<BsonDocument> {
    private static final BsonDocument NOTHING = new BsonDocument("_id", operator("$in", new BsonArray()));

    private final Scope scope;
    private final String prefix;
    private final @Nullable Function<Expression<?, ?>, String> names;
    private final boolean negated;

    /** @param names of what a group has; null where it is documents that are chosen */
    private Filters(Scope scope, String prefix, @Nullable Function<Expression<?, ?>, String> names, boolean negated) {
        this.scope = scope;
        this.prefix = prefix;
        this.names = names;
        this.negated = negated;
    }

    /** @param scope where conditions on related documents are looked up, by a command for each */
    static BsonDocument of(Scope scope, Condition<?> condition) {
        return condition.accept(new Filters(scope, "", null, false));
    }

    /** @param names gives each expression the field of the group that has it */
    static BsonDocument ofGroup(Scope scope, Condition<?> condition, Function<Expression<?, ?>, String> names) {
        return condition.accept(new Filters(scope, "", names, false));
    }

    /** What a condition is not known to be true for. */
    static BsonDocument notTrue(Scope scope, Condition<?> condition) {
        return new BsonDocument("$nor", new BsonArray(List.of(of(scope, condition))));
    }

    @Override
    public <M> BsonDocument junction(boolean all, List<Condition<M>> parts) {
        if (parts.isEmpty()) {
            return negated ? NOTHING : new BsonDocument();
        }
        BsonArray filters = new BsonArray();
        parts.forEach(part -> filters.add(part.accept(this)));
        return new BsonDocument(all == negated ? "$or" : "$and", filters);
    }

    @Override
    public <M> BsonDocument not(Condition<M> condition) {
        return condition.accept(new Filters(scope, prefix, names, !negated));
    }

    @Override
    public <T> BsonDocument compare(Column<?, T> column, Fragment operator, T value) {
        BsonValue operand = bson(column, value);
        return switch (operator) {
            case JSON_EQ -> compare(path(column), Fragment.EQ, operand);
            case JSON_NE -> compare(path(column), Fragment.NE, operand);
            case LIKE -> matching(column, Patterns.like((String) value, false));
            case EQ_IGNORE_CASE -> matching(column, Patterns.part(false, (String) value, false, true));
            case LIST_EQ -> list(column, operand.asArray().isEmpty() ? empty(column) : field(column, "$eq", operand));
            case LIST_NE ->
                negated
                        ? operand.asArray().isEmpty() ? empty(column) : field(column, "$eq", operand)
                        : not(operand.asArray().isEmpty() ? empty(column) : field(column, "$eq", operand));
            case HAS_SOME -> list(column, field(column, "$in", operand));
            case HAS_EVERY ->
                list(column, operand.asArray().isEmpty() ? new BsonDocument() : field(column, "$all", operand));
            default -> compare(path(column), operator, operand);
        };
    }

    private BsonDocument compare(String path, Fragment operator, BsonValue operand) {
        return switch (operator) {
            case EQ -> negated ? other(path, operand) : field(path, "$eq", operand);
            case NE -> negated ? field(path, "$eq", operand) : other(path, operand);
            case LT -> field(path, negated ? "$gte" : "$lt", operand);
            case LTE -> field(path, negated ? "$gt" : "$lte", operand);
            case GT -> field(path, negated ? "$lte" : "$gt", operand);
            case GTE -> field(path, negated ? "$lt" : "$gte", operand);
            default -> throw unsupported(operator);
        };
    }

    @Override
    public <T> BsonDocument computed(ComputedValue<?, T> left, Fragment operator, T value) {
        if (names == null) {
            throw new IllegalStateException("It is groups that have aggregates, no documents.");
        }
        return compare(names.apply(left), operator, Numbers.bson(left.storage(), value));
    }

    @Override
    public BsonDocument json(JsonPath<?> path, Fragment operator, @Nullable Json value) {
        JsonParts part = JsonParts.of(prefix, path);
        if (value == null) {
            return negated ? not(expression(part.exists())) : expression(part.exists());
        }
        BsonDocument condition = operator == Fragment.JSON_CONTAINS ? part.contains(value) : part.eq(value);
        return expression((operator == Fragment.JSON_PATH_NE) != negated ? part.butNot(condition) : condition);
    }

    @Override
    public BsonDocument jsonValue(JsonPath<?> path, Fragment kind, Fragment operator, Object value) {
        BsonValue operand =
                value instanceof String text ? new BsonString(text) : new BsonDouble(((Number) value).doubleValue());
        JsonParts part = JsonParts.of(prefix, path);
        BsonDocument condition = part.compares(kind, operator, operand);
        return negated ? all(expression(part.has(kind)), not(expression(condition))) : expression(condition);
    }

    @Override
    public BsonDocument jsonPattern(JsonPath<?> path, boolean before, String text, boolean after) {
        JsonParts part = JsonParts.of(prefix, path);
        BsonDocument condition = part.matches(before, text, after);
        return negated
                ? all(expression(part.has(Fragment.JSON_TEXT)), not(expression(condition)))
                : expression(condition);
    }

    private static BsonDocument expression(BsonDocument condition) {
        return operator("$expr", condition);
    }

    private static BsonDocument all(BsonDocument... filters) {
        return operator("$and", new BsonArray(List.of(filters)));
    }

    @Override
    public <M, T> BsonDocument relatedValue(Link<M, T> link, Condition<T> condition) {
        return new RelatedKeys<>(scope, link, prefix)
                .some(Quantifier.SOME, negated ? Condition.not(condition) : condition);
    }

    @Override
    public <M, T> BsonDocument relatedCount(Link<M, T> link, Condition<T> condition, Fragment operator, long number) {
        BsonDocument wanted = new RelatedKeys<>(scope, link, prefix).counted(condition, operator, number);
        return negated ? not(wanted) : wanted;
    }

    @Override
    public <T> BsonDocument between(Column<?, T> column, T from, T to) {
        BsonValue low = bson(column, from);
        BsonValue high = bson(column, to);
        return negated
                ? any(field(column, "$lt", low), field(column, "$gt", high))
                : new BsonDocument(path(column), operator("$gte", low).append("$lte", high));
    }

    @Override
    public <T> BsonDocument among(Column<?, T> column, Fragment operator, List<T> values) {
        BsonArray operands = new BsonArray();
        values.forEach(value -> operands.add(bson(column, value)));
        if ((operator == Fragment.IN) != negated) {
            return field(column, "$in", operands);
        }
        if (operands.isEmpty()) {
            return new BsonDocument();
        }
        operands.add(BsonNull.VALUE);
        return field(column, "$nin", operands);
    }

    @Override
    public BsonDocument plain(Column<?, ?> column, Fragment operator) {
        return switch (operator) {
            case IS_NULL -> field(column, negated ? "$ne" : "$eq", BsonNull.VALUE);
            case IS_NOT_NULL -> field(column, negated ? "$eq" : "$ne", BsonNull.VALUE);
            case IS_EMPTY -> list(column, empty(column));
            default -> throw unsupported(operator);
        };
    }

    @Override
    public BsonDocument pattern(
            Column<?, String> column, Fragment operator, boolean before, String part, boolean after) {
        return matching(column, Patterns.part(before, part, after, operator == Fragment.LIKE_IGNORE_CASE));
    }

    @Override
    public <E> BsonDocument element(Column<?, ?> column, ColumnType<E> type, E element) {
        return list(column, field(column, "$in", new BsonArray(List.of(((DocumentType<E>) type).bson(element)))));
    }

    @Override
    public <T> BsonDocument composite(Column<?, T> column, Condition<T> condition) {
        return condition.accept(new Filters(scope, path(column) + '.', names, negated));
    }

    @Override
    public <T> BsonDocument composites(Column<?, List<T>> column, Quantifier quantifier, Condition<T> condition) {
        BsonDocument wanted = quantifier == Quantifier.EVERY ? notTrue(scope, condition) : of(scope, condition);
        BsonDocument some = condition.isAbsent()
                ? quantifier == Quantifier.EVERY ? NOTHING : not(empty(column))
                : field(column, "$elemMatch", wanted);
        return (quantifier == Quantifier.SOME) != negated ? some : not(some);
    }

    @Override
    public <M, T> BsonDocument related(Link<M, T> link, Quantifier quantifier, Condition<T> condition) {
        BsonDocument some = new RelatedKeys<>(scope, link, prefix).some(quantifier, condition);
        return (quantifier == Quantifier.SOME) != negated ? some : not(some);
    }

    /** A list is never without a value: what is not there is empty. So its contrary is all the others. */
    private <T> BsonDocument list(Column<?, T> column, BsonDocument filter) {
        if (!(column instanceof ArrayColumn<?, ?> || column instanceof CompositeListColumn<?, ?>)) {
            throw new IllegalArgumentException(column + " is no list");
        }
        return negated ? not(filter) : filter;
    }

    private BsonDocument empty(Column<?, ?> column) {
        return new BsonDocument(path(column) + ".0", operator("$exists", BsonBoolean.FALSE));
    }

    /** Has a value, which is another. */
    private static BsonDocument other(String path, BsonValue operand) {
        return field(path, "$nin", new BsonArray(List.of(operand, BsonNull.VALUE)));
    }

    private BsonDocument matching(Column<?, ?> column, BsonRegularExpression pattern) {
        return negated
                ? new BsonDocument(path(column), operator("$not", pattern).append("$ne", BsonNull.VALUE))
                : new BsonDocument(path(column), pattern);
    }

    private BsonDocument field(Column<?, ?> column, String operator, BsonValue operand) {
        return field(path(column), operator, operand);
    }

    private static BsonDocument field(String path, String operator, BsonValue operand) {
        return new BsonDocument(path, operator(operator, operand));
    }

    private String path(Column<?, ?> column) {
        return names == null ? prefix + column.sql() : names.apply(column);
    }

    static BsonDocument not(BsonDocument filter) {
        return new BsonDocument("$nor", new BsonArray(List.of(filter)));
    }

    static BsonDocument any(BsonDocument... filters) {
        return new BsonDocument("$or", new BsonArray(List.of(filters)));
    }

    static BsonDocument operator(String operator, BsonValue operand) {
        return new BsonDocument(operator, operand);
    }

    static <T> BsonValue bson(Column<?, T> column, T value) {
        return ((DocumentType<T>) column.storage()).bson(value);
    }

    private static UnsupportedOperationException unsupported(Fragment operator) {
        return new UnsupportedOperationException("MongoDB has no " + operator + ".");
    }
}
