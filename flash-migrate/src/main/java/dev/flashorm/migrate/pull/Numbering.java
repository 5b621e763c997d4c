package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the columns that the database numbers are numbered in the language, too. */
final class Numbering {
    private Numbering() {}

    /** Whether `autoincrement()` is allowed: MyISAM numbers the second column of a key as well, within the first. */
    static boolean canBeSaid(Provider provider, FieldTypes types, Table table, Column column) {
        return column.identity().isPresent()
                && (provider.has(Capability.AUTO_INCREMENT_NON_INDEXED)
                        || Stream.concat(
                                        table.primaryKey().map(PrimaryKey::parts).stream(),
                                        table.indexes().stream()
                                                .filter(index -> IndexWriter.canBeSaid(provider, types, table, index))
                                                .map(TableIndex::parts))
                                .map(parts -> parts.get(0))
                                .map(IndexPart::column)
                                .anyMatch(Optional.of(column.name())::equals));
    }
}
