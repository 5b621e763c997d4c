package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.Extension;
import dev.flashorm.migrate.physical.ForeignKey;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.provider.Providers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a schema file cannot say is left as the database has it: comments, collations, storage options, deferred keys, the
 * length of a SQLite type, kinds of index without a name in the language, views, sequences. Whoever compares a database with a
 * schema completes the schema's side first, so that a diff never takes away what nobody could have written down.
 */
public final class UnsaidDetails {
    private final Provider provider;
    private final FieldTypes types;
    private final UnsaidColumns columns;

    private UnsaidDetails(Provider provider, FieldTypes types) {
        this.provider = provider;
        this.types = types;
        columns = new UnsaidColumns(provider, types);
    }

    /**
     * For a provider with a catalog.
     *
     * @param provider a canonical name
     */
    public static UnsaidDetails of(String provider) {
        Provider found = Providers.byName(provider).orElseThrow(() -> new IllegalArgumentException(provider));
        return new UnsaidDetails(found, SchemaPull.fieldTypes(provider));
    }

    /**
     * The schema's side with the database's unsaid details.
     *
     * @param database as introspected
     * @param mapped as a schema file describes it
     */
    public DatabaseSchema keep(DatabaseSchema database, DatabaseSchema mapped) {
        List<Table> tables = new ArrayList<>();
        for (Table table : mapped.tables()) {
            tables.add(database.table(table.name())
                    .map(before -> table(database, before, table))
                    .orElse(table));
        }
        List<DatabaseEnum> enums = new ArrayList<>();
        for (DatabaseEnum type : mapped.enums()) {
            enums.add(database.enumType(type.name())
                    .map(before -> new DatabaseEnum(type.name(), type.values(), before.comment()))
                    .orElse(type));
        }
        database.enums().stream()
                .filter(type -> !PulledEnum.canBeSaid(type)
                        && mapped.enumType(type.name()).isEmpty())
                .forEach(enums::add);
        Set<String> schemas = new LinkedHashSet<>(database.schemas());
        schemas.addAll(mapped.schemas());
        return new DatabaseSchema(
                List.copyOf(schemas),
                extensions(database, mapped),
                enums,
                database.sequences(),
                tables,
                database.views(),
                database.unmanaged());
    }

    /** Nobody has to list the extensions that are there. */
    private static List<Extension> extensions(DatabaseSchema database, DatabaseSchema mapped) {
        List<Extension> all = new ArrayList<>(mapped.extensions());
        database.extensions().stream()
                .filter(extension -> mapped.extensions().stream()
                        .noneMatch(known -> known.name().equals(extension.name())))
                .forEach(all::add);
        return all;
    }

    private Table table(DatabaseSchema database, Table before, Table after) {
        Optional<PrimaryKey> key = after.primaryKey()
                .map(now -> before.primaryKey()
                        .filter(old -> old.columns().equals(now.columns()))
                        .map(old -> key(old, now))
                        .orElse(now))
                .or(() -> before.primaryKey().filter(old -> !IndexWriter.canBeSaid(before, old)));
        List<TableIndex> indexes = indexes(before, after);
        if (isJoinTable(database, before, after)) {
            key = before.primaryKey();
            indexes = before.indexes();
        }
        return new Table(
                after.name(),
                columns.keep(before, after),
                key,
                indexes,
                foreignKeys(database, before, after),
                checks(before, after),
                before.comment(),
                before.options());
    }

    /** The tables of many-to-many relations have had several shapes, which serve alike. */
    private static boolean isJoinTable(DatabaseSchema database, Table before, Table after) {
        return JoinTable.of(database, before).isPresent()
                && after.columns().stream()
                        .map(column -> column.name())
                        .toList()
                        .equals(List.of("A", "B"));
    }

    private static PrimaryKey key(PrimaryKey before, PrimaryKey after) {
        return new PrimaryKey(
                after.name().isPresent() ? after.name() : before.name(),
                before.parts(),
                before.options(),
                before.comment());
    }

    private List<TableIndex> indexes(Table before, Table after) {
        List<TableIndex> kept = new ArrayList<>();
        for (TableIndex index : after.indexes()) {
            kept.add(before.indexes().stream()
                    .filter(old -> (IndexWriter.isUnnamed(old) || old.name().equals(index.name()))
                            && said(old).equals(said(index)))
                    .findFirst()
                    .orElse(index));
        }
        before.indexes().stream()
                .filter(index -> !IndexWriter.canBeSaid(provider, types, before, index))
                .forEach(kept::add);
        return kept;
    }

    /** The part of an index that the language has words for; the name is compared apart. */
    private static TableIndex said(TableIndex index) {
        return new TableIndex(
                "",
                index.unique(),
                false,
                index.method(),
                index.parts().stream()
                        .map(part -> new IndexPart(
                                part.column(),
                                part.expression(),
                                part.descending(),
                                Optional.empty(),
                                part.operatorClass(),
                                part.length(),
                                Optional.empty()))
                        .toList(),
                List.of(),
                index.where(),
                "",
                Optional.empty());
    }

    private List<ForeignKey> foreignKeys(DatabaseSchema database, Table before, Table after) {
        List<ForeignKey> kept = new ArrayList<>();
        List<ForeignKey> left = new ArrayList<>(before.foreignKeys());
        for (ForeignKey key : after.foreignKeys()) {
            Optional<ForeignKey> old = left.stream()
                    .filter(candidate -> said(candidate).equals(said(key))
                            && (candidate.name().isEmpty() || candidate.name().equals(key.name())))
                    .findFirst();
            old.ifPresent(left::remove);
            kept.add(old.orElse(key));
        }
        left.stream()
                .filter(key -> !ForeignKeys.canBeSaid(types, database, before, key))
                .forEach(kept::add);
        return kept;
    }

    private static ForeignKey said(ForeignKey key) {
        return new ForeignKey(
                Optional.empty(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                key.onDelete(),
                key.onUpdate(),
                "",
                Optional.empty());
    }

    private static List<Check> checks(Table before, Table after) {
        List<Check> kept = new ArrayList<>();
        for (Check check : after.checks()) {
            kept.add(before.checks().stream()
                    .filter(old -> old.expression().equals(check.expression())
                            && (old.name().isEmpty() || old.name().equals(check.name())))
                    .findFirst()
                    .orElse(check));
        }
        return kept;
    }
}
