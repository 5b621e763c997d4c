package dev.flashorm.benchmarks.model;

public record Person(int id, String name) {
    /** How many there are before anybody is inserted. */
    public static final int COUNT = 200;

    public static String name(int number) {
        return "person " + number;
    }
}
