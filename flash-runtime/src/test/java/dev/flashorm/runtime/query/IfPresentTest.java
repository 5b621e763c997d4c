package dev.flashorm.runtime.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every operator that takes a value has a form that falls away without one. */
class IfPresentTest {
    private static final List<Class<?>> OPERANDS = List.of(
            StringColumn.class,
            IntColumn.class,
            BigIntColumn.class,
            FloatColumn.class,
            DecimalColumn.class,
            TimeColumn.class,
            BooleanColumn.class,
            ValueColumn.class,
            JsonColumn.class,
            ArrayColumn.class,
            CompositeColumn.class,
            CompositeListColumn.class,
            ComputedValue.class,
            JsonPath.class,
            JsonText.class);

    @Test
    void everyOperatorHasOne() {
        for (Class<?> operand : OPERANDS) {
            Set<String> operators = Arrays.stream(operand.getMethods())
                    .filter(IfPresentTest::takesValue)
                    .map(Method::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> plain = operators.stream()
                    .filter(name -> !name.endsWith("IfPresent"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(plain).as(operand.getSimpleName()).isNotEmpty();
            assertThat(operators)
                    .as(operand.getSimpleName())
                    .containsAll(plain.stream().map(name -> name + "IfPresent").toList());
        }
    }

    /** What takes conditions has them: an absent one says which. */
    private static boolean takesValue(Method method) {
        return method.getReturnType() == Condition.class
                && method.getParameterCount() > 0
                && Arrays.stream(method.getParameterTypes()).noneMatch(type -> type == Condition.class);
    }
}
