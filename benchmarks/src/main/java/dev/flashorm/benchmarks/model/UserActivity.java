package dev.flashorm.benchmarks.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the complex query. */
public record UserActivity(
        int id,
        String name,
        long posts,
        long comments,
        @Nullable Instant lastPost) {}
