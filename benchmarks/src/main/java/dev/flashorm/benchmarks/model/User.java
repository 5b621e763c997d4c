package dev.flashorm.benchmarks.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record User(
        int id, String name, String email, @Nullable String address, boolean isAdmin, Instant createdAt) {}
