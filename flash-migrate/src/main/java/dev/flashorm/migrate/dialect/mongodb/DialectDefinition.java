package dev.flashorm.migrate.dialect.mongodb;

import dev.flashorm.migrate.dialect.ColumnMapping;
import dev.flashorm.migrate.dialect.Conversion;
import dev.flashorm.migrate.dialect.Dialect;
import dev.flashorm.migrate.dialect.Step;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.sql.ScriptSyntax;
import java.util.List;

/** MongoDB. A table is a collection, a column a field that the collection's validator describes. */
public final class DialectDefinition implements Dialect {
    private final FieldTypes columns = new FieldTypes();

    @Override
    public String name() {
        return "mongodb";
    }

    /** Names of collections stand in strings. */
    @Override
    public String quote(ObjectName name) {
        return name.name();
    }

    @Override
    public Step drop(String kind, ObjectName name, String arguments) {
        return new Step("drop " + kind + " " + name, List.of(Commands.drop(name)), false);
    }

    @Override
    public ScriptSyntax script() {
        return ScriptSyntax.MONGOSH;
    }

    @Override
    public ColumnMapping columns() {
        return columns;
    }

    /** A validator speaks of documents that are written from then on; it changes none. */
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
        return new StepWriter(changes).write();
    }
}
