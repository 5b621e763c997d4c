package dev.flashorm.migrate.engine;

import dev.flashorm.migrate.connect.DatabaseUrl;
import dev.flashorm.migrate.connect.UrlParts;
import dev.flashorm.migrate.sql.Lexicon;
import dev.flashorm.migrate.sql.SqlFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** One kind of database, as the executor sees it. Implementations are stateless and found by ServiceLoader. */
public interface DatabaseEngine {
    /** The canonical provider name. */
    String provider();

    /** The schemes of its URLs, in lower case, without `jdbc:`. */
    Set<String> schemes();

    /** @param base where a relative file is looked for */
    DatabaseUrl url(UrlParts parts, Path base);

    /** False where connecting would make the database: a SQLite file that isn't there. */
    default boolean exists(DatabaseUrl url) {
        return true;
    }

    /**
     * Connects in bounded time.
     *
     * @param owner who works here, for those who wait
     */
    EngineSession open(DatabaseUrl url, String owner) throws SQLException;

    /** What to say of an exception of its driver. */
    ServerError error(SQLException thrown);

    Lexicon lexicon();

    /** How each statement of a file has to be run, in the file's order. */
    List<StepKind> steps(SqlFile file);

    /** What the statements of a file make, in the file's order. */
    List<CreatedObject> creations(SqlFile file);

    /** Makes databases to try things out in. */
    ScratchMaker scratch();
}
