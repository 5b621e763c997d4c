package dev.flashorm.migrate.engine.mongodb;

import dev.flashorm.migrate.engine.StepKind;
import dev.flashorm.migrate.sql.Statement;
import java.util.List;

/** Every command stands alone: of those that migrations consist of, none can be rolled back. */
final class StepClassifier {
    private StepClassifier() {}

    static List<StepKind> classify(List<Statement> statements) {
        return statements.stream()
                .map(statement -> MongoCommand.parse(statement.text()).isPresent() ? StepKind.ALONE : StepKind.REFUSED)
                .toList();
    }
}
