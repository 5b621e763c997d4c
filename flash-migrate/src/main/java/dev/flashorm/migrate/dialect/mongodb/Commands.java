package dev.flashorm.migrate.dialect.mongodb;

import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Database commands (manual, "Database Commands") as statements that mongosh runs, too. */
final class Commands {
    private Commands() {}

    static String create(Table table) {
        return run(validated(new Document("create", table.name().name()), table));
    }

    static String validate(Table table) {
        return run(validated(new Document("collMod", table.name().name()), table));
    }

    /** Documents that were invalid before may stay so: old data is no reason to refuse an unrelated change of it. */
    private static Document validated(Document command, Table table) {
        return command.append("validator", Validator.of(table)).append("validationLevel", "moderate");
    }

    static String drop(ObjectName collection) {
        return run(new Document("drop", collection.name()));
    }

    /** The command wants the database's name, which only the method of a collection knows. */
    static String rename(ObjectName before, ObjectName after) {
        return "db.getCollection(" + ExtendedJson.line(before.name()) + ").renameCollection("
                + ExtendedJson.line(after.name()) + ")";
    }

    static String createIndexes(ObjectName collection, List<TableIndex> indexes) {
        return run(new Document("createIndexes", collection.name())
                .append("indexes", indexes.stream().map(Commands::index).toList()));
    }

    private static Document index(TableIndex index) {
        Document key = new Document();
        for (IndexPart part : index.parts()) {
            String field = part.column().orElseThrow(() -> new IllegalStateException("an expression in " + index));
            key.append(field, index.method().isPresent() ? method(index.method().get()) : part.descending() ? -1 : 1);
        }
        Document document = new Document("key", key).append("name", index.name());
        return index.unique() ? document.append("unique", true) : document;
    }

    private static String method(String name) {
        return name.equals("FULLTEXT") ? "text" : name.toLowerCase(Locale.ROOT);
    }

    static String dropIndex(ObjectName collection, String index) {
        return run(new Document("dropIndexes", collection.name()).append("index", index));
    }

    static String renameField(ObjectName collection, String before, String after) {
        return update(
                collection,
                new Document(before, new Document("$exists", true)),
                new Document("$rename", new Document(before, after)));
    }

    static String removeField(ObjectName collection, String field) {
        return update(
                collection,
                new Document(field, new Document("$exists", true)),
                new Document("$unset", new Document(field, "")));
    }

    static String fillField(ObjectName collection, String field, @Nullable Object value) {
        return update(
                collection,
                new Document(field, new Document("$exists", false)),
                new Document("$set", new Document(field, value)));
    }

    /** Past the validator, which speaks of what the collection is after or was before the migration. */
    private static String update(ObjectName collection, Document query, Document change) {
        Document update = new Document("q", query).append("u", change).append("multi", true);
        return run(new Document("update", collection.name())
                .append("updates", List.of(update))
                .append("bypassDocumentValidation", true));
    }

    private static String run(Document command) {
        return "db.runCommand(" + ExtendedJson.lines(command) + ")";
    }
}
