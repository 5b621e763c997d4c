package dev.flashorm.codegen.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** `docs/conformance.json`, and the table that the README makes of it, between two comments. */
final class ConformanceMatrix {
    private static final Path ROWS = Path.of("../docs/conformance.json");
    private static final Path README = Path.of("../README.md");
    private static final String BEGIN = "<!-- conformance: from docs/conformance.json -->\n";
    private static final String END = "<!-- /conformance -->\n";
    private static final Map<String, String> TITLES = Map.of(
            "postgresql",
            "PostgreSQL",
            "mysql",
            "MySQL",
            "mariadb",
            "MariaDB",
            "sqlite",
            "SQLite",
            "mongodb",
            "MongoDB",
            "java",
            "Java",
            "typescript",
            "TypeScript",
            "python",
            "Python");

    private ConformanceMatrix() {}

    static List<ConformanceRow> rows() throws IOException {
        return ConformanceRow.parse(Files.readString(ROWS));
    }

    /** Puts the rows of a run in the place of those of the same language and database. */
    static void rewrite(Collection<ConformanceRow> fresh) throws IOException {
        List<ConformanceRow> rows = new ArrayList<>(Files.exists(ROWS) ? rows() : List.of());
        for (ConformanceRow row : fresh) {
            rows.removeIf(row::isFor);
            rows.add(row);
        }
        rows.sort(Comparator.comparing(ConformanceRow::language).thenComparing(ConformanceRow::provider));
        Files.writeString(ROWS, ConformanceRow.json(rows));
        String readme = Files.readString(README);
        String before = readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length());
        Files.writeString(README, before + table(rows) + readme.substring(readme.indexOf(END)));
    }

    /** What stands between the two comments. */
    static String inReadme() throws IOException {
        String readme = Files.readString(README);
        return readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END));
    }

    static String table(List<ConformanceRow> rows) {
        Set<String> providers = new LinkedHashSet<>();
        Map<String, Map<String, String>> cells = new TreeMap<>();
        for (ConformanceRow row : rows) {
            providers.add(row.provider());
            cells.computeIfAbsent(row.language(), language -> new TreeMap<>()).put(row.provider(), cell(row));
        }
        StringBuilder table = new StringBuilder("|");
        providers.forEach(provider -> table.append(" | ").append(TITLES.getOrDefault(provider, provider)));
        table.append(" |\n|").append("---|".repeat(providers.size() + 1)).append('\n');
        cells.forEach((language, byProvider) -> {
            table.append("| ").append(TITLES.getOrDefault(language, language));
            providers.forEach(provider -> table.append(" | ").append(byProvider.getOrDefault(provider, "not run")));
            table.append(" |\n");
        });
        return table.toString();
    }

    private static String cell(ConformanceRow row) {
        return row.passed() + " passed"
                + (row.failed() == 0 ? "" : ", **" + row.failed() + " failed**")
                + (row.skipped() == 0 ? "" : ", " + row.skipped() + " skipped");
    }
}
