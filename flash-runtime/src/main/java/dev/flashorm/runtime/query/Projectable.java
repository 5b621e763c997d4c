package dev.flashorm.runtime.query;

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

    /** One value of each row; null where it has none. */
    public final <A> Projection<M, A> select(Expression<M, A> only) {
        return project(List.of(only), only::read);
    }

    /** One value of each row, made into another. */
    public final <A, R> Projection<M, R> select(Expression<M, A> only, Function<? super A, ? extends R> make) {
        return project(List.of(only), (rows, at) -> make.apply(only.read(rows, at)));
    }

    /** Two values of each row, made into one of the caller's own. */
    public final <A, B, R> Projection<M, R> select(
            Expression<M, A> first, Expression<M, B> second, BiFunction<? super A, ? super B, ? extends R> make) {
        return project(
                List.of(first, second), (rows, at) -> make.apply(first.read(rows, at), second.read(rows, at + 1)));
    }

    /** Three values of each row, made into one of the caller's own. */
    public final <A, B, C, R> Projection<M, R> select(
            Expression<M, A> first,
            Expression<M, B> second,
            Expression<M, C> third,
            Combine3<? super A, ? super B, ? super C, ? extends R> make) {
        return project(
                List.of(first, second, third),
                (rows, at) -> make.apply(first.read(rows, at), second.read(rows, at + 1), third.read(rows, at + 2)));
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
                        first.read(rows, at),
                        second.read(rows, at + 1),
                        third.read(rows, at + 2),
                        fourth.read(rows, at + 3)));
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
                        first.read(rows, at),
                        second.read(rows, at + 1),
                        third.read(rows, at + 2),
                        fourth.read(rows, at + 3),
                        fifth.read(rows, at + 4)));
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
                        first.read(rows, at),
                        second.read(rows, at + 1),
                        third.read(rows, at + 2),
                        fourth.read(rows, at + 3),
                        fifth.read(rows, at + 4),
                        sixth.read(rows, at + 5)));
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
                        first.read(rows, at),
                        second.read(rows, at + 1),
                        third.read(rows, at + 2),
                        fourth.read(rows, at + 3),
                        fifth.read(rows, at + 4),
                        sixth.read(rows, at + 5),
                        seventh.read(rows, at + 6)));
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
                        first.read(rows, at),
                        second.read(rows, at + 1),
                        third.read(rows, at + 2),
                        fourth.read(rows, at + 3),
                        fifth.read(rows, at + 4),
                        sixth.read(rows, at + 5),
                        seventh.read(rows, at + 6),
                        eighth.read(rows, at + 7)));
    }
}
