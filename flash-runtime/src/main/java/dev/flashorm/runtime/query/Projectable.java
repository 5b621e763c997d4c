package dev.flashorm.runtime.query;

import java.sql.ResultSet;
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

    abstract <R> Projection<M, R> project(List<Expression<M, ?>> expressions, RowReader<R> reader);

    /** Null where the database has NULL, whatever the checker makes of {@code A}: the caller's own code gets it. */
    @SuppressWarnings("NullAway")
    private static <A> A value(Expression<?, A> expression, ResultSet rows, int index) throws SQLException {
        return expression.read(rows, index);
    }

    /** One value of each row; null where it has none. */
    public final <A> Projection<M, A> select(Expression<M, A> only) {
        return project(List.of(only), (rows, at) -> value(only, rows, at));
    }

    /** One value of each row, made into another. */
    public final <A, R> Projection<M, R> select(Expression<M, A> only, Function<? super A, ? extends R> make) {
        return project(List.of(only), (rows, at) -> make.apply(value(only, rows, at)));
    }

    /** Two values of each row, made into one of the caller's own. */
    public final <A, B, R> Projection<M, R> select(
            Expression<M, A> first, Expression<M, B> second, BiFunction<? super A, ? super B, ? extends R> make) {
        return project(
                List.of(first, second), (rows, at) -> make.apply(value(first, rows, at), value(second, rows, at + 1)));
    }

    /** Three values of each row, made into one of the caller's own. */
    public final <A, B, C, R> Projection<M, R> select(
            Expression<M, A> first,
            Expression<M, B> second,
            Expression<M, C> third,
            Combine3<? super A, ? super B, ? super C, ? extends R> make) {
        return project(
                List.of(first, second, third),
                (rows, at) ->
                        make.apply(value(first, rows, at), value(second, rows, at + 1), value(third, rows, at + 2)));
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
                (rows, at) -> make.apply(
                        value(first, rows, at),
                        value(second, rows, at + 1),
                        value(third, rows, at + 2),
                        value(fourth, rows, at + 3)));
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
                (rows, at) -> make.apply(
                        value(first, rows, at),
                        value(second, rows, at + 1),
                        value(third, rows, at + 2),
                        value(fourth, rows, at + 3),
                        value(fifth, rows, at + 4)));
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
                (rows, at) -> make.apply(
                        value(first, rows, at),
                        value(second, rows, at + 1),
                        value(third, rows, at + 2),
                        value(fourth, rows, at + 3),
                        value(fifth, rows, at + 4),
                        value(sixth, rows, at + 5)));
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
                (rows, at) -> make.apply(
                        value(first, rows, at),
                        value(second, rows, at + 1),
                        value(third, rows, at + 2),
                        value(fourth, rows, at + 3),
                        value(fifth, rows, at + 4),
                        value(sixth, rows, at + 5),
                        value(seventh, rows, at + 6)));
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
                (rows, at) -> make.apply(
                        value(first, rows, at),
                        value(second, rows, at + 1),
                        value(third, rows, at + 2),
                        value(fourth, rows, at + 3),
                        value(fifth, rows, at + 4),
                        value(sixth, rows, at + 5),
                        value(seventh, rows, at + 6),
                        value(eighth, rows, at + 7)));
    }
}
