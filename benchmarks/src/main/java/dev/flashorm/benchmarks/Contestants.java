package dev.flashorm.benchmarks;

import dev.flashorm.benchmarks.contestant.Contestant;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.contestant.handwritten.HandWritten;
import dev.flashorm.benchmarks.contestant.hibernate.WithHibernate;
import dev.flashorm.benchmarks.contestant.jdbi.WithJdbi;
import dev.flashorm.benchmarks.contestant.jooq.WithJooq;
import dev.flashorm.benchmarks.contestant.mybatis.WithMybatis;
import dev.flashorm.benchmarks.contestant.naive.NaiveJdbc;
import java.util.List;

/** Who takes part, by name. */
final class Contestants {
    static final String MEASURE = "hand-written";
    static final List<String> NAMES = List.of(MEASURE, "flash", "naive-jdbc", "jooq", "jdbi", "mybatis", "hibernate");

    private Contestants() {}

    static Contestant open(String name, String url, String jdbcUrl) {
        return switch (name) {
            case "flash" -> flash(url, jdbcUrl);
            case MEASURE -> new HandWritten(jdbcUrl);
            case "naive-jdbc" -> new NaiveJdbc(jdbcUrl);
            case "jooq" -> new WithJooq(jdbcUrl);
            case "jdbi" -> new WithJdbi(jdbcUrl);
            case "mybatis" -> new WithMybatis(jdbcUrl);
            case "hibernate" -> new WithHibernate(jdbcUrl);
            default -> throw new IllegalArgumentException("There is no contestant " + name);
        };
    }

    private static Contestant flash(String url, String jdbcUrl) {
        return switch (Values.of(jdbcUrl)) {
            case SQLITE -> new dev.flashorm.benchmarks.flash.sqlite.FlashContestant(url, Values.of(jdbcUrl));
            case POSTGRESQL -> new dev.flashorm.benchmarks.flash.postgresql.FlashContestant(url, Values.of(jdbcUrl));
            case MYSQL -> new dev.flashorm.benchmarks.flash.mysql.FlashContestant(url, Values.of(jdbcUrl));
        };
    }
}
