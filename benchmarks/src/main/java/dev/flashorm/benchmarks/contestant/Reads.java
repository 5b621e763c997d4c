package dev.flashorm.benchmarks.contestant;

/**
 * Reading: rows, pages, relations, sums. Bounds are arguments and so parameters of the SQL, as they are in an application:
 * PostgreSQL plans a statement with a constant once, and one with such a parameter at every call.
 */
public interface Reads {
    /** A user by its key. */
    Object getById(int id);

    /** Administrators from a name on, newest first, twenty of them after the first {@code skip}. */
    Object page(String fromName, int skip);

    /** All measurements: 1000 rows of 12 columns. */
    Object thousandRows();

    /** The users with the ids 1 to {@code upTo}, by id, each with its ten posts by id. */
    Object usersWithPosts(int upTo);

    /** The users with the ids 1 to {@code upTo}, each with its ten posts, each with its ten comments, all by id. */
    Object threeLevels(int upTo);

    /** {@link dev.flashorm.benchmarks.model.KindStat} of the measurements, by kind. */
    Object aggregate();
}
