package dev.flashorm.runtime.query;

import java.sql.SQLException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What values can be selected from: rows, or groups of rows. Only what is selected is in the statement.
 *
 * @param <M> the record of a row
 */
public abstract class Projectable<M> {
    Projectable() {}

    abstract <R> Projection<M, R> project(List<Expression<M, ?>> expressions, RowMapper<R> mapper);

    /** Null where the database has NULL, whatever the checker makes of {@code A}: the caller's own code gets it. */
    @SuppressWarnings("NullAway")
    private static <A> A value(Expression<?, A> expression, SelectedRow row, int index) throws SQLException {
        return expression.completed(row.value(expression, index));
    }

    /** One value of each row; null where it has none. */
    public final <A> Projection<M, A> select(Expression<M, A> only) {
        return project(List.of(only), row -> value(only, row, 0));
    }

    /** One value of each row, made into another. */
    public final <A, R> Projection<M, R> select(Expression<M, A> only, Function<? super A, ? extends R> make) {
        return project(List.of(only), row -> make.apply(value(only, row, 0)));
    }

    /** Two values of each row, made into one of the caller's own. */
    public final <A, B, R> Projection<M, R> select(
            Expression<M, A> first, Expression<M, B> second, BiFunction<? super A, ? super B, ? extends R> make) {
        return project(List.of(first, second), row -> make.apply(value(first, row, 0), value(second, row, 1)));
    }

    /** Three values of each row, made into one of the caller's own. */
    public final <A, B, C, R> Projection<M, R> select(
            Expression<M, A> first,
            Expression<M, B> second,
            Expression<M, C> third,
            Combine3<? super A, ? super B, ? super C, ? extends R> make) {
        return project(
                List.of(first, second, third),
                row -> make.apply(value(first, row, 0), value(second, row, 1), value(third, row, 2)));
    }

    /** Four values of each row, made into one of the caller's own. */
    public final <A, B, C, D, R> Projection<M, R> select(
            Expression<M, A> first,
            Expression<M, B> second,
            Expression<M, C> third,
            Expression<M, D> fourth,
            Combine4<? super A, ? super B, ? super C, ? super D, ? extends R> make) {
        return project(
                List.of(first, second, third, fourth),
                row -> make.apply(
                        value(first, row, 0), value(second, row, 1), value(third, row, 2), value(fourth, row, 3)));
    }

    /** Five values of each row, made into one of the caller's own. */
    public final <A, B, C, D, E, R> Projection<M, R> select(
            Expression<M, A> first,
            Expression<M, B> second,
            Expression<M, C> third,
            Expression<M, D> fourth,
            Expression<M, E> fifth,
            Combine5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends R> make) {
        return project(
                List.of(first, second, third, fourth, fifth),
                row -> make.apply(
                        value(first, row, 0),
                        value(second, row, 1),
                        value(third, row, 2),
                        value(fourth, row, 3),
                        value(fifth, row, 4)));
    }

    /** Six values of each row, made into one of the caller's own. */
    public final <A, B, C, D, E, F, R> Projection<M, R> select(
            Expression<M, A> first,
            Expression<M, B> second,
            Expression<M, C> third,
            Expression<M, D> fourth,
            Expression<M, E> fifth,
            Expression<M, F> sixth,
            Combine6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? extends R> make) {
        return project(
                List.of(first, second, third, fourth, fifth, sixth),
                row -> make.apply(
                        value(first, row, 0),
                        value(second, row, 1),
                        value(third, row, 2),
                        value(fourth, row, 3),
                        value(fifth, row, 4),
                        value(sixth, row, 5)));
    }

    /** Seven values of each row, made into one of the caller's own. */
    public final <A, B, C, D, E, F, G, R> Projection<M, R> select(
            Expression<M, A> first,
            Expression<M, B> second,
            Expression<M, C> third,
            Expression<M, D> fourth,
            Expression<M, E> fifth,
            Expression<M, F> sixth,
            Expression<M, G> seventh,
            Combine7<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, ? super G, ? extends R> make) {
        return project(
                List.of(first, second, third, fourth, fifth, sixth, seventh),
                row -> make.apply(
                        value(first, row, 0),
                        value(second, row, 1),
                        value(third, row, 2),
                        value(fourth, row, 3),
                        value(fifth, row, 4),
                        value(sixth, row, 5),
                        value(seventh, row, 6)));
    }

    /** Eight values of each row, made into one of the caller's own. */
    public final <A, B, C, D, E, F, G, H, R> Projection<M, R> select(
            Expression<M, A> first,
            Expression<M, B> second,
            Expression<M, C> third,
            Expression<M, D> fourth,
            Expression<M, E> fifth,
            Expression<M, F> sixth,
            Expression<M, G> seventh,
            Expression<M, H> eighth,
            Combine8<
                            ? super A,
                            ? super B,
                            ? super C,
                            ? super D,
                            ? super E,
                            ? super F,
                            ? super G,
                            ? super H,
                            ? extends R>
                    make) {
        return project(
                List.of(first, second, third, fourth, fifth, sixth, seventh, eighth),
                row -> make.apply(
                        value(first, row, 0),
                        value(second, row, 1),
                        value(third, row, 2),
                        value(fourth, row, 3),
                        value(fifth, row, 4),
                        value(sixth, row, 5),
                        value(seventh, row, 6),
                        value(eighth, row, 7)));
    }
}
