package dev.flashorm.migrate.execute;

/**
 * How far a file has come, for those who have to say it.
 *
 * @param index 0-based, of the statement
 */
record Progress(Moment moment, int index) {
    /** Where something happened, seen from a statement. */
    enum Moment {
        BEFORE,
        IN,
        AFTER
    }

    static Progress before(int index) {
        return new Progress(Moment.BEFORE, index);
    }

    static Progress in(int index) {
        return new Progress(Moment.IN, index);
    }

    /** @param count how many statements are behind it */
    static Progress after(int count) {
        return count == 0 ? before(0) : new Progress(Moment.AFTER, count - 1);
    }
}
