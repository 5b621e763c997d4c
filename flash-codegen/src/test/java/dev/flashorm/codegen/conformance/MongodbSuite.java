package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import dev.flashorm.codegen.CodeGenerator;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The suite for a database of documents: the same cases, without those that {@link MongodbDifference} leaves out. */
final class MongodbSuite {
    /** What clients do on MongoDB all the same; TypeScript and Python take other commands for it than are counted. */
    static final Set<MongodbDifference> OVERCOME = EnumSet.of(
            MongodbDifference.SELECT,
            MongodbDifference.ORDER_BY_RELATION,
            MongodbDifference.JSON_PARTS,
            MongodbDifference.NESTED_WRITES,
            MongodbDifference.REFERENTIAL_ACTIONS);

    private final Client client;
    private final boolean transactions;
    private final boolean counted;
    private final MongodbCases adapter;
    private final List<List<?>> seed = new ArrayList<>();
    private final Map<String, Integer> seeded;
    private final Map<String, String> skipped = new LinkedHashMap<>();

    /**
     * A case.
     *
     * @param steps call, arguments and perhaps expectation
     * @param commands how many it takes; negative if that is not said
     */
    record Case(String name, List<List<@Nullable Object>> steps, int commands) {
        /** As the suite's files have it. */
        List<Object> written() {
            List<Object> parts = new ArrayList<>(List.of(name));
            parts.addAll(steps);
            if (commands >= 0) {
                parts.add(commands);
            }
            return parts;
        }
    }

    /**
     * @param transactions whether the server has them
     * @param counted whether that takes as few commands as statements elsewhere
     */
    MongodbSuite(boolean transactions, boolean counted) throws IOException {
        this.client = new CodeGenerator().client(schema());
        this.transactions = transactions;
        this.counted = counted;
        this.adapter = new MongodbCases(client);
        for (Object step : parsed("seed.json")) {
            seed.add(adapter.adapted(ConformanceTest.list(step)));
        }
        this.seeded = adapter.numbers();
    }

    static Schema schema() throws IOException {
        SchemaResult result = SchemaCompiler.compile(
                List.of(new SourceFile("schema.flash", ConformanceTest.text("schema.mongodb.flash"))));
        assertThat(result.diagnostics()).isEmpty();
        return result.schema();
    }

    static boolean hasTransactions(MongoDatabase driver) {
        return driver.runCommand(new Document("isMaster", 1)).containsKey("setName");
    }

    /** The calls that make the documents that all cases begin with, but for {@link #PAIRS}. */
    List<List<?>> seed() {
        return seed;
    }

    /** What documents have of many-to-many relations: the collection, the field, and the others by their keys. */
    static final Map<String, Map<?, List<?>>> PAIRS = Map.of(
            "posts.tag_names", Map.of(1, List.of("java", "sql"), 3, List.of("java")),
            "tags.post_ids", Map.of("java", List.of(1, 3), "sql", List.of(1)));

    /** Names and reasons of the cases that were left out so far. */
    Map<String, String> skipped() {
        return skipped;
    }

    /** Uniques as the schema has them; a field without a value is not in them, as nulls are not on other databases. */
    void index(MongoDatabase driver) {
        for (ModelClient model : client.models()) {
            for (ModelClient.Constraint unique : model.constraints()) {
                Document keys = new Document();
                boolean isNullable = false;
                for (String field : unique.fields()) {
                    ColumnClient column = model.columns().stream()
                            .filter(candidate -> candidate.name().equals(field))
                            .findFirst()
                            .orElseThrow();
                    keys.append(column.databaseName(), 1);
                    isNullable |= column.isNullable();
                }
                if (!keys.containsKey("_id")) {
                    IndexOptions options =
                            new IndexOptions().unique(true).sparse(isNullable).name(unique.name());
                    driver.getCollection(model.databaseName()).createIndex(keys, options);
                }
            }
        }
    }

    List<Case> cases(String file) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Object item : parsed(file)) {
            List<?> parts = ConformanceTest.list(item);
            Object last = parts.get(parts.size() - 1);
            boolean counts = !(last instanceof List<?>);
            List<?> steps = parts.subList(1, parts.size() - (counts ? 1 : 0));
            List<MongodbDifference> differences = steps.stream()
                    .flatMap(step -> difference(ConformanceTest.list(step)).stream())
                    .toList();
            Optional<MongodbDifference> difference = differences.stream()
                    .filter(found -> !OVERCOME.contains(found))
                    .findFirst();
            String name = (String) parts.get(0);
            if (difference.isPresent()) {
                skipped.put(name, "MongoDB: " + difference.get().title());
                continue;
            }
            adapter.from(seeded);
            List<List<@Nullable Object>> adapted = new ArrayList<>();
            for (Object step : steps) {
                adapted.add(adapter.adapted(ConformanceTest.list(step)));
            }
            boolean isCounted = counts && (counted || differences.isEmpty());
            cases.add(new Case(name, adapted, isCounted ? commands(last, steps) : -1));
        }
        return cases;
    }

    private Optional<MongodbDifference> difference(List<?> step) {
        return MongodbDifference.of(
                client,
                (String) Objects.requireNonNull(step.get(0)),
                Objects.requireNonNull(step.get(1)),
                step.size() > 2 ? step.get(2) : null,
                transactions);
    }

    /** As many as a database with SQL needs, and one for each condition on related records or on their number. */
    private static int commands(Object statements, List<?> steps) {
        if (!(statements instanceof Number number)) {
            return statements instanceof Map<?, ?> byDatabase && byDatabase.get("mongodb") instanceof Number own
                    ? own.intValue()
                    : -1;
        }
        int related = 0;
        for (Object step : steps) {
            Object arguments = ConformanceTest.list(step).get(1);
            related += conditionsOnRelations(arguments);
            if (arguments instanceof Map<?, ?> map && map.get("where") instanceof Map<?, ?> where) {
                related += conditionsOnNumbers(where);
            }
            if (arguments instanceof Map<?, ?> map && map.get("take") instanceof Number take && take.intValue() == 0) {
                // Nobody needs to be asked.
                related--;
            }
        }
        return number.intValue() + related;
    }

    /** `{"_count": {"posts": {"gte": 1, "lt": 3}}}` are two. */
    private static int conditionsOnNumbers(Map<?, ?> where) {
        return where.get("_count") instanceof Map<?, ?> relations
                ? relations.values().stream()
                        .mapToInt(test -> test instanceof Map<?, ?> several ? several.size() : 1)
                        .sum()
                : 0;
    }

    private static int conditionsOnRelations(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().mapToInt(item -> conditionsOnRelations(item)).sum();
        }
        int related = 0;
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (List.of("some", "every", "none", "is", "isNot").contains(entry.getKey())) {
                    related++;
                }
                related += conditionsOnRelations(entry.getValue());
            }
        }
        return related;
    }

    private static List<?> parsed(String file) throws IOException {
        return ConformanceTest.list(Json.parse(ConformanceTest.text(file)).value());
    }
}
