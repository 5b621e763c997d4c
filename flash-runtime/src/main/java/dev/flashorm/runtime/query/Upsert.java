package dev.flashorm.runtime.query;

import dev.flashorm.runtime.Session;
import dev.flashorm.runtime.UniqueViolation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Inserts rows, or changes those that have the same key already. One statement where the database can tell by which key
 * a row is to be sought; where it cannot (MySQL changes whatever row it meets by any key), only if the drafts have no
 * values for another; nor if the client has to take along what refers to a row.
 */
final class Upsert<M, D> {
    /** An insert that met a row of another transaction finds it by the next attempt. */
    private static final int ATTEMPTS = 3;

    private final Scope scope;
    private final Insert<M, D> insert;
    private final DraftKey<M, D> key;
    private final Changes changes;

    Upsert(Scope scope, Insert<M, D> insert, DraftKey<M, D> key, Changes changes) {
        this.scope = scope;
        this.insert = insert;
        this.key = key;
        this.changes = changes;
    }

    List<M> run(List<D> drafts) {
        List<D> completed = insert.completed(drafts);
        boolean isFollowed = References.isReferredTo(insert.table(), changes);
        if (!isFollowed
                && (scope.dialect().has(Fragment.UPSERT) || drafts.stream().allMatch(this::isSafe))) {
            if (drafts.size() == 1 && key.isKnown(completed.get(0))) {
                return scope.session().server().insertReturning()
                        ? List.of(rowOrAgain(completed.get(0)))
                        : oneStatement(scope, completed);
            }
            return atomically(inside -> rounds(inside, completed, this::oneStatement));
        }
        return atomically(inside -> rounds(inside, completed, this::step));
    }

    private boolean isSafe(D draft) {
        return insert.meetsOnly(key, draft);
    }

    private <R> R atomically(Function<Scope, R> work) {
        return scope.session().atomically((Session transaction) -> work.apply(scope.in(transaction)));
    }

    /** Writes rows of different keys. */
    @FunctionalInterface
    private interface Round<M, D> {
        List<M> write(Scope scope, List<D> drafts);
    }

    /** One round for the first draft of each key, another for the second, and so on: no statement meets a row twice. */
    private List<M> rounds(Scope inside, List<D> drafts, Round<M, D> round) {
        List<M> rows = new ArrayList<>(Collections.nCopies(drafts.size(), null));
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            left.add(i);
        }
        while (!left.isEmpty()) {
            Set<Object> seen = new HashSet<>();
            List<Integer> now = new ArrayList<>();
            List<Integer> later = new ArrayList<>();
            for (int i : left) {
                // Without a value for the key there is nothing to meet.
                boolean isFirst = !key.isKnown(drafts.get(i)) || seen.add(key.of(drafts.get(i)));
                (isFirst ? now : later).add(i);
            }
            place(rows, now, drafts, part -> round.write(inside, part), true);
            place(rows, now, drafts, part -> insert.many(inside, part), false);
            left = later;
        }
        return rows;
    }

    private void place(
            List<M> rows, List<Integer> indexes, List<D> drafts, Function<List<D>, List<M>> write, boolean known) {
        List<Integer> chosen = indexes.stream()
                .filter(i -> key.isKnown(drafts.get(i)) == known)
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        List<M> written = write.apply(chosen.stream().map(drafts::get).toList());
        for (int i = 0; i < chosen.size(); i++) {
            rows.set(chosen.get(i), written.get(i));
        }
    }

    private List<M> oneStatement(Scope inside, List<D> drafts) {
        return new BulkInsert<>(insert, inside, change(), key, drafts).rows();
    }

    /**
     * Of two statements that insert the same row at the same moment PostgreSQL may let one fail by a key that is not the one of
     * the upsert. By the next attempt the row is there.
     */
    private M rowOrAgain(D draft) {
        try {
            return row(draft);
        } catch (UniqueViolation met) {
            if (scope.session().isInTransaction()) {
                throw met;
            }
            return row(draft);
        }
    }

    /** The row of one draft, which its own statement returns. */
    private M row(D draft) {
        OnConflict change = change();
        String text = insert.text(scope, insert.columns(draft), 1, change, true);
        return scope.session()
                .query(
                        text,
                        statement -> change.bind(statement, insert.binder().bind(draft, statement, 1)),
                        insert.table()::readOnly);
    }

    private OnConflict change() {
        return new OnConflict.Change(key.columns(), changes);
    }

    /** Changes the rows that there are, then inserts those that are not. */
    private List<M> step(Scope inside, List<D> drafts) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inside.session().transaction(savepoint -> changeOrInsert(inside.in(savepoint), drafts));
            } catch (UniqueViolation met) {
                if (attempt == ATTEMPTS) {
                    throw met;
                }
            }
        }
    }

    private List<M> changeOrInsert(Scope inside, List<D> drafts) {
        List<Object> keys = drafts.stream().map(key::of).toList();
        long changed = Changes.update(inside, insert.table(), new KeyCondition<>(keys, key.columns()), changes);
        Map<Object, M> found = new HashMap<>();
        if (changed > 0) {
            found.putAll(key.byKey(key.find(inside, keys)));
        }
        boolean differs = changed > found.size();
        List<D> missing = new ArrayList<>();
        for (D draft : drafts) {
            M row = found.get(key.of(draft));
            if (row == null && differs) {
                row = key.rowOf(inside, draft, found);
            }
            if (row == null) {
                missing.add(draft);
            } else {
                found.put(key.of(draft), row);
            }
        }
        List<M> inserted = insert.many(inside, missing);
        for (int i = 0; i < missing.size(); i++) {
            found.put(key.of(missing.get(i)), inserted.get(i));
        }
        return drafts.stream().map(draft -> found.get(key.of(draft))).toList();
    }
}
