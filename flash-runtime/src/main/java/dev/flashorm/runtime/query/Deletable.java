package dev.flashorm.runtime.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Looks for what forbids a delete before anything is written, where nothing can be taken back: a record that may not lose
 * what it refers to, and is not deleted with it.
 */
final class Deletable {
    private final References references;
    private final Set<List<Object>> going = new HashSet<>();
    private final List<Runnable> restrictions = new ArrayList<>();

    private Deletable(References references) {
        this.references = references;
    }

    /** @throws dev.flashorm.runtime.ForeignKeyViolation if a relation forbids it */
    static <M> void require(References references, Table<M> table, List<M> records) {
        Deletable all = new Deletable(references);
        all.collect(table, records);
        all.restrictions.forEach(Runnable::run);
    }

    private <M> void collect(Table<M> table, List<M> records) {
        List<M> more = records.stream()
                .filter(record -> going.add(identity(table, record)))
                .toList();
        if (!more.isEmpty()) {
            table.incoming().forEach(incoming -> collect(incoming, more));
        }
    }

    private <M, T> void collect(Reference.Incoming<M, T> incoming, List<M> records) {
        Link<M, T> link = incoming.link();
        if (link.through() != null) {
            return;
        }
        switch (incoming.reference().onDelete()) {
            case CASCADE ->
                references.referring(
                        link, records, some -> collect(link.target(), references.locked(link.target(), some)));
            case RESTRICT ->
                references.referring(link, records, some -> restrictions.add(() -> requireNoOther(link, some)));
            case SET_NULL, NO_ACTION -> {}
        }
    }

    private <M, T> void requireNoOther(Link<M, T> link, Condition<T> referring) {
        Table<T> table = link.target();
        if (references.locked(table, referring).stream().anyMatch(row -> !going.contains(identity(table, row)))) {
            throw References.violation(link);
        }
    }

    private static <M> List<Object> identity(Table<M> table, M record) {
        return List.of(
                table,
                Objects.requireNonNull(Keys.of(record, table.keys().get(0).columns())));
    }
}
