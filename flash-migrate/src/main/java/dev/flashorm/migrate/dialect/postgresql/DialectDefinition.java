package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.dialect.CheckSyntax;
import dev.flashorm.migrate.dialect.ColumnMapping;
import dev.flashorm.migrate.dialect.Conversion;
import dev.flashorm.migrate.dialect.DependentChanges;
import dev.flashorm.migrate.dialect.Dialect;
import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ObjectName;
import java.util.List;
import java.util.Optional;

/** PostgreSQL. */
public final class DialectDefinition implements Dialect {
    private final ColumnTypes columns = new ColumnTypes();

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String quote(ObjectName name) {
        return Names.quote(name);
    }

    @Override
    public ColumnMapping columns() {
        return columns;
    }

    /** A computed column that gets another expression is made anew: nothing in it is anybody's. */
    @Override
    public Conversion conversion(Column before, Column after) {
        if (after.generated().isPresent() && !after.generated().equals(before.generated())) {
            return Conversion.NONE;
        }
        return TypeConversions.of(before.type(), after.type());
    }

    @Override
    public boolean foreignKeySurvives(Column before, Column after) {
        return TypeConversions.comparable(before.type(), after.type());
    }

    @Override
    public boolean generatedColumnSurvives() {
        return false;
    }

    @Override
    public List<Step> write(DatabaseSchema before, DatabaseSchema after, List<Change> changes) {
        List<Change> complete = new DependentChanges(this, after).complete(changes);
        return new StepWriter(before, after, complete).write().inOrder();
    }

    @Override
    public Optional<CheckSyntax> dataChecks() {
        return Optional.of(new DataChecks());
    }
}
