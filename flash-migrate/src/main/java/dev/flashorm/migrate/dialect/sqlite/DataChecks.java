package dev.flashorm.migrate.dialect.sqlite;

import dev.flashorm.migrate.dialect.CheckSyntax;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.IndexPart;
import dev.flashorm.migrate.physical.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Conditions on the data that is there. */
final class DataChecks implements CheckSyntax {
    @Override
    public String quote(String name) {
        return Names.quote(name);
    }

    @Override
    public String quote(ObjectName name) {
        return Names.quote(name);
    }

    @Override
    public String uniqueKey(IndexPart part) {
        return part.column()
                        .map(Names::quote)
                        .orElseGet(() -> "(" + part.expression().orElseThrow() + ")")
                + part.collation().map(collation -> " COLLATE " + collation).orElse("");
    }

    /** A column takes any value: its type is only preferred (page "Datatypes In SQLite", section 3). */
    @Override
    public Optional<String> misfit(Column before, Column after) {
        return Optional.empty();
    }

    @Override
    public String isNone(Column column, List<String> values) {
        return Names.quote(column.name()) + " NOT IN ("
                + values.stream().map(Names::literal).collect(Collectors.joining(", ")) + ")";
    }
}
