package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.Table;
import java.util.List;

/**
 * The index that the server makes for a foreign key when no other begins with its columns. It has the key's name, and
 * stays when the key goes (section 15.1.20.5 of the manual).
 */
final class ImpliedIndexes {
    private ImpliedIndexes() {}

    /** The names of those that keys leave behind in a table. */
    static List<String> left(Change.AlterTable alter, List<ForeignKey> leaving, List<ForeignKey> coming) {
        return leaving.stream()
                .filter(key -> !isCovered(alter.before(), key.columns()))
                .filter(key -> coming.stream()
                        .noneMatch(other -> other.name().equals(key.name())
                                && other.columns().equals(key.columns())
                                && !isCovered(alter.after(), key.columns())))
                .flatMap(key -> key.name().stream())
                .toList();
    }

    /** Whether a key or index of the table begins with the columns. */
    static boolean isCovered(Table table, List<String> columns) {
        return table.primaryKey()
                        .filter(key -> startsWith(key.columns(), columns))
                        .isPresent()
                || table.indexes().stream()
                        .anyMatch(index -> index.parts().stream()
                                        .allMatch(part -> part.column().isPresent()
                                                && part.length().isEmpty())
                                && !index.method().orElse("").equals("FULLTEXT")
                                && startsWith(index.columns(), columns));
    }

    private static boolean startsWith(List<String> all, List<String> columns) {
        return all.size() >= columns.size() && all.subList(0, columns.size()).equals(columns);
    }
}
