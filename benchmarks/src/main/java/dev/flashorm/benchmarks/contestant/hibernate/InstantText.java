package dev.flashorm.benchmarks.contestant.hibernate;

import dev.flashorm.benchmarks.contestant.Values;
import jakarta.persistence.AttributeConverter;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** For SQLite, which has no type for a time. */
public class InstantText implements AttributeConverter<Instant, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Instant value) {
        return value == null ? null : Values.text(value);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
