package dev.flashorm.cli.command;

import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.pull.SchemaPull;
import dev.flashorm.migrate.pull.UnsaidDetails;
import dev.flashorm.migrate.scratch.ScratchDatabase;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * What the next migration starts from.
 *
 * @param schema the state after the newest migration; without models before the first one
 * @param database what a database in that state holds
 * @param text of that state; empty where no file holds it: in an empty folder, and after a migration of Prisma's
 * @param replayed whether it was found by running the folder's files, so that it has details which no schema can say
 */
record StartingPoint(Schema schema, DatabaseSchema database, Optional<String> text, boolean replayed) {
    private static final String NO_STATE = "F6062";

    static StartingPoint of(Invocation invocation, MigrationFolder folder, String provider, Schema now) {
        Optional<Migration> head = folder.head();
        Optional<SourceFile> state = folder.newestSchema();
        MigrationPlanner planner = MigrationPlanner.of(provider);
        if (state.isPresent()) {
            Schema schema = valid(state.get());
            return new StartingPoint(
                    schema, planner.map(schema), Optional.of(state.get().text()), false);
        }
        if (head.isPresent()) {
            return replay(invocation, folder, provider, now, head.get());
        }
        Schema nothing =
                SchemaCompiler.compile(List.of(new SourceFile("nothing", ""))).schema();
        return new StartingPoint(nothing, DatabaseSchema.empty(), Optional.empty(), false);
    }

    /** What the schema describes, with what this database has beyond the language. */
    DatabaseSchema goal(String provider, Schema after) {
        DatabaseSchema mapped = MigrationPlanner.of(provider).map(after);
        return replayed ? UnsaidDetails.of(provider).keep(database, mapped) : mapped;
    }

    private static Schema valid(SourceFile state) {
        SchemaResult result = SchemaCompiler.compile(List.of(state));
        if (!result.isValid()) {
            throw FailureException.failed(NO_STATE, "`" + state.path() + "` is no valid schema")
                    .at(result.diagnostics().get(0).span())
                    .note(result.diagnostics().get(0).message())
                    .help("it is a record of what the migration leads to; bring it back from version control")
                    .build();
        }
        return result.schema();
    }

    /** A folder of Prisma's records no states: where it leads to is seen by running it. */
    private static StartingPoint replay(
            Invocation invocation, MigrationFolder folder, String provider, Schema now, Migration head) {
        try (ScratchDatabase scratch = MigrationTarget.scratch(invocation, now)) {
            new MigrationExecutor(scratch.url(), folder, ExecutorOptions.defaults(invocation.version())).up();
            DatabaseSchema found = scratch.catalog(
                    IntrospectionScope.of(MigrationPlanner.of(provider).map(now).schemas()));
            String text = SchemaPull.of(provider).text(found, SchemaPull.ENVIRONMENT);
            Schema schema = SchemaCompiler.compile(List.of(new SourceFile("pulled", text)))
                    .schema();
            return new StartingPoint(schema, found, Optional.empty(), true);
        } catch (FailureException e) {
            FailureException.Builder failure = noState(head).note(e.code() + ": " + e.getMessage());
            e.notes().forEach(failure::note);
            e.help().forEach(failure::help);
            throw failure.cause(e).build();
        }
    }

    private static FailureException.Builder noState(Migration head) {
        return FailureException.failed(
                        NO_STATE,
                        "`" + head.display() + "` does not say which schema it leads to, and running it failed")
                .note("the migrations so far have to be run in a scratch database to see where they lead to");
    }
}
