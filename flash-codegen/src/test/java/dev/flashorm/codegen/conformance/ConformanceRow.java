package dev.flashorm.codegen.conformance;

import dev.flashorm.runtime.query.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The outcome of the conformance suite for one language on one database, as `docs/conformance.json` has it. */
record ConformanceRow(String language, String provider, int passed, int failed, int skipped) {
    boolean isFor(ConformanceRow other) {
        return language.equals(other.language) && provider.equals(other.provider);
    }

    static List<ConformanceRow> parse(String json) {
        List<ConformanceRow> rows = new ArrayList<>();
        for (Object item : ConformanceTest.list(Json.parse(json).value())) {
            Map<?, ?> row = (Map<?, ?>) Objects.requireNonNull(item);
            rows.add(new ConformanceRow(
                    (String) Objects.requireNonNull(row.get("language")),
                    (String) Objects.requireNonNull(row.get("provider")),
                    number(row.get("passed")),
                    number(row.get("failed")),
                    number(row.get("skipped"))));
        }
        return rows;
    }

    private static int number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).intValue();
    }

    /** A line for each row, so that differences are small. */
    static String json(Collection<ConformanceRow> rows) {
        return rows.stream().map(ConformanceRow::line).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private String line() {
        return "  {\"language\": \"" + language + "\", \"provider\": \"" + provider + "\", \"passed\": " + passed
                + ", \"failed\": " + failed + ", \"skipped\": " + skipped + "}";
    }
}
