package dev.flashorm.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What Flash has set itself to reach in a race. Tables say where it was missed. */
sealed interface Goal {
    /** The contestant whose goals these are. */
    String FLASH = "flash";

    String text();

    /** Where it was missed on a database, in words; empty where it was met. */
    List<String> misses(String database, Standings standings);

    /** One statement by its key or of few rows. */
    Set<String> SINGLE = Set.of(
            "getById", "page", "insertOne", "update", "upsert", "aggregate", "complexQuery", "mixed", "insertPerson");

    /** The time of a row as a multiple of the hand-written one's: of single operations, and of bulk and includes. */
    record Time(double single, double singleOnSqlite, double bulk) implements Goal {
        @Override
        public String text() {
            String sqlite =
                    single == singleOnSqlite ? "" : String.format(Locale.ROOT, " (%.2f on SQLite)", singleOnSqlite);
            return String.format(
                    Locale.ROOT,
                    "single operations at most %.2f%s, bulk and includes at most %.2f",
                    single,
                    sqlite,
                    bulk);
        }

        @Override
        public List<String> misses(String database, Standings standings) {
            List<String> misses = new ArrayList<>();
            for (String task : standings.tasks(database)) {
                double limit = SINGLE.contains(task) ? (database.equals("sqlite") ? singleOnSqlite : single) : bulk;
                double ratio = standings.ratio(database, task, FLASH);
                if (isAbove(ratio, limit)) {
                    misses.add(String.format(Locale.ROOT, "%s %.2f", task, ratio));
                }
            }
            return misses;
        }
    }

    /** What a call costs beside time, as a multiple. */
    record Cost(double limit) implements Goal {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "allocation at most %.2f", limit);
        }

        @Override
        public List<String> misses(String database, Standings standings) {
            return standings.tasks(database).stream()
                    .filter(task -> isAbove(standings.cost(database, task, FLASH), limit))
                    .map(task -> String.format(Locale.ROOT, "%s %.2f", task, standings.cost(database, task, FLASH)))
                    .toList();
        }
    }

    /** Nobody but the hand-written one is faster in any row. */
    record Ahead() implements Goal {
        @Override
        public String text() {
            return "ahead of every peer in every row";
        }

        @Override
        public List<String> misses(String database, Standings standings) {
            List<String> misses = new ArrayList<>();
            for (String task : standings.tasks(database)) {
                double own = standings.ratio(database, task, FLASH);
                for (String peer : standings.peers(database, task)) {
                    double theirs = standings.ratio(database, task, peer);
                    if (isAbove(own, theirs)) {
                        misses.add(String.format(Locale.ROOT, "%s %s %.2f to %.2f", task, peer, theirs, own));
                    }
                }
            }
            return misses;
        }
    }

    /** The geometric mean over all rows. */
    record Mean(double limit) implements Goal {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "geometric mean of all rows at most %.2f", limit);
        }

        @Override
        public List<String> misses(String database, Standings standings) {
            double mean = standings.mean(database, FLASH);
            return isAbove(mean, limit) ? List.of(String.format(Locale.ROOT, "%.2f", mean)) : List.of();
        }
    }

    /** So many times faster than a peer, by the geometric mean over all rows. */
    record Faster(String peer, double times) implements Goal {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "%.0f times as fast as %s, by the geometric mean", times, peer);
        }

        @Override
        public List<String> misses(String database, Standings standings) {
            if (!standings.isThere(database, peer)) {
                return List.of();
            }
            double reached = standings.mean(database, peer) / standings.mean(database, FLASH);
            return isAbove(times, reached) ? List.of(String.format(Locale.ROOT, "%.1f", reached)) : List.of();
        }
    }

    /** As the tables show both. */
    private static boolean isAbove(double value, double limit) {
        return Math.round(value * 100) > Math.round(limit * 100);
    }
}
