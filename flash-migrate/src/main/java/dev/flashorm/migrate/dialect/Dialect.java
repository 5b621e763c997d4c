package dev.flashorm.migrate.dialect;

import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.sql.ScriptSyntax;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One kind of database, as far as migrations are concerned. Implementations are stateless. */
public interface Dialect {
    /** The provider's canonical name: `postgresql`. */
    String name();

    /** A name as SQL has it, in quotes. */
    String quote(ObjectName name);

    /**
     * Takes away something that is no table.
     *
     * @param kind as the statement calls it: `materialized view`
     * @param arguments of a function, in parentheses; else empty
     */
    default Step drop(String kind, ObjectName name, String arguments) {
        return Step.of(
                "drop " + kind + " " + name + arguments,
                "DROP " + kind.toUpperCase(Locale.ROOT) + " " + quote(name) + arguments);
    }

    /** How the files of a migration are written. */
    default ScriptSyntax script() {
        return ScriptSyntax.SQL;
    }

    /** How the schema language is stored. */
    ColumnMapping columns();

    /** What becomes of the values of a column that changes as given. */
    Conversion conversion(Column before, Column after);

    /** Whether a foreign key over a column, at either end, stays in place while the column's type changes. */
    boolean foreignKeySurvives(Column before, Column after);

    /** Whether a computed column stays in place while the type of a column in its expression changes. */
    default boolean generatedColumnSurvives() {
        return true;
    }

    /**
     * Writes changes as SQL, in an order in which every statement finds what it needs.
     *
     * @param before the database that the steps run on
     * @param after the database that they lead to
     */
    List<Step> write(DatabaseSchema before, DatabaseSchema after, List<Change> changes);

    /** How the data that is there is checked before a migration; empty where it is not. */
    default Optional<CheckSyntax> dataChecks() {
        return Optional.empty();
    }
}
