package dev.flashorm.migrate.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts renames in an order in which each new name is free: the last of a chain first, and a circle by a detour. */
final class RenameOrder {
    private RenameOrder() {}

    /** An old and a new name. */
    record Move<N>(N before, N after) {}

    /**
     * @param moves old to new
     * @param detour gives a name that nobody has
     */
    static <N> List<Move<N>> order(Map<N, N> moves, UnaryOperator<N> detour) {
        Map<N, N> left = new LinkedHashMap<>(moves);
        List<Move<N>> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Move<N>> free = left.entrySet().stream()
                    .filter(move -> !left.containsKey(move.getValue()))
                    .map(move -> new Move<>(move.getKey(), move.getValue()))
                    .toList();
            ordered.addAll(free);
            free.forEach(move -> left.remove(move.before()));
            if (free.isEmpty()) {
                Map.Entry<N, N> first = left.entrySet().iterator().next();
                Move<N> aside = new Move<>(first.getKey(), detour.apply(first.getKey()));
                ordered.add(aside);
                N target = first.getValue();
                left.remove(aside.before());
                left.put(aside.after(), target);
            }
        }
        return ordered;
    }
}
