package dev.flashorm.migrate.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.plan.PlanVerifier;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Our CREATE script and our steps lead to the catalogs that the reference's lead to. */
final class DdlCorpusTest {
    @Test
    void createScripts() throws IOException {
        Map<String, String> schemas = new HashMap<>();
        Corpus.cases("psl/cases.jsonl").forEach(found -> schemas.put(found.get("id"), found.get("schema")));
        Score score = new Score("ddl create");
        for (Map<String, String> found : Corpus.cases("ddl/create.jsonl")) {
            if (!Boolean.parseBoolean(found.get("applies"))) {
                continue;
            }
            String id = found.getOrDefault("id", "");
            try {
                String reason = create(
                        found.getOrDefault("provider", ""),
                        schemas.getOrDefault(id, ""),
                        found.getOrDefault("sql", ""));
                record(score, id, reason);
            } catch (SQLException | RuntimeException e) {
                score.fail(id, e.toString());
            }
        }
        score.report();
        assertThat(score.ratio()).isGreaterThanOrEqualTo(0.99);
    }

    private static String create(String provider, String schema, String reference) throws SQLException {
        MigrationPlan plan = MigrationPlanner.of(provider).plan(null, compile(schema));
        DatabaseName name = DatabaseName.valueOf(provider.toUpperCase(Locale.ROOT));
        try (Sandbox ours = new Sandbox(name);
                Sandbox theirs = new Sandbox(name)) {
            theirs.run(reference);
            ours.run(plan.up());
            DatabaseSchema made = ours.read();
            String different = difference(theirs.read(), made);
            String mapped = difference(made, MigrationPlanner.of(provider).map(compile(schema)));
            return different.isEmpty() && !mapped.isEmpty() ? "diff after create: " + mapped : different;
        }
    }

    @Test
    void steps() throws IOException {
        Score score = new Score("ddl steps");
        for (Map<String, String> found : Corpus.cases("ddl/steps.jsonl")) {
            if (!Boolean.parseBoolean(found.get("applies"))) {
                continue;
            }
            String id = found.getOrDefault("id", "");
            try {
                record(score, id, step(found));
            } catch (SQLException | RuntimeException e) {
                score.fail(id, e.toString());
            }
        }
        score.report();
        assertThat(score.ratio()).isGreaterThanOrEqualTo(0.99);
    }

    /** With rows; without them where the reference's own step fails on them or loses them. */
    private static String step(Map<String, String> found) throws SQLException {
        try {
            return step(found, true);
        } catch (SQLException withRows) {
            String reference = found.getOrDefault("step", "");
            try (Sandbox theirs = new Sandbox(name(found))) {
                theirs.run(found.getOrDefault("create", ""));
                Rows rows = new Rows(theirs.connection(), theirs.read());
                rows.fill();
                theirs.run(reference);
                if (!rows.lost(theirs.read()).isEmpty()) {
                    return step(found, false);
                }
            } catch (SQLException alsoFails) {
                return step(found, false);
            }
            return "fails on rows, the reference's step does not: " + withRows.getMessage();
        }
    }

    private static String step(Map<String, String> found, boolean filled) throws SQLException {
        MigrationPlanner planner = MigrationPlanner.of(found.getOrDefault("provider", ""));
        Schema to = compile(found.getOrDefault("to", ""));
        MigrationPlan plan = planner.plan(compile(found.getOrDefault("from", "")), to);
        try (Sandbox ours = new Sandbox(name(found));
                Sandbox theirs = new Sandbox(name(found))) {
            theirs.run(planner.plan(null, to).up());
            ours.run(found.getOrDefault("create", ""));
            DatabaseSchema start = ours.read();
            Rows rows = new Rows(ours.connection(), start);
            if (filled) {
                rows.fill();
            }
            ours.run(plan.up());
            String up = difference(theirs.read(), ours.read());
            String lost = filled ? rows.lost(ours.read()) : "";
            if (!up.isEmpty() || !lost.isEmpty()) {
                return "up: " + up + lost;
            }
            if (!filled) {
                ours.run(plan.down());
                String down = difference(start, ours.read());
                return down.isEmpty() ? "" : "down: " + down;
            }
            return step(found, false);
        }
    }

    private static String difference(DatabaseSchema one, DatabaseSchema other) {
        return String.join("; ", PlanVerifier.differences(one, other));
    }

    private static DatabaseName name(Map<String, String> found) {
        return DatabaseName.valueOf(found.getOrDefault("provider", "").toUpperCase(Locale.ROOT));
    }

    private static void record(Score score, String id, String reason) {
        if (reason.isEmpty()) {
            score.hold();
        } else {
            score.fail(id, reason);
        }
    }

    private static Schema compile(String text) {
        SchemaResult result = SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", text)));
        if (!result.isValid()) {
            throw new IllegalArgumentException(
                    "not valid: " + result.diagnostics().get(0));
        }
        return result.schema();
    }
}
