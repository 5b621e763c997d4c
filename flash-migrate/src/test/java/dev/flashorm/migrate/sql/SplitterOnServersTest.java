package dev.flashorm.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.faults.Scene;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The servers judge the splitter: files of statements whose strings and comments hold all that could be taken for an
 * end. Each statement inserts one row; a lost, merged or cut one shows in the rows, or the server refuses it.
 */
class SplitterOnServersTest {
    private static final int STATEMENTS = 150;

    private static final List<String> PIECES = List.of(
            ";",
            "'",
            "\"",
            "`",
            "--",
            "-- ",
            "/*",
            "*/",
            "#",
            "$$",
            "$a$",
            "\\",
            "\n",
            "\r\n",
            "DELIMITER //",
            "//",
            "BEGIN ",
            " END;",
            "\u00e9",
            "\ud83d\ude80",
            "[",
            "]",
            "(",
            ")",
            "x",
            " ",
            "E'",
            "CREATE TRIGGER ");

    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void neverLosesOrMergesAStatement(TestServer server) {
        for (int seed = 1; seed <= 3; seed++) {
            try (Scene scene = new Scene(server)) {
                Author author = new Author(server.name(), new Random(seed));
                List<String> values = new ArrayList<>();
                StringBuilder file = new StringBuilder(seed == 1 ? "\uFEFF" : "")
                        .append("CREATE TABLE f (i INT PRIMARY KEY, t TEXT);\n");
                for (int i = 0; i < STATEMENTS; i++) {
                    String value = author.value();
                    values.add(value);
                    file.append(author.statement(i, value));
                }
                scene.write("fuzz", file.toString(), "");
                scene.executor().up();
                assertThat(scene.query("SELECT t FROM f ORDER BY i"))
                        .as("seed " + seed)
                        .isEqualTo(values);
            }
        }
    }

    @Test
    void saysThatPsqlsCommandsAreNotSql() {
        try (Scene scene = new Scene(TestDatabases.get(DatabaseName.POSTGRESQL))) {
            scene.write(
                    "dump", "--\n-- PostgreSQL database dump\n--\n\n\\restrict abc\n\nCREATE TABLE a (id INT);\n", "");
            var failure = scene.failure(() -> scene.executor().up());
            assertThat(failure.code()).isEqualTo("F5303");
            assertThat(failure).hasMessageContaining("`\\restrict` is a command of psql");
            assertThat(failure.where().orElseThrow().toString()).endsWith("/up.sql:5:1");
            assertThat(scene.hasTable("a")).isFalse();
        }
    }

    /** Writes one database's SQL, every time differently. */
    private static final class Author {
        private final DatabaseName database;
        private final Random random;
        private final boolean mysql;

        Author(DatabaseName database, Random random) {
            this.database = database;
            this.random = random;
            mysql = database.provider().equals("mysql");
        }

        String value() {
            StringBuilder value = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                value.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            return value.toString();
        }

        String statement(int i, String value) {
            String body = gap() + "INSERT" + gap() + "INTO" + gap() + "f" + gap() + "VALUES" + gap() + "(" + i + gap()
                    + "," + gap() + literal(value) + gap() + ")" + gap();
            if (mysql && !body.contains("~~") && random.nextInt(5) == 0) {
                return "\nDELIMITER ~~\n" + body + "~~\nDELIMITER ;\n";
            }
            return body + ";" + (random.nextInt(4) == 0 ? ";" : "") + (random.nextBoolean() ? "\n" : "\r\n");
        }

        private String literal(String value) {
            int style = random.nextInt(3);
            if (database == DatabaseName.POSTGRESQL && style == 1 && !(value + "$").contains("$q$")) {
                return "$q$" + value + "$q$";
            }
            if (database == DatabaseName.POSTGRESQL && style == 2) {
                return "E'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
            }
            String escaped = mysql ? value.replace("\\", "\\\\") : value;
            if (mysql && style == 1) {
                return "\"" + escaped.replace("\"", "\"\"") + "\"";
            }
            return "'" + (mysql && style == 2 ? escaped.replace("'", "\\'") : escaped.replace("'", "''")) + "'";
        }

        /** Blanks and comments. */
        private String gap() {
            return switch (random.nextInt(8)) {
                case 0 -> " -- it's; \"one\n";
                case 1 -> " /* ; ' \" */ ";
                case 2 -> mysql ? " # don't;\n" : "\t";
                case 3 -> database == DatabaseName.POSTGRESQL ? " /* /* ; */ ' */ " : "\r\n";
                default -> " ";
            };
        }
    }
}
