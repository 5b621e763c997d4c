package dev.flashorm.benchmarks.contestant;

/** Kallax's four tasks: people and their three pets. */
public interface People {
    /** The people with the ids 1 to {@code upTo}, by id. */
    Object people(int upTo);

    /** The same, each with its three pets by id. */
    Object peopleWithPets(int upTo);

    /** Inserts a person and gives it with its id. */
    Object insertPerson(int number);

    /** Inserts a person with three pets in one transaction, and gives them with their ids. */
    Object insertPersonWithPets(int number);

    /** Renames one of the first 200 people and its three pets after a number, in one transaction. */
    Object updatePersonWithPets(int id, int number);
}
