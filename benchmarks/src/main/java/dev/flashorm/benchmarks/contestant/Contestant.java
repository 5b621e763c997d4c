package dev.flashorm.benchmarks.contestant;

/**
 * The tasks. Every result has a text that is the same for all contestants, by which they are compared before anything is
 * timed.
 */
public interface Contestant extends AutoCloseable {
    /** A user by its key. */
    Object getById(int id);

    /** Administrators from a name on, newest first, twenty of them after the first {@code skip}. */
    Object page(String fromName, int skip);

    /** All measurements: 1000 rows of 12 columns. */
    Object thousandRows();

    /** Inserts {@link dev.flashorm.benchmarks.model.Entry#numbered} and gives it with its id. */
    Object insertOne(int number);

    /** Inserts 1000 entries from the number on, in one transaction, and gives them with their ids. */
    Object insertThousand(int firstNumber);

    /** Sets name and address of a user; gives whether there was one. */
    Object update(int id, String name, String address);

    /** The users with the ids 1 to 50, by id, each with its posts by id. */
    Object usersWithPosts();

    @Override
    void close();
}
