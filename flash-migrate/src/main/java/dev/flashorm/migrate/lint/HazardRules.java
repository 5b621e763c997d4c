package dev.flashorm.migrate.lint;

import java.util.List;

/** What is a hazard on one kind of database only. Implementations are stateless and found by ServiceLoader. */
public interface HazardRules {
    /** The canonical provider name. */
    String provider();

    List<Hazard> judge(Operation operation, Scene scene);
}
