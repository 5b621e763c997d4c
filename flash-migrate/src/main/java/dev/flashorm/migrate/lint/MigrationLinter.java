package dev.flashorm.migrate.lint;

import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.sql.Directive;
import dev.flashorm.migrate.sql.Lexicon;
import dev.flashorm.migrate.sql.SqlFile;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.migrate.sql.Token;
import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Finds hazards in the ways up of migrations. A comment line above a statement silences one, with the reason:
 *
 * <pre>
 * -- flash: allow blocking-index: the table has 300 rows
 * CREATE INDEX …
 * </pre>
 */
public final class MigrationLinter {
    private static final String ALLOW = "allow ";

    private final Lexicon lexicon;
    private final LintLevels levels;
    private final List<HazardRules> rules = new ArrayList<>();

    /**
     * A linter for one kind of database.
     *
     * @param provider a canonical name
     * @throws FailureException F5001 where that provider has no migrations in SQL
     */
    public MigrationLinter(String provider, LintLevels levels) {
        this.levels = levels;
        lexicon = Engines.all().stream()
                .filter(engine -> engine.provider().equals(provider))
                .map(DatabaseEngine::lexicon)
                .findFirst()
                .orElseThrow(() -> FailureException.failed(
                                "F5001", "there are no SQL migrations for the provider `" + provider + "`")
                        .build());
        for (HazardRules found : ServiceLoader.load(HazardRules.class, HazardRules.class.getClassLoader())) {
            if (found.provider().equals(provider)) {
                rules.add(found);
            }
        }
    }

    /** The hazards of all migrations of a folder, in their order. */
    public List<Diagnostic> lint(MigrationFolder folder) {
        return lint(folder.migrations());
    }

    /**
     * The hazards of some migrations, in their order; see {@link Lint} for the codes.
     *
     * @throws FailureException F5301 when a file is no SQL, F54xx when it can't be read
     */
    public List<Diagnostic> lint(List<Migration> migrations) {
        return migrations.stream()
                .flatMap(migration -> lint(migration.up()).stream())
                .toList();
    }

    /** The hazards of one file. */
    public List<Diagnostic> lint(SourceFile file) {
        List<Statement> statements = SqlFile.parse(file, lexicon).statements();
        List<List<Operation>> operations = statements.stream()
                .map(statement -> new OperationReader(SqlFile.tokens(statement, lexicon)).read())
                .toList();
        Scene scene = new Scene(statements, operations);
        List<Diagnostic> found = new ArrayList<>();
        for (Statement statement : statements) {
            Set<Lint> allowed = allowed(statement, found);
            for (Operation operation : scene.operations()) {
                List<Hazard> hazards = new ArrayList<>(CommonRules.judge(operation, scene));
                rules.forEach(rule -> hazards.addAll(rule.judge(operation, scene)));
                for (Hazard hazard : hazards) {
                    if (!allowed.contains(hazard.lint())) {
                        report(hazard, span(statement, operation), found);
                    }
                }
            }
            scene.advance();
        }
        return found;
    }

    private static Span span(Statement statement, Operation operation) {
        List<Token> tokens = operation.tokens();
        int base = statement.span().start();
        return statement
                .span()
                .file()
                .span(
                        base + tokens.get(0).start(),
                        base + tokens.get(tokens.size() - 1).end());
    }

    private void report(Hazard hazard, Span span, List<Diagnostic> found) {
        Lint lint = hazard.lint();
        Lint.Level level = levels.of(lint);
        if (level == Lint.Level.OFF) {
            return;
        }
        Diagnostic.Builder diagnostic = level == Lint.Level.ERROR
                ? Diagnostic.error(lint.code(), span, hazard.message())
                : Diagnostic.warning(lint.code(), span, hazard.message());
        diagnostic.help(hazard.rewrite());
        if (lint != Lint.UNCLEAR_ALLOW) {
            diagnostic.help(
                    "or write above it why it may stay: `" + Directive.PREFIX + " " + ALLOW + lint.id() + ": REASON`");
        }
        found.add(diagnostic.build());
    }

    private Set<Lint> allowed(Statement statement, List<Diagnostic> found) {
        Set<Lint> allowed = EnumSet.noneOf(Lint.class);
        for (Directive directive : statement.directives()) {
            String text = directive.text();
            if (text.equals(Directive.NO_TRANSACTION)) {
                continue;
            }
            int colon = text.indexOf(':');
            String name = text.startsWith(ALLOW)
                    ? text.substring(ALLOW.length(), colon < 0 ? text.length() : colon)
                            .strip()
                    : "";
            Lint.of(name).ifPresent(allowed::add);
            if (Lint.of(name).isEmpty()) {
                report(
                        new Hazard(
                                Lint.UNCLEAR_ALLOW,
                                name.isEmpty()
                                        ? "Flash does not know what this comment wants"
                                        : "there is no lint `" + name + "`",
                                "write `" + Directive.PREFIX + " " + ALLOW + "NAME: REASON` with the name of a lint,"
                                        + " or `" + Directive.PREFIX + " " + Directive.NO_TRANSACTION + "`"),
                        directive.span(),
                        found);
            } else if (colon < 0 || text.substring(colon + 1).isBlank()) {
                report(
                        new Hazard(
                                Lint.UNCLEAR_ALLOW,
                                "this silences `" + name + "` and does not say why",
                                "write the reason behind a colon: `" + Directive.PREFIX + " " + ALLOW + name
                                        + ": REASON`"),
                        directive.span(),
                        found);
            }
        }
        return allowed;
    }
}
