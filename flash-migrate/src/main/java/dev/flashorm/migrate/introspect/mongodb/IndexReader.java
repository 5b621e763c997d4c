package dev.flashorm.migrate.introspect.mongodb;

import com.mongodb.client.MongoCollection;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.SqlExpression;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** The indexes of a collection, but for that of `_id`. */
final class IndexReader {
    /** What the language says, and what the server adds of itself. */
    private static final Set<String> KNOWN =
            Set.of("v", "key", "name", "ns", "unique", "sparse", "background", "partialFilterExpression");

    private static final Set<String> OF_TEXT =
            Set.of("weights", "default_language", "language_override", "textIndexVersion");

    private IndexReader() {}

    static List<TableIndex> read(MongoCollection<Document> collection) {
        List<TableIndex> indexes = new ArrayList<>();
        for (Document index : collection.listIndexes()) {
            Document key = index.get("key", new Document());
            if (!key.equals(new Document("_id", 1))) {
                indexes.add(index(index, key));
            }
        }
        indexes.sort((one, other) -> one.name().compareTo(other.name()));
        return indexes;
    }

    private static TableIndex index(Document index, Document key) {
        Optional<String> method = method(index, key);
        Document partial = index.get("partialFilterExpression", new Document());
        return new TableIndex(
                index.getString("name"),
                Boolean.TRUE.equals(index.get("unique")),
                false,
                method,
                parts(index, key),
                List.of(),
                partial.isEmpty() ? Optional.empty() : Optional.of(new SqlExpression(partial.toJson())),
                Boolean.TRUE.equals(index.get("sparse")) ? "sparse" : "",
                Optional.empty());
    }

    private static List<IndexPart> parts(Document index, Document key) {
        List<IndexPart> parts = new ArrayList<>();
        key.forEach((path, order) -> {
            if (path.equals("_fts") && index.get("weights") instanceof Document weights) {
                weights.keySet().forEach(field -> parts.add(IndexPart.column(field)));
            } else if (!path.equals("_ftsx")) {
                parts.add(new IndexPart(
                        Optional.of(path),
                        Optional.empty(),
                        order instanceof Number number && number.doubleValue() < 0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            }
        });
        return parts;
    }

    /** Empty for a B-tree without anything special; the language has a word for text, and for no other. */
    private static Optional<String> method(Document index, Document key) {
        for (Object order : key.values()) {
            if (order instanceof String kind) {
                return Optional.of(kind.equals("text") ? "FULLTEXT" : kind.toUpperCase(Locale.ROOT));
            }
        }
        return index.keySet().stream()
                .filter(option -> !KNOWN.contains(option) && !OF_TEXT.contains(option))
                .findFirst()
                .map(option -> option.toUpperCase(Locale.ROOT));
    }
}
