package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.Column;
import dev.flashorm.runtime.query.Fragment;
import dev.flashorm.runtime.query.Order;
import dev.flashorm.runtime.query.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * Orders as sorts of MongoDB, for which no value is less than any. Where it is to be more than any, a field that says
 * so is computed and sorted by first; so is what a relation adds.
 */
final class Sorting {
    private static final String EMPTY = "flash_empty";
    private static final String KEY = "flash_key";

    private Sorting() {}

    /** Whether the order is more than a sort by fields. */
    static <M> boolean needsStages(List<Order<M>> orders) {
        return orders.stream().anyMatch(order -> isContrary(order) || !(order.by() instanceof Column<?, ?>));
    }

    private static boolean isContrary(Order<?> order) {
        return order.direction() == Fragment.ASC_NULLS_LAST || order.direction() == Fragment.DESC_NULLS_FIRST;
    }

    static <M> BsonDocument of(List<Order<M>> orders) {
        BsonDocument sort = new BsonDocument();
        for (Order<M> order : orders) {
            // The first of two orders by one field decides.
            sort.putIfAbsent(order.column().sql(), direction(order.isDescending()));
        }
        return sort;
    }

    /** Stages that sort documents, and leave them as they were. */
    static <M> List<BsonDocument> stages(Scope scope, List<Order<M>> orders) {
        Computations related = new Computations(scope);
        BsonDocument keys = new BsonDocument();
        List<String> fields = new ArrayList<>();
        for (Order<M> order : orders) {
            if (order.by() instanceof Column<?, ?> column) {
                fields.add(column.sql());
            } else {
                fields.add(KEY + keys.size());
                keys.put(KEY + keys.size(), order.by().accept(related).expression());
            }
        }
        if (keys.isEmpty()) {
            return stages(orders, order -> order.column().sql());
        }
        List<BsonDocument> stages = new ArrayList<>(related.lookups());
        stages.add(Operators.of("$addFields", keys));
        stages.addAll(stages(orders, order -> fields.get(orders.indexOf(order))));
        BsonArray added = new BsonArray();
        keys.keySet().forEach(name -> added.add(new BsonString(name)));
        related.names().forEach(name -> added.add(new BsonString(name)));
        stages.add(Operators.of("$unset", added));
        return stages;
    }

    /** @param field what an order is by */
    static <M> List<BsonDocument> stages(List<Order<M>> orders, Function<Order<M>, String> field) {
        BsonDocument computed = new BsonDocument();
        BsonDocument sort = new BsonDocument();
        for (Order<M> order : orders) {
            String name = field.apply(order);
            if (isContrary(order)) {
                String empty = EMPTY + computed.size();
                computed.put(empty, Operators.isNull(Operators.field(name)));
                sort.put(empty, direction(order.isDescending()));
            }
            sort.putIfAbsent(name, direction(order.isDescending()));
        }
        List<BsonDocument> stages = new ArrayList<>();
        if (!computed.isEmpty()) {
            stages.add(Operators.of("$addFields", computed));
        }
        if (!sort.isEmpty()) {
            stages.add(Operators.of("$sort", sort));
        }
        return stages;
    }

    private static BsonInt32 direction(boolean descending) {
        return new BsonInt32(descending ? -1 : 1);
    }
}
