package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.config.Setting;
import dev.flashorm.cli.usage.GlobalParameters;
import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.scratch.ScratchDatabase;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.Schema;
import java.nio.file.Path;
import java.util.Optional;

/** The database and the migration folder that `up`, `down` and `status` work on. */
record MigrationTarget(DatabaseUrl url, MigrationFolder folder) {
    private static final String OTHER_PROVIDER = "F6063";

    static MigrationTarget of(Invocation invocation) {
        Project project = invocation.project();
        // What is wrong in the models is no reason not to run files that were written before.
        return of(invocation, SchemaCompiler.compile(project.readSchema()).schema());
    }

    /** @param schema of the project, linked */
    static MigrationTarget of(Invocation invocation, Schema schema) {
        Project project = invocation.project();
        Setting setting = project.databaseUrl(schema);
        invocation.console().redaction().know(setting.value());
        boolean typed = setting.origin().equals(GlobalParameters.URL.name());
        Path base = typed ? project.workingDirectory() : project.schemaFolder();
        DatabaseUrl url = DatabaseUrl.parse(setting.value(), base);
        Optional<String> provider = schema.datasource().map(Datasource::provider);
        if (provider.isPresent() && !provider.get().equals(url.provider())) {
            throw FailureException.of(
                            FailureException.Kind.USAGE,
                            OTHER_PROVIDER,
                            "the schema is for " + provider.get() + ", but the database is " + url.provider())
                    .note("the database's address comes from " + setting.origin())
                    .build();
        }
        return new MigrationTarget(
                url,
                MigrationFolder.open(
                        project.migrationsPath(), project.migrations().value()));
    }

    MigrationExecutor executor(ExecutorOptions options) {
        return new MigrationExecutor(url, folder, options);
    }

    /**
     * An empty database of the same kind to try something out in.
     *
     * @throws FailureException when none can be had
     */
    static ScratchDatabase scratch(Invocation invocation, Schema schema) {
        Project project = invocation.project();
        Optional<Setting> shadow = project.shadowDatabaseUrl(schema);
        shadow.ifPresent(setting -> invocation.console().redaction().know(setting.value()));
        Optional<DatabaseUrl> shadowUrl =
                shadow.map(setting -> DatabaseUrl.parse(setting.value(), project.schemaFolder()));
        boolean file = schema.datasource().map(Datasource::provider).equals(Optional.of("sqlite"));
        DatabaseUrl beside = file
                ? DatabaseUrl.parse("file:scratch", project.schemaFolder())
                : shadowUrl.orElseGet(() -> of(invocation, schema).url());
        return ScratchDatabase.open(beside, shadowUrl);
    }
}
