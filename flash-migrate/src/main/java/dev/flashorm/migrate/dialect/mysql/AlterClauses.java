package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.TableChange;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The clauses of a table's one ALTER. */
final class AlterClauses {
    private final Change.AlterTable alter;
    private final List<String> clauses = new ArrayList<>();

    AlterClauses(Change.AlterTable alter) {
        this.alter = alter;
    }

    /** @param impliedIndexes of foreign keys that were dropped before, by name */
    List<String> write(List<String> impliedIndexes) {
        impliedIndexes.forEach(name -> clauses.add("DROP INDEX " + Names.quote(name)));
        alter.of(TableChange.DropIndex.class)
                .forEach(drop ->
                        clauses.add("DROP INDEX " + Names.quote(drop.index().name())));
        alter.of(TableChange.DropCheck.class).stream()
                .map(TableChange.DropCheck::check)
                .filter(check -> !ColumnChecks.isOfColumn(check))
                .forEach(check -> check.name().ifPresent(name -> clauses.add("DROP CONSTRAINT " + Names.quote(name))));
        if (!alter.of(TableChange.DropPrimaryKey.class).isEmpty()) {
            clauses.add("DROP PRIMARY KEY");
        }
        alter.of(TableChange.DropColumn.class)
                .forEach(drop ->
                        clauses.add("DROP COLUMN " + Names.quote(drop.column().name())));
        alter.of(TableChange.SetTableOptions.class).forEach(this::setOptions);
        alter.of(TableChange.AlterColumn.class)
                .forEach(change ->
                        modify(change.after().withNullable(change.after().nullable() || change.fillsLater())));
        ColumnChecks.redefined(alter).forEach(this::modify);
        alter.of(TableChange.AddColumn.class)
                .forEach(add -> clauses.add(
                        "ADD COLUMN " + ColumnChecks.column(alter.after(), add.column()) + place(add.column())));
        alter.of(TableChange.AddPrimaryKey.class).forEach(add -> clauses.add("ADD " + Ddl.primaryKey(add.key())));
        alter.of(TableChange.RenameIndex.class).forEach(this::renameIndex);
        for (TableChange.SetIndexComment set : alter.of(TableChange.SetIndexComment.class)) {
            clauses.add("DROP INDEX " + Names.quote(set.index().name()));
            clauses.add("ADD " + Ddl.index(set.index()));
        }
        alter.of(TableChange.AddIndex.class).forEach(add -> clauses.add("ADD " + Ddl.index(add.index())));
        alter.of(TableChange.AddCheck.class).stream()
                .map(TableChange.AddCheck::check)
                .filter(check -> !ColumnChecks.isOfColumn(check))
                .forEach(check -> clauses.add("ADD " + Ddl.check(check)));
        alter.of(TableChange.SetTableComment.class)
                .forEach(set ->
                        clauses.add("COMMENT = " + Names.literal(set.comment().orElse(""))));
        return clauses;
    }

    private void renameIndex(TableChange.RenameIndex rename) {
        clauses.add("RENAME INDEX " + Names.quote(StepWriter.nameAside(rename)) + " TO "
                + Names.quote(rename.index().name()));
    }

    /** Where a new column stands in the schema, when that is not at the end. */
    private String place(Column column) {
        List<Column> columns = alter.after().columns();
        int index = columns.indexOf(column);
        boolean last = columns.subList(index, columns.size()).stream()
                .allMatch(later -> alter.of(TableChange.AddColumn.class).stream()
                        .anyMatch(add -> add.column().equals(later)));
        if (last) {
            return "";
        }
        return index == 0
                ? " FIRST"
                : " AFTER " + Names.quote(columns.get(index - 1).name());
    }

    private void setOptions(TableChange.SetTableOptions set) {
        new TreeMap<>(set.after()).forEach((key, value) -> {
            if (value.equals(set.before().get(key))) {
                return;
            }
            if (key.equals("collation")) {
                setCollation(value);
            } else {
                clauses.add(key + "=" + value);
            }
        });
        set.before().keySet().stream()
                .sorted()
                .filter(key -> !set.after().containsKey(key))
                .flatMap(key -> resetting(key).stream())
                .forEach(clauses::add);
    }

    /** CONVERT converts all columns, those with a collation of their own too: where there are some, each of the others is named. */
    private void setCollation(String collation) {
        List<Column> columns = alter.after().columns();
        if (columns.stream().noneMatch(column -> column.collation().isPresent())) {
            clauses.add(Ddl.convert(collation));
            return;
        }
        clauses.add(Ddl.options(Map.of("collation", collation)).strip());
        columns.stream()
                .filter(column -> column.collation().isEmpty() && hasCharacters(column.type()))
                .filter(column -> alter.before()
                        .column(column.name())
                        .filter(column::equals)
                        .isPresent())
                .forEach(this::modify);
    }

    private void modify(Column column) {
        clauses.add("MODIFY COLUMN " + ColumnChecks.column(alter.after(), column));
    }

    private static boolean hasCharacters(ColumnType type) {
        return TypeConversions.isText(type)
                || type.name().equals("ENUM")
                || type.name().equals("SET");
    }

    private static Optional<String> resetting(String option) {
        return switch (option) {
            case "ROW_FORMAT" -> Optional.of("ROW_FORMAT=DEFAULT");
            case "AVG_ROW_LENGTH", "KEY_BLOCK_SIZE", "MIN_ROWS", "MAX_ROWS" -> Optional.of(option + "=0");
            case "STATS_PERSISTENT", "STATS_AUTO_RECALC", "PACK_KEYS" -> Optional.of(option + "=DEFAULT");
            case "CHECKSUM", "DELAY_KEY_WRITE" -> Optional.of(option + "=0");
            default -> Optional.empty();
        };
    }
}
