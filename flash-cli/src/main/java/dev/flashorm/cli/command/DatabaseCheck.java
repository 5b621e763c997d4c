package dev.flashorm.cli.command;

import dev.flashorm.migrate.compare.Comparison;
import dev.flashorm.migrate.compare.DatabaseReader;
import dev.flashorm.migrate.compare.DatabaseState;
import dev.flashorm.migrate.diff.Change;
import dev.flashorm.migrate.diff.Differ;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.diff.SampledFields;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.migrate.execute.MigrationStatus;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.scratch.ScratchDatabase;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** The parts of `flash check` that need the database: what is pending, and what has drifted. */
final class DatabaseCheck {
    private static final String NO_STATE = "F6062";

    private final Invocation invocation;
    private final Schema schema;
    private final MigrationTarget target;

    private DatabaseCheck(Invocation invocation, Schema schema, MigrationTarget target) {
        this.invocation = invocation;
        this.schema = schema;
        this.target = target;
    }

    /** Both parts; where the database can't be had, they say so. */
    static List<CheckPart> of(Invocation invocation, Schema schema, List<SourceFile> files, MigrationFolder folder) {
        try {
            MigrationTarget target = MigrationTarget.of(invocation, schema);
            MigrationStatus status = target.executor(ExecutorOptions.defaults(invocation.version()))
                    .status();
            DatabaseCheck check = new DatabaseCheck(invocation, schema, target);
            return List.of(
                    CheckPart.of("pending", CheckFindings.pending(folder, status, files.get(0))),
                    CheckPart.attempt("drift", () -> CheckFindings.drift(schema, check.drift(status), files.get(0))));
        } catch (FailureException e) {
            String reason = CheckCommand.reason(e);
            return List.of(CheckPart.notChecked("pending", reason), CheckPart.notChecked("drift", reason));
        }
    }

    /** What leads from the state after the last applied migration to what the database holds. */
    private List<Change> drift(MigrationStatus status) {
        boolean half = status.entries().stream()
                .anyMatch(entry -> entry.state() == MigrationStatus.State.PARTLY_APPLIED
                        || entry.state() == MigrationStatus.State.PARTLY_REVERTED);
        if (half) {
            throw FailureException.failed(NO_STATE, "a migration is half on its way")
                    .build();
        }
        List<String> schemas = schema.datasource().map(Datasource::schemas).orElse(List.of());
        DatabaseSchema found = DatabaseReader.read(target.url(), schemas);
        Optional<Migration> last = last(status);
        if (last.isEmpty()) {
            return target.folder().isEmpty()
                    ? changes(new DatabaseState.Described(schema), found)
                    : changes(new DatabaseState.Empty(), found);
        }
        Optional<SourceFile> state = last.get().state();
        List<Change> changes = state.map(text -> changes(
                        new DatabaseState.Described(
                                SchemaCompiler.compile(List.of(text)).schema()),
                        found))
                .orElse(List.of());
        return state.isPresent() && changes.isEmpty()
                ? changes
                : replayed(last.get(), found, state.isPresent(), changes);
    }

    private Optional<Migration> last(MigrationStatus status) {
        Optional<Migration> last = Optional.empty();
        for (MigrationStatus.Entry entry : status.entries()) {
            if (entry.state() == MigrationStatus.State.APPLIED) {
                last = target.folder().find(entry.id()).or(() -> target.folder().find(entry.name()));
            }
        }
        return last;
    }

    private List<Change> changes(DatabaseState expected, DatabaseSchema found) {
        String provider = target.url().provider();
        Comparison comparison = Comparison.of(provider, expected, Comparison.declared(provider, found, expected));
        return comparison.plan().isEmpty() ? List.of() : comparison.plan().changes();
    }

    /**
     * SQL that was written by hand makes what no schema says: whether that is all is seen by running the migrations.
     *
     * @param known whether a state was compared already, with the changes as its result
     */
    private List<Change> replayed(Migration last, DatabaseSchema found, boolean known, List<Change> changes) {
        try (ScratchDatabase scratch = MigrationTarget.scratch(invocation, schema)) {
            new MigrationExecutor(scratch.url(), target.folder(), ExecutorOptions.defaults(invocation.version()))
                    .up(Optional.of(last.id()));
            DatabaseSchema expected = scratch.catalog(IntrospectionScope.of(found.schemas()));
            return new Differ(Renames.none()).diff(expected, SampledFields.agree(found, expected));
        } catch (FailureException e) {
            if (known) {
                return changes;
            }
            throw e;
        }
    }
}
