package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.ArrayColumn;
import dev.flashorm.runtime.query.Column;
import dev.flashorm.runtime.query.CompositeListColumn;
import dev.flashorm.runtime.query.Condition;
import dev.flashorm.runtime.query.ConditionVisitor;
import dev.flashorm.runtime.query.Fragment;
import dev.flashorm.runtime.query.Link;
import dev.flashorm.runtime.query.Quantifier;
import dev.flashorm.runtime.query.Scope;
import dev.flashorm.runtime.query.type.ColumnType;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonRegularExpression;
import org.bson.BsonValue;

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
    private final boolean negated;

    private Filters(Scope scope, String prefix, boolean negated) {
        this.scope = scope;
        this.prefix = prefix;
        this.negated = negated;
    }

    /** @param scope where conditions on related documents are looked up, by a command for each */
    static BsonDocument of(Scope scope, Condition<?> condition) {
        return condition.accept(new Filters(scope, "", false));
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
        return condition.accept(new Filters(scope, prefix, !negated));
    }

    @Override
    public <T> BsonDocument compare(Column<?, T> column, Fragment operator, T value) {
        BsonValue operand = bson(column, value);
        return switch (operator) {
            case EQ, JSON_EQ -> negated ? other(column, operand) : field(column, "$eq", operand);
            case NE, JSON_NE -> negated ? field(column, "$eq", operand) : other(column, operand);
            case LT -> field(column, negated ? "$gte" : "$lt", operand);
            case LTE -> field(column, negated ? "$gt" : "$lte", operand);
            case GT -> field(column, negated ? "$lte" : "$gt", operand);
            case GTE -> field(column, negated ? "$lt" : "$gte", operand);
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
            default -> throw unsupported(operator);
        };
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
        return condition.accept(new Filters(scope, path(column) + '.', negated));
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
    private BsonDocument other(Column<?, ?> column, BsonValue operand) {
        return field(column, "$nin", new BsonArray(List.of(operand, BsonNull.VALUE)));
    }

    private BsonDocument matching(Column<?, ?> column, BsonRegularExpression pattern) {
        return negated
                ? new BsonDocument(path(column), operator("$not", pattern).append("$ne", BsonNull.VALUE))
                : new BsonDocument(path(column), pattern);
    }

    private BsonDocument field(Column<?, ?> column, String operator, BsonValue operand) {
        return new BsonDocument(path(column), operator(operator, operand));
    }

    private String path(Column<?, ?> column) {
        return prefix + column.sql();
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
