package dev.flashorm.migrate.faults;

import dev.flashorm.testing.DatabaseName;

/** One class of faults: brings it about, again and again, and has each outcome judged. */
interface Fault {
    /** The row of the table. */
    String name();

    /** Whether a database can meet it. */
    default boolean fits(DatabaseName database) {
        return true;
    }

    void inject(Lab lab) throws Exception;
}
