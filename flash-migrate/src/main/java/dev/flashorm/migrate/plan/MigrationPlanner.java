package dev.flashorm.migrate.plan;

import dev.flashorm.migrate.dialect.Dialect;
import dev.flashorm.migrate.dialect.Dialects;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.Differ;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.map.DeclaredRenames;
import dev.flashorm.migrate.map.FormerNames;
import dev.flashorm.migrate.map.SchemaMapper;
import dev.flashorm.migrate.map.SchemaRenames;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.sql.ScriptSyntax;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The front door: from two schemas, or two databases, to a migration and the way back. Needs no database. */
public final class MigrationPlanner {
    private final Dialect dialect;
    private final SchemaMapper mapper;

    public MigrationPlanner(Dialect dialect) {
        this.dialect = dialect;
        mapper = new SchemaMapper(dialect.columns());
    }

    /**
     * The planner of a provider.
     *
     * @param provider a canonical name, as `postgresql`
     * @throws FailureException F5001 where that provider has no migrations in SQL
     */
    public static MigrationPlanner of(String provider) {
        return new MigrationPlanner(Dialects.byName(provider)
                .orElseThrow(() -> FailureException.failed(
                                "F5001", "there are no SQL migrations for the provider `" + provider + "`")
                        .build()));
    }

    /** How the files of its migrations are written. */
    public ScriptSyntax script() {
        return dialect.script();
    }

    /** What a database of this schema holds. */
    public DatabaseSchema map(Schema schema) {
        return mapper.map(schema);
    }

    /**
     * From one state of the schema to the next; renames are those that `after` declares.
     *
     * @param before null for an empty database
     */
    public MigrationPlan plan(@Nullable Schema before, Schema after) {
        return before == null
                ? plan(DatabaseSchema.empty(), map(after), Renames.none())
                : plan(map(before), map(after), renames(after, new FormerNames(before, after, SchemaRenames.none())));
    }

    /** Whether an enum is a type of the database, with a name of its own; elsewhere rows hold its values as text. */
    public boolean hasEnumTypes() {
        return dialect.columns().hasEnumTypes();
    }

    /** Whether a value of an enum can get another name. */
    public boolean renamesValues() {
        return hasEnumTypes() || dialect.columns().valueInRows("").isPresent();
    }

    /** Renames in names of the database. */
    public Renames renames(Schema after, FormerNames former) {
        return new DeclaredRenames(mapper, after, former).renames();
    }

    /** From one database to another. */
    public MigrationPlan plan(DatabaseSchema before, DatabaseSchema after, Renames renames) {
        List<Change> up = new Differ(renames).diff(before, after);
        List<Change> down = new Differ(renames.inverse()).diff(after, before);
        FindingCollector findings = new FindingCollector(dialect, up);
        return new MigrationPlan(
                up,
                dialect.write(before, after, up),
                dialect.write(after, before, down),
                findings.losses(),
                new FindingCollector(dialect, down).losses(),
                findings.hazards(),
                new DataCheckCollector(dialect, before, up).checks(),
                dialect.script());
    }
}
