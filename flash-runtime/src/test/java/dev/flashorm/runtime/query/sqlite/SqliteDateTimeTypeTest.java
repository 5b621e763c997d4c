package dev.flashorm.runtime.query.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteDateTimeTypeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-31T09:30:00.000+00:00, 2026-01-31T09:30:00Z",
        "2026-01-31T09:30:00.5+00:00, 2026-01-31T09:30:00.500Z",
        "2026-01-31T09:30:00.123456+00:00, 2026-01-31T09:30:00.123456Z",
        "2026-01-31T09:30:00.123456789+00:00, 2026-01-31T09:30:00.123456789Z",
        "2024-02-29T23:59:59.999+00:00, 2024-02-29T23:59:59.999Z",
        "0001-01-01T00:00:00.000+00:00, 0001-01-01T00:00:00Z",
        "2026-01-31T09:30:00+00:00, 2026-01-31T09:30:00Z",
        "2026-01-31T09:30:00Z, 2026-01-31T09:30:00Z",
        "2026-01-31T11:30:00.000+02:00, 2026-01-31T09:30:00Z",
        "2026-01-31 09:30:00, 2026-01-31T09:30:00Z",
        "2026-01-31, 2026-01-31T00:00:00Z",
        "+12026-01-31T09:30:00.000+00:00, +12026-01-31T09:30:00Z",
        "-0044-03-15T12:00:00.000+00:00, -0044-03-15T12:00:00Z"
    })
    void reads(String text, Instant time) {
        assertThat(SqliteDateTimeType.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T09:30:00.000+00:00",
                "2026-13-01T09:30:00.000+00:00",
                "2026-01-31T24:30:00.000+00:00",
                "2026-01-31T09:30:61.000+00:00",
                "2026-01-31T09:30:00.0x0+00:00",
                "２026-01-31T09:30:00.000+00:00",
                "2026-01-31T09:30:00.1234567890+00:00",
                "2026/01/31T09:30:00.000+00:00",
                "yesterday",
                ""
            })
    void refuses(String text) {
        assertThatThrownBy(() -> SqliteDateTimeType.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void readsAllThatItWrites() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            long unit = new long[] {1_000_000, 1_000, 1}[i % 3];
            Instant time = Instant.ofEpochSecond(
                    random.nextLong(-62_135_596_800L, 253_402_300_800L), random.nextInt(1_000_000_000) / unit * unit);
            assertThat(SqliteDateTimeType.parse(SqliteDateTimeType.format(time)))
                    .isEqualTo(time);
        }
    }
}
