package dev.flashorm.benchmarks.model;

public record Pet(int id, String name, String kind, int personId) {
    /** How many each person has. */
    public static final int EACH = 3;

    public static String name(int number, int which) {
        return "pet " + number + "." + which;
    }

    public static String kind(int which) {
        return which == 0 ? "cat" : which == 1 ? "dog" : "fish";
    }

    /** The id of a pet of one of the first {@link Person#COUNT} people. */
    public static int id(int personId, int which) {
        return (personId - 1) * EACH + which + 1;
    }
}
