package dev.flashorm.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flashorm.migrate.engine.Engines;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SqlFileTest {
    private static SqlFile parse(String provider, String text) {
        return SqlFile.parse(
                new SourceFile("up.sql", text), Engines.of(provider).lexicon());
    }

    private static List<String> split(String provider, String text) {
        return parse(provider, text).statements().stream().map(Statement::text).toList();
    }

    @Test
    void knowsStringsCommentsAndNames() {
        for (String provider : List.of("postgresql", "mysql", "sqlite")) {
            assertThat(split(provider, "\uFEFFa 'x;''y';\r\n-- c;\r\n/* ;' */ b \"n;\"\"m\" ; ;;\n\n c"))
                    .as(provider)
                    .containsExactly("a 'x;''y'", "b \"n;\"\"m\"", "c");
            assertThat(split(provider, "")).isEmpty();
            assertThat(split(provider, "-- only\n/* comments */")).isEmpty();
        }
    }

    @Test
    void knowsPostgresql() {
        assertThat(split("postgresql", "a /* x /* ; */ ; */ b; c")).containsExactly("a /* x /* ; */ ; */ b", "c");
        assertThat(split("postgresql", "DO $$ a; b $$; x $t$ ; $$ ; $t$; y$1; z$a$b; w"))
                .containsExactly("DO $$ a; b $$", "x $t$ ; $$ ; $t$", "y$1", "z$a$b", "w");
        assertThat(split("postgresql", "a E'\\';'; b '\\'; c")).containsExactly("a E'\\';'", "b '\\'", "c");
        assertThat(split("postgresql", "a E'x'\n 'y\\';'; b")).containsExactly("a E'x'\n 'y\\';'", "b");
        assertThat(split("postgresql", "CREATE RULE r AS ON x DO (a; b); c"))
                .containsExactly("CREATE RULE r AS ON x DO (a; b)", "c");
        String routine =
                "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; b; END";
        assertThat(split("postgresql", routine + "; c")).containsExactly(routine, "c");
        assertThat(split("postgresql", "BEGIN; a; END; b")).containsExactly("BEGIN", "a", "END", "b");
    }

    @Test
    void knowsMysql() {
        assertThat(split("mysql", "a 'x\\';'; b `;`; # c;\nd --;\ne; f -- ;\n"))
                .containsExactly("a 'x\\';'", "b `;`", "d --", "e", "f");
        assertThat(split("mysql", "/*!40101 SET x = ';*/' */; a")).containsExactly("/*!40101 SET x = ';*/' */", "a");
        assertThat(split("mysql", "DELIMITER $$\nCREATE x BEGIN a; END$$\r\ndelimiter ;\nb; c"))
                .containsExactly("CREATE x BEGIN a; END", "b", "c");
        assertThat(split("mysql", "DELIMITER //\na; b//\nDELIMITER ;\nc")).containsExactly("a; b", "c");
        String trigger = "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN IF (x) THEN SET y = IF(a, 1, 2);"
                + " ELSEIF z THEN SET q = CASE WHEN a THEN 1 END; END IF; WHILE a DO SET b = 1; END WHILE;"
                + " l: LOOP LEAVE l; END LOOP; REPEAT SET a = REPEAT('x', 2); UNTIL b END REPEAT;"
                + " CASE a WHEN 1 THEN SET b = 1; END CASE; END";
        assertThat(split("mysql", trigger + "; c")).containsExactly(trigger, "c");
        String bare = "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW IF x THEN SET y = 1; END IF";
        assertThat(split("mysql", bare + "; c")).containsExactly(bare, "c");
        assertThat(split("mysql", "CREATE TABLE IF NOT EXISTS a (b INT); BEGIN; c"))
                .containsExactly("CREATE TABLE IF NOT EXISTS a (b INT)", "BEGIN", "c");
        String procedure = "CREATE PROCEDURE IF NOT EXISTS p() BEGIN a; END";
        assertThat(split("mysql", procedure + "; c")).containsExactly(procedure, "c");
    }

    @Test
    void knowsSqlite() {
        String trigger =
                "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = CASE WHEN 1 THEN 2 END; d; END";
        assertThat(split("sqlite", trigger + "; e [;] `;`")).containsExactly(trigger, "e [;] `;`");
        assertThat(split("sqlite", "BEGIN; a; END; b")).containsExactly("BEGIN", "a", "END", "b");
    }

    @Test
    void namesThePlaceOfWhatDoesNotEnd() {
        for (String text : List.of("a;\n  'x", "a;\n  /* x", "a;\n  \"x")) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> parse("postgresql", text))
                    .satisfies(failure -> {
                        assertThat(failure.code()).isEqualTo("F5301");
                        assertThat(failure.where().orElseThrow().toString()).isEqualTo("up.sql:2:3");
                    });
        }
    }

    @Test
    void countsNeitherCommentsNorBlanksNorLineEnds() {
        String checksum =
                parse("postgresql", "CREATE TABLE a (b int);\nc 'x\ny'").checksum();
        assertThat(parse("postgresql", "-- d\r\nCREATE  TABLE a\r\n(b int) ;\r\n\r\nc 'x\r\ny';")
                        .checksum())
                .isEqualTo(checksum);
        assertThat(parse("postgresql", "CREATE TABLE a (b int); c 'x\n y'").checksum())
                .isNotEqualTo(checksum);
        assertThat(parse("postgresql", "CREATE TABLE a; (b int); c 'x\ny'").checksum())
                .isNotEqualTo(checksum);
    }

    @Test
    void isLinear() {
        String row = "INSERT INTO a VALUES (1, 'some text of a row', $$x$$); -- c\n";
        String big = row.repeat(50_000_000 / row.length());
        Assertions.assertTimeout(
                Duration.ofSeconds(60),
                () -> assertThat(parse("postgresql", big).statements()).hasSize(50_000_000 / row.length()));
        // One unclosed parenthesis or thousands of openings must not make it quadratic.
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> parse("postgresql", "( $a ;".repeat(1_000_000)));
    }
}
