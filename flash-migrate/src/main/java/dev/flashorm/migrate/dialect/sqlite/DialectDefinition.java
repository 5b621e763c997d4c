package dev.flashorm.migrate.dialect.sqlite;

import dev.flashorm.migrate.dialect.CheckSyntax;
import dev.flashorm.migrate.dialect.ColumnMapping;
import dev.flashorm.migrate.dialect.Conversion;
import dev.flashorm.migrate.dialect.Dialect;
import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ObjectName;
import java.util.List;
import java.util.Optional;

/** SQLite. */
public final class DialectDefinition implements Dialect {
    private final ColumnTypes columns = new ColumnTypes();

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String quote(ObjectName name) {
        return Names.quote(name);
    }

    @Override
    public ColumnMapping columns() {
        return columns;
    }

    /** A value keeps its own type whatever the column says (page "Datatypes In SQLite"); only STRICT tables object. */
    @Override
    public Conversion conversion(Column before, Column after) {
        return Conversion.SAFE;
    }

    @Override
    public boolean foreignKeySurvives(Column before, Column after) {
        return true;
    }

    @Override
    public List<Step> write(DatabaseSchema before, DatabaseSchema after, List<Change> changes) {
        return new StepWriter(before, changes).write();
    }

    @Override
    public Optional<CheckSyntax> dataChecks() {
        return Optional.of(new DataChecks());
    }
}
