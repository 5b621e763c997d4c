package dev.flashorm.codegen.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a case.
 *
 * @param index among the compiled calls
 */
record Step(int index, String call, @Nullable Object expected) {
    static void run(Calls calls, Object db, List<Step> steps) throws Exception {
        for (Step step : steps) {
            Object actual = calls.call(db, step.index());
            Object plain = Rows.projected(Rows.plain(actual), step.expected());
            assertThat(plain).as(step.call()).isEqualTo(step.expected());
        }
    }
}
