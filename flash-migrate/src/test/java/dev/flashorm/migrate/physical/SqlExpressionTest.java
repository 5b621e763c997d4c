package dev.flashorm.migrate.physical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which spellings of an expression are one: those of servers as they give them back, beside what people write. */
class SqlExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "age > 0 AND age < 200; (((age > 0) AND (age < 200)))",
                "a OR b AND c OR d; ((a OR (b AND c)) OR d)",
                "role <> 'a' OR id > 1; (((role <> 'a'::\"Role\") OR (id > 1)))",
                "role != 'a'; (`role` <> _utf8mb4'a')",
                "kind IN ('a', 'b'); (kind = ANY (ARRAY['a'::text, 'b'::text]))",
                "kind IN ('a', 'b'); ((kind)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
                "kind NOT IN ('a', 'b'); (kind <> ALL (ARRAY['a'::text, 'b'::text]))",
                "NOT kind IN ('a'); `kind` not in ('a')",
                "age BETWEEN 1 AND 5 AND b; ((age >= 1) AND (age <= 5) AND b)",
                "name LIKE 'x%' AND name NOT ILIKE 'y'; ((name ~~ 'x%'::text) AND (name !~~* 'y'::text))",
                "price * 2 - 1 >= -5; (((price * (2)::numeric) - (1)::numeric) >= '-5'::integer::numeric)",
                "createdAt is not null; (`createdAt` is not null)",
                "length(name) > 2; (length(`name`) > 2)",
                "\"Total\" > 1; (\"Total\" > 1)",
                "a - b - c; ((a - b) - c)",
                "NOT (a IS NULL OR a LIKE 'x' AND b < 1); ((`a` is not null) and ((not((`a` like 'x'))) or (`b` >= 1)))",
                "x IS NOT DISTINCT FROM y; ((x is not distinct from y))",
            })
    void oneSpellingForTheOther(String written, String given) {
        assertThat(new SqlExpression(given))
                .isEqualTo(new SqlExpression(written))
                .hasSameHashCodeAs(new SqlExpression(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "(a OR b) AND c; a OR (b AND c)",
                "a AND b; b OR a",
                "a < 1; a <= 1",
                "a - (b - c); (a - b) - c",
                "kind IN ('a', 'b'); kind IN ('b', 'a', 'c')",
                "kind IN ('a'); kind NOT IN ('a')",
                "NOT (a OR b); NOT a OR b",
                "NOT (a OR b); NOT a OR NOT b",
                "NOT a < 1; a > 1",
                "name = 'A'; name = 'a'",
                "\"Total\" > 1; total > 1",
                "\"and\" > 1; and > 1",
                "a = -1; a = 1",
                "a || (b * c) = d; (a || b) * c = d",
                "a = 'x'; a = E'x'",
                "a::date = b; a = b",
                "a > 1 /* a; a > 1",
                "a > 1 -- ; a > 1",
                "a = 'x; a = x",
                "f(a, b); f(b, a)",
            })
    void anotherMeaningIsAnother(String one, String other) {
        assertThat(new SqlExpression(one)).isNotEqualTo(new SqlExpression(other));
    }

    @Test
    void whatIsHostileIsComparedAsText() {
        for (String text : new String[] {
            "",
            "(",
            "\"",
            "'",
            "((((",
            "not ".repeat(100_000) + "a",
            "-".repeat(100_000),
            "(".repeat(50_000) + "a",
            "''::integer",
            "a = any (",
            "a::",
            "in",
            "\\",
            "\u0000",
            "a[1]"
        }) {
            assertThat(new SqlExpression(text)).isEqualTo(new SqlExpression(text + " "));
            assertThat(new SqlExpression(text)).isNotEqualTo(new SqlExpression(text + "x"));
        }
    }
}
