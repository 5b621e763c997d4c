package dev.flashorm.cli.command;

import dev.flashorm.cli.config.Project;
import dev.flashorm.cli.output.Console;
import dev.flashorm.cli.output.JsonObject;
import dev.flashorm.cli.usage.Parameter;
import dev.flashorm.cli.usage.Usage;
import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.MigrationExecutor;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.folder.MigrationSquash;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.plan.PlanVerifier;
import dev.flashorm.migrate.scratch.FolderVerifier;
import dev.flashorm.migrate.scratch.FolderVerifier.Flaw;
import dev.flashorm.migrate.scratch.ScratchDatabase;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** `flash migrate squash`: several migrations become one. */
public final class MigrateSquashCommand implements Command {
    private static final String NO_NAME = "F6060";
    private static final String NOT_THE_SAME = "F6107";

    private static final Parameter.Argument NAME =
            new Parameter.Argument("NAME", "what the new one does, in a few words", Parameter.Argument.Arity.OPTIONAL);
    private static final Parameter.Option FROM =
            new Parameter.Option("--from", "MIGRATION", "the first one to go", "the folder's first");
    private static final Parameter.Option TO =
            new Parameter.Option("--to", "MIGRATION", "the last one to go", "the newest");

    @Override
    public Usage usage() {
        return new Usage(
                "Puts several migrations together into one with the same statements and the same end. A database that has"
                        + " all of them is taken to have the new one.",
                List.of(NAME, FROM, TO, SharedParameters.DRY_RUN),
                List.of(),
                List.of(
                        new Usage.Example("flash migrate squash \"first year\"", "all of them"),
                        new Usage.Example(
                                "flash migrate squash \"first year\" --to add_tags --dry-run", "say which would go")));
    }

    @Override
    public Outcome run(Invocation invocation) throws IOException {
        String name = invocation.arguments().positional().orElse("").strip();
        if (name.isEmpty()) {
            throw FailureException.of(FailureException.Kind.USAGE, NO_NAME, "a migration needs a name")
                    .next("flash migrate squash \"what they do together\"")
                    .build();
        }
        Project project = invocation.project();
        MigrationFolder folder = MigrationFolder.open(
                project.migrationsPath(), project.migrations().value());
        Optional<String> from = invocation.arguments().value(FROM);
        Optional<String> to = invocation.arguments().value(TO);
        MigrationSquash squash = MigrationSquash.of(folder, from, to);
        Console console = invocation.console();
        if (invocation.arguments().has(SharedParameters.DRY_RUN)) {
            squash.range().forEach(migration -> console.print("would go: " + migration.display()));
            return outcome(squash, null, null);
        }
        Schema schema = SchemaCompiler.compile(project.readSchema()).schema();
        Optional<String> untried = tryOut(invocation, schema, folder, squash, name);
        MigrationFolder written = squash.write(name, Clock.systemUTC());
        Migration made = written.migrations().stream()
                .filter(migration ->
                        migration.replaces().contains(squash.range().get(0).id()))
                .findFirst()
                .orElseThrow();
        squash.range().forEach(migration -> console.print("gone: " + migration.display()));
        console.print("wrote " + made.display() + "/ in their place");
        untried.ifPresent(reason -> console.alert("warning: not verified: " + reason));
        console.tell("next: flash status; a database that lacks some of them needs the folder as it was before");
        return outcome(
                squash,
                made,
                untried.map(reason -> "not verified: " + reason)
                        .orElse("verified in a scratch database: the same catalog, up, down and up again"));
    }

    /**
     * Squashes a copy and replays it.
     *
     * @return why it could not be tried; empty when it holds
     * @throws FailureException F6107, when it does not hold; nothing was changed
     */
    private static Optional<String> tryOut(
            Invocation invocation, Schema schema, MigrationFolder folder, MigrationSquash squash, String name)
            throws IOException {
        Path copy = Files.createTempDirectory("flash-squash");
        try {
            copy(folder.path(), copy);
            MigrationFolder copied = MigrationFolder.open(copy, folder.display());
            String last = squash.range().get(squash.range().size() - 1).id();
            MigrationFolder squashed = MigrationSquash.of(
                            copied, Optional.of(squash.range().get(0).id()), Optional.of(last))
                    .write(name, Clock.systemUTC());
            IntrospectionScope scope = schema.datasource()
                    .map(datasource -> IntrospectionScope.of(MigrationPlanner.of(datasource.provider())
                            .map(schema)
                            .schemas()))
                    .orElse(IntrospectionScope.defaultSchema());
            ExecutorOptions options = ExecutorOptions.defaults(invocation.version());
            DatabaseSchema goal;
            try (ScratchDatabase scratch = MigrationTarget.scratch(invocation, schema)) {
                new MigrationExecutor(scratch.url(), folder, options).up();
                goal = scratch.catalog(scope);
            }
            try (ScratchDatabase scratch = MigrationTarget.scratch(invocation, schema)) {
                FolderVerifier verifier = new FolderVerifier(squashed, scratch, scope, options);
                List<Flaw> flaws = verifier.verify();
                List<String> differences = PlanVerifier.differences(goal, scratch.catalog(scope));
                if (!flaws.isEmpty() || !differences.isEmpty()) {
                    FailureException.Builder failure = FailureException.failed(
                            NOT_THE_SAME, "together they are not what they are one by one; nothing was changed");
                    flaws.forEach(flaw -> failure.note(flaw.message()));
                    differences.forEach(failure::note);
                    throw failure.next("flash migrate verify").build();
                }
            }
            return Optional.empty();
        } catch (FailureException e) {
            if (e.code().equals(NOT_THE_SAME)) {
                throw e;
            }
            return Optional.of(String.valueOf(e.getMessage()));
        } finally {
            delete(copy);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                Path target = to.resolve(from.relativize(file).toString());
                try {
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Outcome outcome(MigrationSquash squash, @Nullable Migration made, @Nullable String verification) {
        return Outcome.done(new JsonObject()
                .put("migration", made == null ? null : made.id())
                .put("folder", made == null ? null : made.display())
                .put("replaced", squash.range().stream().map(Migration::id).toList())
                .put("verification", verification)
                .put("dryRun", made == null));
    }
}
