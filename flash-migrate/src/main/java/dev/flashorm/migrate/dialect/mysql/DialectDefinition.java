package dev.flashorm.migrate.dialect.mysql;

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

/** MySQL and MariaDB. */
public final class DialectDefinition implements Dialect {
    private final ColumnTypes columns = new ColumnTypes();

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public String quote(ObjectName name) {
        return Names.quote(name);
    }

    @Override
    public ColumnMapping columns() {
        return columns;
    }

    /** A column cannot become a computed one, nor change between stored and virtual, in place. */
    @Override
    public Conversion conversion(Column before, Column after) {
        boolean computedAnew =
                after.generated().isPresent() && !after.generated().equals(before.generated());
        boolean noLongerVirtual = after.generated().isEmpty()
                && before.generated().filter(generated -> !generated.stored()).isPresent();
        if (computedAnew || noLongerVirtual) {
            return Conversion.NONE;
        }
        return TypeConversions.of(before.type(), after.type());
    }

    /** The server refuses to change the type of a column that a foreign key uses. */
    @Override
    public boolean foreignKeySurvives(Column before, Column after) {
        return before.type().equals(after.type()) && before.collation().equals(after.collation());
    }

    @Override
    public List<Step> write(DatabaseSchema before, DatabaseSchema after, List<Change> changes) {
        List<Change> complete =
                new SupportingIndexes(after).complete(new DependentChanges(this, after).complete(changes));
        return new StepWriter(complete).write().inOrder();
    }

    @Override
    public Optional<CheckSyntax> dataChecks() {
        return Optional.of(new DataChecks());
    }
}
