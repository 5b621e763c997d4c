package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.dialect.CheckSyntax;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Conditions on the data that is there. */
final class DataChecks implements CheckSyntax {
    private static final Map<String, String> RANGES = Map.of(
            "SMALLINT", "-32768 AND 32767",
            "INTEGER", "-2147483648 AND 2147483647",
            "BIGINT", "-9223372036854775808 AND 9223372036854775807");

    @Override
    public String quote(String name) {
        return Names.quote(name);
    }

    @Override
    public String quote(ObjectName name) {
        return Names.quote(name);
    }

    @Override
    public boolean nullsAreEqual(TableIndex index) {
        return index.options().contains("NULLS NOT DISTINCT");
    }

    @Override
    public String uniqueKey(IndexPart part) {
        return part.column()
                .map(Names::quote)
                .orElseGet(() -> "(" + part.expression().orElseThrow() + ")");
    }

    /** What the assignment cast, or the cast through text, would refuse (see {@link TypeConversions}). */
    @Override
    public Optional<String> misfit(Column before, Column after) {
        ColumnType from = before.type();
        ColumnType to = after.type();
        String name = Names.quote(before.name());
        if (from.array() || to.array()) {
            return Optional.empty();
        }
        if (to.name().equals("VARCHAR") || to.name().equals("CHAR")) {
            // Blanks at the end are cut without an error.
            return Optional.of("char_length(rtrim(" + name + "::text, ' ')) > " + to.argument(0, 1));
        }
        boolean number = TypeConversions.isNumber(from);
        if (number && RANGES.containsKey(to.name())) {
            return Optional.of(name + " NOT BETWEEN " + RANGES.get(to.name()));
        }
        if (number && to.name().equals("DECIMAL") && !to.arguments().isEmpty()) {
            int scale = to.argument(1, 0);
            return Optional.of("abs(round(" + name + "::numeric, " + scale + ")) >= 1"
                    + "0".repeat(Math.max(0, to.argument(0, 0) - scale)));
        }
        return TypeConversions.isText(from) && to.enumName().isEmpty()
                ? Optional.of("NOT pg_input_is_valid(" + name + "::text, " + Names.literal(Ddl.type(to)) + ")")
                : Optional.empty();
    }

    @Override
    public String isNone(Column column, List<String> values) {
        String list = values.stream().map(Names::literal).collect(Collectors.joining(", "));
        String name = Names.quote(column.name());
        return column.type().array()
                ? "EXISTS (SELECT 1 FROM unnest(" + name + "::text[]) item WHERE item NOT IN (" + list + "))"
                : name + "::text NOT IN (" + list + ")";
    }
}
