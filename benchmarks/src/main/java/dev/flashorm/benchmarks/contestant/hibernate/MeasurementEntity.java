package dev.flashorm.benchmarks.contestant.hibernate;

import dev.flashorm.benchmarks.model.Measurement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "measurements")
@SuppressWarnings("NullAway.Init")
class MeasurementEntity {
    @Id
    int id;

    String label;

    @Nullable
    String note;

    String kind;
    int small;
    long big;
    double ratio;

    @Column(precision = 12, scale = 2)
    BigDecimal amount;

    boolean active;

    @Nullable
    Integer optional;

    @Column(name = "taken_at")
    Instant takenAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Override
    public String toString() {
        return new Measurement(id, label, note, kind, small, big, ratio, amount, active, optional, takenAt, endedAt)
                .toString();
    }
}
