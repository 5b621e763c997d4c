package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.config.Setting;
import dev.flashorm.cli.usage.GlobalParameters;
import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.migrate.folder.MigrationFolder;
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
        Schema schema = SchemaCompiler.compile(project.readSchema()).schema();
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
}
