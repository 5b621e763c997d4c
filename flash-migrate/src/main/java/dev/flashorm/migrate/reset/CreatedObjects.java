package dev.flashorm.migrate.reset;

import dev.flashorm.migrate.engine.CreatedObject;
import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.sql.SqlFile;
import java.util.ArrayList;
import java.util.List;

/** What the statements of a migration folder make by name, hand-written ones included. */
final class CreatedObjects {
    private final List<CreatedObject> created = new ArrayList<>();

    private CreatedObjects() {}

    /** @throws dev.flashorm.schema.diagnostic.FailureException F5301, when a file cannot be cut into statements */
    static CreatedObjects of(MigrationFolder folder, DatabaseEngine engine) {
        CreatedObjects objects = new CreatedObjects();
        for (Migration migration : folder.migrations()) {
            objects.created.addAll(engine.creations(SqlFile.parse(migration.up(), engine.lexicon())));
        }
        return objects;
    }

    /** Whether one was made of this kind, in upper case, and name. */
    boolean made(String kind, ObjectName name) {
        return created.stream().anyMatch(one -> one.is(kind, name));
    }

    /** Its place in the order of making; the newest, when it was made more than once. */
    int order(String kind, ObjectName name) {
        for (int i = created.size() - 1; i >= 0; i--) {
            if (created.get(i).is(kind, name)) {
                return i;
            }
        }
        return -1;
    }
}
