package dev.flashorm.benchmarks.model;

/** Measurements of a kind: how many, and what their numbers come to. */
public record KindStat(String kind, long count, long sum, long max) {}
