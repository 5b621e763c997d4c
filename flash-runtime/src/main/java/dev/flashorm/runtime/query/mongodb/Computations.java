package dev.flashorm.runtime.query.mongodb;

import dev.flashorm.runtime.query.ArrayColumn;
import dev.flashorm.runtime.query.Column;
import dev.flashorm.runtime.query.CompositeListColumn;
import dev.flashorm.runtime.query.Condition;
import dev.flashorm.runtime.query.Expression;
import dev.flashorm.runtime.query.ExpressionVisitor;
import dev.flashorm.runtime.query.Fragment;
import dev.flashorm.runtime.query.JsonPath;
import dev.flashorm.runtime.query.Link;
import dev.flashorm.runtime.query.Scope;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Expressions of documents as those of a pipeline. What belongs to related documents is looked up by stages that go before. */
final class Computations implements ExpressionVisitor<Computed> {
    private static final String RELATED = "flash_related";
    private static final String VALUE = "v";

    private final Scope scope;
    private final List<BsonDocument> lookups = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    Computations(Scope scope) {
        this.scope = scope;
    }

    /** The stages that go before. */
    List<BsonDocument> lookups() {
        return lookups;
    }

    /** The fields that these stages add. */
    List<String> names() {
        return names;
    }

    static Computed of(Column<?, ?> column, String path) {
        boolean isList = column instanceof ArrayColumn<?, ?> || column instanceof CompositeListColumn<?, ?>;
        return new Computed(Operators.field(path), (DocumentType<?>) column.storage(), isList ? List.of() : null);
    }

    @Override
    public Computed column(Column<?, ?> column) {
        return of(column, column.sql());
    }

    @Override
    public Computed aggregate(@Nullable Column<?, ?> column, Fragment function) {
        throw new IllegalStateException("A document has no " + function + ": it is one of a group.");
    }

    @Override
    public <M, T> Computed related(Link<M, T> link, Expression<T, ?> value) {
        Computations inside = new Computations(scope);
        Computed computed = value.accept(inside);
        List<BsonDocument> pipeline = new ArrayList<>();
        pipeline.add(Operators.of("$limit", new BsonInt64(1)));
        pipeline.addAll(inside.lookups);
        pipeline.add(
                Operators.of("$project", new BsonDocument("_id", Operators.ZERO).append(VALUE, computed.expression())));
        return new Computed(first(look(link, pipeline)), computed.type(), computed.otherwise());
    }

    @Override
    public <M, T> Computed count(Link<M, T> link, Condition<T> condition) {
        List<BsonDocument> pipeline = new ArrayList<>();
        if (!condition.isAbsent()) {
            pipeline.add(Operators.of("$match", Filters.of(scope, condition)));
        }
        pipeline.add(Operators.of(
                "$group", new BsonDocument("_id", Operators.ONE).append(VALUE, Operators.of("$sum", Operators.ONE))));
        return new Computed(Operators.of("$ifNull", first(look(link, pipeline)), Operators.ZERO), MongodbTypes.BIG_INT);
    }

    @Override
    public Computed json(JsonPath<?> path, Fragment kind) {
        return new Computed(
                JsonParts.of("", path).value(kind),
                kind == Fragment.JSON_TEXT ? MongodbTypes.TEXT : MongodbTypes.FLOAT);
    }

    private static BsonValue first(String related) {
        return Operators.of("$arrayElemAt", Operators.field(related + '.' + VALUE), Operators.ZERO);
    }

    /** Adds a stage; gives the field in which the related documents are. */
    private <M, T> String look(Link<M, T> link, List<BsonDocument> then) {
        BsonDocument variables = new BsonDocument();
        BsonArray pipeline =
                new BsonArray(List.of(Operators.of("$match", Operators.of("$expr", join(link, variables)))));
        pipeline.addAll(then);
        String name = RELATED + names.size();
        names.add(name);
        lookups.add(Operators.of(
                "$lookup",
                new BsonDocument("from", new BsonString(link.target().sql()))
                        .append("let", variables)
                        .append("pipeline", pipeline)
                        .append("as", new BsonString(name))));
        return name;
    }

    /** Equal keys; what has none belongs to nothing, although for MongoDB two missing fields are equal. */
    static <M, T> BsonDocument join(Link<M, T> link, BsonDocument variables) {
        List<? extends Column<T, ?>> remote = link.remote().get();
        BsonArray all = new BsonArray();
        for (int i = 0; i < remote.size(); i++) {
            BsonString key = new BsonString("$$k" + i);
            BsonString local = Operators.field(link.local().get(i).sql());
            BsonString other = Operators.field(remote.get(i).sql());
            if (link.local().get(i) instanceof ArrayColumn<?, ?>) {
                variables.put("k" + i, Operators.of("$ifNull", local, new BsonArray()));
                all.add(Operators.of("$in", other, key));
            } else {
                // A variable without a value is none at all.
                variables.put("k" + i, Operators.orNull(local));
                all.add(Operators.of("$eq", other, key));
                all.add(Operators.of("$gt", key, BsonNull.VALUE));
            }
        }
        return Operators.of("$and", all);
    }
}
