package dev.flashorm.cli.command;

import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.MigrationPlan;
import dev.flashorm.migrate.plan.PlanVerifier.Flaw;
import dev.flashorm.migrate.plan.PlanVerifier.Way;
import dev.flashorm.migrate.scratch.ScratchDatabase;
import dev.flashorm.migrate.sql.ScriptSyntax;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.model.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Whether a plan was seen to hold: up, down and up again in a scratch database.
 *
 * @param unverified why it was not tried; empty when it was
 * @param flaws what the way down does not do as it should
 */
record PlanProof(Optional<String> unverified, List<String> flaws) {
    private static final String DOES_NOT_RUN = "F6101";

    /** @throws FailureException F6101, when the way up does not run */
    static PlanProof of(Invocation invocation, Schema schema, DatabaseSchema before, MigrationPlan plan) {
        List<Flaw> flaws;
        try (ScratchDatabase scratch = MigrationTarget.scratch(invocation, schema)) {
            flaws = scratch.tryOut(before, plan);
        } catch (FailureException e) {
            return unverified(e.getMessage()
                    + (e.notes().isEmpty() ? "" : " (" + e.notes().get(0) + ")"));
        }
        for (Flaw flaw : flaws) {
            if (flaw.way() == Way.START) {
                return unverified(flaw.message());
            }
            if (flaw.way() == Way.UP) {
                throw FailureException.failed(DOES_NOT_RUN, "the planned migration does not run; it was not written")
                        .note(flaw.message())
                        .help("write it yourself: `--empty` makes the files")
                        .build();
            }
        }
        return new PlanProof(Optional.empty(), flaws.stream().map(Flaw::message).toList());
    }

    private static PlanProof unverified(String reason) {
        return new PlanProof(Optional.of(reason), List.of());
    }

    boolean holds() {
        return unverified.isEmpty() && flaws.isEmpty();
    }

    /** One sentence for people. */
    String sentence() {
        if (unverified.isPresent()) {
            return "not verified: " + unverified.get();
        }
        return flaws.isEmpty()
                ? "verified in a scratch database: up, down and up again"
                : "verified in a scratch database: " + String.join("; ", flaws);
    }

    /** The head of `down.sql`, comments only; empty when there is nothing to warn of. */
    String downHead(ScriptSyntax syntax) {
        StringBuilder head = new StringBuilder();
        flaws.forEach(flaw -> head.append(syntax.comment("does not hold: " + flaw)));
        return head.isEmpty() ? "" : head.append('\n').toString();
    }
}
