package dev.flashorm.benchmarks.contestant;

/** Reading: rows, pages, relations, sums. */
public interface Reads {
    /** A user by its key. */
    Object getById(int id);

    /** Administrators from a name on, newest first, twenty of them after the first {@code skip}. */
    Object page(String fromName, int skip);

    /** All measurements: 1000 rows of 12 columns. */
    Object thousandRows();

    /** The users with the ids 1 to 50, by id, each with its ten posts by id. */
    Object usersWithPosts();

    /** The users with the ids 1 to 10, each with its ten posts, each with its ten comments, all by id. */
    Object threeLevels();

    /** {@link dev.flashorm.benchmarks.model.KindStat} of the measurements, by kind. */
    Object aggregate();
}
