package dev.flashorm.migrate.dialect.mysql;

import dev.flashorm.migrate.dialect.CheckSyntax;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Conditions on the data that is there. The server compares texts, by the collation of their columns. */
final class DataChecks implements CheckSyntax {
    private static final Map<String, Integer> BITS =
            Map.of("TINYINT", 8, "SMALLINT", 16, "MEDIUMINT", 24, "INTEGER", 32, "BIGINT", 64);

    @Override
    public String quote(String name) {
        return Names.quote(name);
    }

    @Override
    public String quote(ObjectName name) {
        return Names.quote(name);
    }

    /** With '', 0 or the like. */
    @Override
    public boolean fillsRequired() {
        return true;
    }

    @Override
    public String uniqueKey(IndexPart part) {
        String key = part.column()
                .map(Names::quote)
                .orElseGet(() -> "(" + part.expression().orElseThrow() + ")");
        return part.length().map(length -> "LEFT(" + key + ", " + length + ")").orElse(key);
    }

    /** What strict mode refuses. */
    @Override
    public Optional<String> misfit(Column before, Column after) {
        ColumnType from = before.type();
        ColumnType to = after.type();
        String name = Names.quote(before.name());
        if (to.name().equals("VARCHAR") || to.name().equals("CHAR")) {
            return Optional.of("CHAR_LENGTH(" + name + ") > " + to.argument(0, 1));
        }
        if (to.name().equals("ENUM") && (from.name().equals("ENUM") || TypeConversions.isText(from))) {
            return Optional.of(name + " NOT IN (" + String.join(", ", to.arguments()) + ")");
        }
        if (!TypeConversions.isNumber(from)) {
            return Optional.empty();
        }
        if (to.name().equals("DECIMAL")) {
            int scale = to.argument(1, 0);
            return Optional.of("ABS(ROUND(" + name + ", " + scale + ")) >= 1"
                    + "0".repeat(Math.max(0, to.argument(0, 10) - scale)));
        }
        return Optional.ofNullable(BITS.get(to.name()))
                .map(bits -> name + " NOT BETWEEN " + range(bits, to.modifier().startsWith("UNSIGNED")));
    }

    private static String range(int bits, boolean unsigned) {
        BigInteger size = BigInteger.TWO.pow(unsigned ? bits : bits - 1);
        return (unsigned ? "0" : size.negate()) + " AND " + size.subtract(BigInteger.ONE);
    }

    @Override
    public String isNone(Column column, List<String> values) {
        return Names.quote(column.name()) + " NOT IN ("
                + values.stream().map(Names::literal).collect(Collectors.joining(", ")) + ")";
    }
}
