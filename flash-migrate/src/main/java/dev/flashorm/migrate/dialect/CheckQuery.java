package dev.flashorm.migrate.dialect;

import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one statement that carries out a {@link DataCheck}. It gives no row when all is well; or else up to
 * {@link #SAMPLES} rows, each with the number of all rows that are wrong, followed by the sample.
 *
 * @param labels what the columns behind the number hold
 */
public record CheckQuery(String sql, List<String> labels) {
    /** How many rows are shown. */
    public static final int SAMPLES = 5;

    public CheckQuery {
        labels = List.copyOf(labels);
    }

    /** Empty where this database needs no such check, or has no way to say it. */
    public static Optional<CheckQuery> of(DataCheck check, CheckSyntax syntax) {
        Writer writer = new Writer(check.table(), syntax);
        if (check instanceof DataCheck.NoRows) {
            return syntax.fillsRequired() ? Optional.empty() : Optional.of(writer.rows("1 = 1", List.of()));
        }
        if (check instanceof DataCheck.NoNulls nulls) {
            return Optional.of(writer.rows(syntax.quote(nulls.column()) + " IS NULL", List.of()));
        }
        if (check instanceof DataCheck.NoDuplicates duplicates) {
            return Optional.of(writer.duplicates(duplicates));
        }
        if (check instanceof DataCheck.NoOrphans orphans) {
            return Optional.of(writer.orphans(orphans));
        }
        if (check instanceof DataCheck.Fits fits) {
            return syntax.misfit(fits.before(), fits.after())
                    .map(condition ->
                            writer.rows(condition, List.of(fits.before().name())));
        }
        if (check instanceof DataCheck.OnlyValues only) {
            return Optional.of(writer.rows(
                    syntax.isNone(only.column(), only.values()),
                    List.of(only.column().name())));
        }
        DataCheck.Holds holds = (DataCheck.Holds) check;
        return Optional.of(writer.rows("NOT (" + holds.check().expression() + ")", List.of()));
    }

    /** Writes the statement over one table. */
    private record Writer(Table table, CheckSyntax syntax) {
        CheckQuery rows(String condition, List<String> shown) {
            List<String> columns =
                    new ArrayList<>(table.primaryKey().map(PrimaryKey::columns).orElse(List.of()));
            shown.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
            String keys = columns.stream()
                    .map(column -> ", f." + syntax.quote(column))
                    .collect(Collectors.joining());
            return new CheckQuery(
                    "SELECT COUNT(*) OVER ()" + keys + " FROM " + syntax.quote(table.name()) + " f WHERE " + condition
                            + " LIMIT " + SAMPLES,
                    columns);
        }

        CheckQuery orphans(DataCheck.NoOrphans check) {
            List<String> columns = check.key().columns();
            List<String> conditions = new ArrayList<>();
            columns.forEach(column -> conditions.add("f." + syntax.quote(column) + " IS NOT NULL"));
            if (!check.targetIsNew()) {
                List<String> equal = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    equal.add("t." + syntax.quote(check.key().targetColumns().get(i)) + " = f."
                            + syntax.quote(columns.get(i)));
                }
                conditions.add("NOT EXISTS (SELECT 1 FROM "
                        + syntax.quote(check.key().target()) + " t WHERE " + String.join(" AND ", equal) + ")");
            }
            return rows(String.join(" AND ", conditions), columns);
        }

        CheckQuery duplicates(DataCheck.NoDuplicates check) {
            List<String> keys = new ArrayList<>();
            List<String> labels = new ArrayList<>();
            for (IndexPart part : check.index().parts()) {
                keys.add(syntax.uniqueKey(part));
                labels.add(part.column()
                        .orElseGet(() -> part.expression().orElseThrow().sql()));
            }
            List<String> conditions = new ArrayList<>();
            if (!syntax.nullsAreEqual(check.index())) {
                keys.forEach(key -> conditions.add(key + " IS NOT NULL"));
            }
            check.index().where().ifPresent(where -> conditions.add("(" + where + ")"));
            String list = String.join(", ", keys);
            labels.add("rows");
            return new CheckQuery(
                    "SELECT SUM(COUNT(*)) OVER (), " + list + ", COUNT(*) FROM " + syntax.quote(table.name())
                            + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                            + " GROUP BY " + list + " HAVING COUNT(*) > 1 LIMIT " + SAMPLES,
                    labels);
        }
    }
}
