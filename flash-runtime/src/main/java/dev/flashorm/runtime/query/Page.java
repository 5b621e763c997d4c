package dev.flashorm.runtime.query;

/** The part of a result that is wanted; -1 stands for no limit. */
final class Page {
    private Page() {}

    static long count(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("skip and take need zero or more, but were given " + count);
        }
        return count;
    }
}
