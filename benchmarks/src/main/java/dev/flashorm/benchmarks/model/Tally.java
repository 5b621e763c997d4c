package dev.flashorm.benchmarks.model;

public record Tally(String name, int hits) {}
