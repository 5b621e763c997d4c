package dev.flashorm.benchmarks.model;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record Measurement(
        int id,
        String label,
        @Nullable String note,
        String kind,
        int small,
        long big,
        double ratio,
        BigDecimal amount,
        boolean active,
        @Nullable Integer optional,
        Instant takenAt,
        @Nullable Instant endedAt) {}
