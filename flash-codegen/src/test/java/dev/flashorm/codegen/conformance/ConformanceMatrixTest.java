package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.testing.DatabaseName;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README says of the suite is what `docs/conformance.json` has, and that is good news. */
class ConformanceMatrixTest {
    @Test
    void theReadmeShowsTheRows() throws IOException {
        assertThat(ConformanceMatrix.inReadme()).isEqualTo(ConformanceMatrix.table(ConformanceMatrix.rows()));
    }

    @Test
    void everyDatabaseIsThereAndNothingFailed() throws IOException {
        List<ConformanceRow> rows = ConformanceMatrix.rows();
        assertThat(rows)
                .filteredOn(row -> row.language().equals("java"))
                .extracting(ConformanceRow::provider)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DatabaseName.values())
                        .map(DatabaseName::id)
                        .toList());
        assertThat(rows).allMatch(row -> row.failed() == 0 && row.passed() > 0);
    }

    /** The same list of cases: one that a language lacks is a list of its own, or a gap. */
    @Test
    void allLanguagesCountTheSame() throws IOException {
        List<ConformanceRow> rows = ConformanceMatrix.rows();
        for (ConformanceRow row : rows) {
            assertThat(rows)
                    .filteredOn(other -> other.provider().equals(row.provider()))
                    .allMatch(other -> other.passed() == row.passed() && other.skipped() == row.skipped());
        }
        assertThat(rows).hasSize(3 * DatabaseName.values().length);
    }

    @Test
    void aFailureIsShownAsOne() {
        ConformanceRow row = new ConformanceRow("java", "sqlite", 7, 2, 1);
        assertThat(ConformanceMatrix.table(List.of(row))).contains("7 passed, **2 failed**, 1 skipped");
        assertThat(ConformanceRow.parse(ConformanceRow.json(List.of(row)))).containsExactly(row);
    }
}
