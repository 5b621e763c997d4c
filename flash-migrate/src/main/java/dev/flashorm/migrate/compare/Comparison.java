package dev.flashorm.migrate.compare;

import dev.flashorm.migrate.compare.DatabaseState.Described;
import dev.flashorm.migrate.compare.DatabaseState.Found;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.diff.SampledFields;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.pull.UnsaidDetails;
import java.util.List;

/**
 * What leads from one state to another. Where a schema meets a database, what the schema language cannot say is taken over
 * from the database, so that it is no difference.
 *
 * @param kept what lies beside the schema in a database and stays as it is, one each, for people
 */
public record Comparison(MigrationPlan plan, List<String> kept) {
    public Comparison {
        kept = List.copyOf(kept);
    }

    /**
     * Compares two states of the same kind of database.
     *
     * @param provider a canonical name
     * @throws dev.flashorm.schema.diagnostic.FailureException F5001 where that provider has no migrations in SQL
     */
    public static Comparison of(String provider, DatabaseState from, DatabaseState to) {
        MigrationPlanner planner = MigrationPlanner.of(provider);
        if (from instanceof Described before && to instanceof Described after) {
            return new Comparison(planner.plan(before.schema(), after.schema()), List.of());
        }
        if (from instanceof Found before && to instanceof Described after) {
            DatabaseSchema mapped = planner.map(after.schema());
            DatabaseSchema complete = UnsaidDetails.of(provider).keep(before.database(), mapped);
            return new Comparison(
                    planner.plan(before.database(), complete, Renames.none()),
                    KeptObjects.of(before.database(), mapped, complete));
        }
        if (from instanceof Described before && to instanceof Found after) {
            DatabaseSchema mapped = planner.map(before.schema());
            DatabaseSchema complete = UnsaidDetails.of(provider).keep(after.database(), mapped);
            return new Comparison(
                    planner.plan(complete, after.database(), Renames.none()),
                    KeptObjects.of(after.database(), mapped, complete));
        }
        DatabaseSchema before = database(planner, from);
        DatabaseSchema after = database(planner, to);
        return new Comparison(planner.plan(before, after, Renames.none()), KeptObjects.besideTables(before));
    }

    /**
     * What was found, ready to be compared with what it should be: fields that nobody declares are as they are expected.
     *
     * @see SampledFields
     */
    public static DatabaseState declared(String provider, DatabaseSchema found, DatabaseState expected) {
        return new Found(SampledFields.agree(found, database(MigrationPlanner.of(provider), expected)));
    }

    private static DatabaseSchema database(MigrationPlanner planner, DatabaseState state) {
        if (state instanceof Found found) {
            return found.database();
        }
        return state instanceof Described described ? planner.map(described.schema()) : DatabaseSchema.empty();
    }
}
