package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.config.Setting;
import dev.flashorm.cli.config.TextFiles;
import dev.flashorm.cli.usage.GlobalParameters;
import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.pull.SchemaPull;
import dev.flashorm.schema.diagnostic.FailureException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The database of a schema that is not there yet.
 *
 * @param expression what its datasource block says: a file's name, and never a password
 */
record NewSchemaUrl(DatabaseUrl url, String expression) {
    private static final String NO_DATABASE = "F6086";
    private static final String VARIABLE = "DATABASE_URL";

    /** @throws FailureException when nobody says which database */
    static NewSchemaUrl of(Invocation invocation, Project project) {
        Optional<Setting> variable = project.variables().get(VARIABLE);
        Setting setting = project.url()
                .or(() -> variable)
                .orElseThrow(() -> FailureException.of(
                                FailureException.Kind.USAGE,
                                NO_DATABASE,
                                "there is no schema here, and nothing says which database to read")
                        .help("give it with `--url`, or as `" + VARIABLE + "`")
                        .next("flash pull --url file:dev.db")
                        .build());
        invocation.console().redaction().know(setting.value());
        boolean typed = setting.origin().equals(GlobalParameters.URL.name());
        DatabaseUrl url =
                DatabaseUrl.parse(setting.value(), typed ? project.workingDirectory() : project.schemaFolder());
        boolean file = url.provider().equals("sqlite") && project.url().isPresent();
        Path base = typed ? project.workingDirectory() : project.schemaFolder();
        return new NewSchemaUrl(
                url,
                file
                        ? "\"file:" + TextFiles.display(base.resolve(url.place()), project.schemaFolder()) + "\""
                        : SchemaPull.ENVIRONMENT);
    }
}
