package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.Fragment;
import dev.flashorm.runtime.query.Order;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;

/**
 * Orders as sorts of MongoDB, for which no value is less than any. Where it is to be more than any, a field that says
 * so is computed and sorted by first.
 */
final class Sorting {
    private static final String EMPTY = "flash_empty";

    private Sorting() {}

    /** Whether the order is more than a sort by fields. */
    static <M> boolean needsStages(List<Order<M>> orders) {
        return orders.stream().anyMatch(Sorting::isContrary);
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

    static <M> List<BsonDocument> stages(List<Order<M>> orders) {
        BsonDocument computed = new BsonDocument();
        BsonDocument sort = new BsonDocument();
        for (Order<M> order : orders) {
            String field = order.column().sql();
            if (isContrary(order)) {
                String empty = EMPTY + computed.size();
                BsonArray value = new BsonArray(List.of(new BsonString("$" + field), BsonNull.VALUE));
                BsonArray isNull = new BsonArray(List.of(new BsonDocument("$ifNull", value), BsonNull.VALUE));
                computed.put(empty, new BsonDocument("$eq", isNull));
                sort.put(empty, direction(order.isDescending()));
            }
            sort.putIfAbsent(field, direction(order.isDescending()));
        }
        List<BsonDocument> stages = new ArrayList<>();
        if (!computed.isEmpty()) {
            stages.add(new BsonDocument("$addFields", computed));
        }
        if (!sort.isEmpty()) {
            stages.add(new BsonDocument("$sort", sort));
        }
        return stages;
    }

    private static BsonInt32 direction(boolean descending) {
        return new BsonInt32(descending ? -1 : 1);
    }
}
