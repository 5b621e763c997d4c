package dev.flashorm.benchmarks.model;

public record TopUser(int id, String name, long posts) {}
