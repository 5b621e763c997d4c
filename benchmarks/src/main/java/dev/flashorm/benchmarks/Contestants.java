package dev.flashorm.benchmarks;

import dev.flashorm.benchmarks.contestant.Contestant;
import dev.flashorm.benchmarks.contestant.HandWrittenPostgresql;
import dev.flashorm.benchmarks.contestant.HandWrittenSqlite;
import dev.flashorm.benchmarks.contestant.NaiveJdbc;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.contestant.WithJdbi;
import dev.flashorm.benchmarks.contestant.WithJooq;
import dev.flashorm.benchmarks.contestant.WithMybatis;
import dev.flashorm.benchmarks.contestant.hibernate.WithHibernate;
import java.util.List;

/** Who takes part, by name. */
final class Contestants {
    static final String MEASURE = "hand-written";
    static final List<String> NAMES = List.of(MEASURE, "flash", "naive-jdbc", "jooq", "jdbi", "mybatis", "hibernate");

    private Contestants() {}

    static Contestant open(String name, String url, String jdbcUrl) {
        boolean sqlite = jdbcUrl.startsWith("jdbc:sqlite:");
        Values values = sqlite ? Values.SQLITE : Values.POSTGRESQL;
        return switch (name) {
            case "flash" ->
                sqlite
                        ? new dev.flashorm.benchmarks.flash.sqlite.FlashContestant(url)
                        : new dev.flashorm.benchmarks.flash.postgresql.FlashContestant(url);
            case MEASURE -> sqlite ? new HandWrittenSqlite(jdbcUrl) : new HandWrittenPostgresql(jdbcUrl);
            case "naive-jdbc" -> new NaiveJdbc(jdbcUrl, values);
            case "jooq" -> new WithJooq(jdbcUrl, values);
            case "jdbi" -> new WithJdbi(jdbcUrl, values);
            case "mybatis" -> new WithMybatis(jdbcUrl, values);
            case "hibernate" -> new WithHibernate(jdbcUrl, values);
            default -> throw new IllegalArgumentException("There is no contestant " + name);
        };
    }
}
