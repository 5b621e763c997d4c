package dev.flashorm.migrate.engine;

import dev.flashorm.migrate.connect.DatabaseUrl;
import java.sql.SQLException;
import java.util.List;

/** Makes databases in which something is tried out, and takes them away again. Stateless. */
public interface ScratchMaker {
    /** What is in a database of somebody's that was given for this purpose, while something is tried out in it. */
    String MARK = "_flash_scratch";

    /**
     * The address that {@link #create} will make, on the server of another database; nothing is made yet.
     *
     * @param name of letters, digits and underscores
     */
    DatabaseUrl address(DatabaseUrl beside, String name) throws SQLException;

    /** Makes the empty database, with the character set of the other where the engine has one per database. */
    void create(DatabaseUrl beside, DatabaseUrl scratch) throws SQLException;

    /** Drops it, whoever is connected; nothing happens where it isn't there. */
    void drop(DatabaseUrl beside, DatabaseUrl scratch) throws SQLException;

    /** Whether a database has the {@link #MARK}. */
    boolean isMarked(DatabaseUrl url) throws SQLException;

    void mark(DatabaseUrl url) throws SQLException;

    /** Names of the tables and the like that a database holds, in all its schemas; a few are enough. */
    List<String> contents(DatabaseUrl url) throws SQLException;

    /** Drops all that a database holds, which stays. Only for one that was found empty before. */
    void clear(DatabaseUrl url) throws SQLException;
}
