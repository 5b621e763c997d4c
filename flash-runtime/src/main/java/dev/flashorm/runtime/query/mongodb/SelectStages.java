package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.Expression;
import dev.flashorm.runtime.query.ExpressionVisitor;
import dev.flashorm.runtime.query.Order;
import dev.flashorm.runtime.query.Rows;
import dev.flashorm.runtime.query.Scope;
import dev.flashorm.runtime.query.Select;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/**
 * A query of selected values as a pipeline. Each document that comes out has the first of them as {@code v0}, and so on;
 * what is only sorted or chosen by has numbers behind these.
 */
final class SelectStages<M> {
    private final Scope scope;
    private final Select<M> select;
    private final List<Expression<M, ?>> named;
    private final List<Computed> computed = new ArrayList<>();
    private final List<BsonDocument> stages = new ArrayList<>();

    private SelectStages(Scope scope, Select<M> select) {
        this.scope = scope;
        this.select = select;
        named = new ArrayList<>(select.expressions());
    }

    /** @param most no more than so many are needed */
    static <M> SelectStages<M> of(Scope scope, Select<M> select, long most) {
        SelectStages<M> made = new SelectStages<>(scope, select);
        Rows<M> rows = select.rows();
        made.stages.add(Operators.of("$match", Filters.of(scope, rows.condition())));
        Select.Groups<M> groups = select.groups();
        if (groups != null) {
            made.groups(groups, most);
        } else if (select.isDistinct()) {
            made.distinctRows(most);
        } else {
            made.rows(most);
        }
        return made;
    }

    List<BsonDocument> stages() {
        return stages;
    }

    /** The selected values of a document, in their order; null where it has none. */
    @Nullable
    Object[] read(BsonReader reader) {
        @Nullable Object[] values = none();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            int index = index(reader.readName());
            if (index >= 0 && index < values.length) {
                values[index] = computed.get(index).read(reader);
            } else {
                reader.skipValue();
            }
        }
        reader.readEndDocument();
        return values;
    }

    private static int index(String name) {
        return name.startsWith("v") ? Integer.parseInt(name, 1, name.length(), 10) : -1;
    }

    /** The values of a document that has none. */
    @Nullable
    Object[] none() {
        @Nullable Object[] values = new Object[select.expressions().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = computed.get(i).otherwise();
        }
        return values;
    }

    private void rows(long most) {
        Rows<M> rows = select.rows();
        stages.addAll(Sorting.stages(scope, rows.orders()));
        MongodbEngine.page(stages, rows.skip(), least(rows.take(), most));
        Computations documents = new Computations(scope);
        BsonDocument projection = projection(documents);
        stages.addAll(documents.lookups());
        stages.add(projection);
    }

    private void distinctRows(long most) {
        Rows<M> rows = select.rows();
        Computations documents = new Computations(scope);
        BsonDocument projection = projection(documents);
        stages.addAll(documents.lookups());
        stages.add(projection);
        distinct();
        sorted(rows.orders(), rows.skip(), least(rows.take(), most));
    }

    private void groups(Select.Groups<M> groups, long most) {
        Rows<M> rows = select.rows();
        if (rows.skip() > 0 || rows.take() >= 0) {
            stages.addAll(Sorting.stages(scope, rows.orders()));
            MongodbEngine.page(stages, rows.skip(), rows.take());
        }
        GroupFields fields = new GroupFields(groups.keys());
        groups.orders().forEach(order -> number(order.by()));
        BsonDocument having = Filters.ofGroup(scope, groups.having(), expression -> {
            @SuppressWarnings("unchecked")
            Expression<M, ?> own = (Expression<M, ?>) expression;
            return "v" + number(own);
        });
        BsonDocument projection = projection(fields);
        Computations documents = new Computations(scope);
        BsonDocument group = fields.stage(documents);
        stages.addAll(documents.lookups());
        stages.add(group);
        stages.add(projection);
        if (!groups.having().isAbsent()) {
            stages.add(Operators.of("$match", having));
        }
        if (select.isDistinct()) {
            distinct();
        }
        sorted(groups.orders(), groups.skip(), least(groups.take(), most));
    }

    private static long least(long take, long most) {
        return take < 0 ? most : Math.min(take, most);
    }

    private int number(Expression<M, ?> expression) {
        int index = named.indexOf(expression);
        if (index < 0) {
            named.add(expression);
            return named.size() - 1;
        }
        return index;
    }

    private BsonDocument projection(ExpressionVisitor<Computed> visitor) {
        BsonDocument fields = new BsonDocument("_id", Operators.ZERO);
        for (Expression<M, ?> expression : named) {
            Computed value = expression.accept(visitor);
            fields.put("v" + computed.size(), value.expression());
            computed.add(value);
        }
        return Operators.of("$project", fields);
    }

    private void distinct() {
        BsonDocument key = new BsonDocument();
        for (int i = 0; i < select.expressions().size(); i++) {
            key.put("v" + i, Operators.orNull(Operators.field("v" + i)));
        }
        stages.add(Operators.of("$group", new BsonDocument("_id", key)));
        stages.add(Operators.of("$replaceRoot", new BsonDocument("newRoot", Operators.field("_id"))));
    }

    private void sorted(List<Order<M>> orders, long skip, long take) {
        stages.addAll(Sorting.stages(orders, order -> "v" + number(order.by())));
        MongodbEngine.page(stages, skip, take);
    }
}
