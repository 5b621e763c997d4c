package dev.flashorm.runtime.query.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.runtime.FlashDatabase;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$0.00 | 0.00",
                "$1,234.50 | 1234.50",
                "-$1,234,567.89 | -1234567.89",
                "($0.05) | -0.05",
                "1.234,50 € | 1234.50",
                "-92.233.720.368.547.758,08 € | -92233720368547758.08",
                "¥1,234 | 1234",
                "7 | 7"
            })
    void everyLocale(String text, String amount) {
        assertThat(MoneyText.parse(text)).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "0.01", "-1234567.89", "92233720368547758.07", "-92233720368547758.08"})
    void thereAndBack(String amount) {
        Assumptions.assumeFalse(TestDatabases.available(DatabaseName.POSTGRESQL).isEmpty());
        BigDecimal value = new BigDecimal(amount);
        try (TestDatabase scene = TestDatabases.create(DatabaseName.POSTGRESQL);
                FlashDatabase database = FlashDatabase.connect(scene.url())) {
            BigDecimal back = database.session()
                    .query(
                            "SELECT CAST(? AS money)",
                            statement -> PostgresqlTypes.MONEY.set(statement, 1, value),
                            rows -> {
                                assertThat(rows.next()).isTrue();
                                return Objects.requireNonNull(PostgresqlTypes.MONEY.read(rows, 1));
                            });
            assertThat(back).isEqualTo(value);
        }
    }
}
