package dev.flashorm.benchmarks.model;

import java.time.Instant;

public record Post(int id, int userId, String title, String content, Instant createdAt) {}
