package dev.flashorm.benchmarks.contestant;

/** Writing rows of one table. */
public interface Writes {
    /** Inserts {@link dev.flashorm.benchmarks.model.Entry#numbered} and gives it with its id. */
    Object insertOne(int number);

    /** Inserts so many entries from the number on, in one transaction, and gives them with their ids. */
    Object insertMany(int firstNumber, int count);

    /** Sets name and address of a user; gives whether there was one. */
    Object update(int id, String name, String address);

    /** Adds one to the tally of this name, or begins it at one; gives it as it is then. */
    Object upsert(String name);
}
