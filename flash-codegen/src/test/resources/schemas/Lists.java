package schemas;

import static org.assertj.core.api.Assertions.assertThat;

import db.AppDb;
import db.Item;
import db.Items;
import db.Level;
import db.NewItem;
import dev.flashorm.runtime.query.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Operators of columns that are lists. */
public final class Lists {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-00000000000a");

    private Lists() {}

    private static List<Integer> ids(AppDb db, Condition<Item> condition) {
        return db.items().where(condition).orderBy(Items.ID.asc()).list().stream().map(Item::id).toList();
    }

    private static void seed(AppDb db) {
        db.items().createMany(List.of(
                NewItem.of(1)
                        .withWords(List.of("a", "b,c", "\"q\" {}\\"))
                        .withCounts(List.of(1L, Long.MAX_VALUE))
                        .withLevels(List.of(Level.HIGH, Level.LOW))
                        .withDays(List.of(DAY))
                        .withIds(List.of(ID)),
                NewItem.of(2).withWords(List.of("b,c", "a")).withCounts(List.of(1L)).withLevels(List.of(Level.LOW)),
                NewItem.of(3)));
    }

    public static void everyOperatorOfEveryType(AppDb db) {
        seed(db);
        assertThat(ids(db, Items.WORDS.has("\"q\" {}\\"))).containsExactly(1);
        assertThat(ids(db, Items.WORDS.has("b"))).isEmpty();
        assertThat(ids(db, Items.WORDS.hasEvery(List.of("a", "b,c")))).containsExactly(1, 2);
        assertThat(ids(db, Items.WORDS.hasEvery(List.of()))).containsExactly(1, 2, 3);
        assertThat(ids(db, Items.WORDS.hasSome(List.of("z", "b,c")))).containsExactly(1, 2);
        assertThat(ids(db, Items.WORDS.hasSome(List.of()))).isEmpty();
        assertThat(ids(db, Items.WORDS.eq(List.of("b,c", "a")))).containsExactly(2);
        assertThat(ids(db, Items.WORDS.ne(List.of("b,c", "a")))).containsExactly(1, 3);
        assertThat(ids(db, Items.WORDS.isEmpty())).containsExactly(3);
        assertThat(ids(db, Condition.not(Items.WORDS.isEmpty()))).containsExactly(1, 2);
        assertThat(ids(db, Items.COUNTS.has(Long.MAX_VALUE))).containsExactly(1);
        assertThat(ids(db, Items.COUNTS.hasEvery(List.of(1L)))).containsExactly(1, 2);
        assertThat(ids(db, Items.LEVELS.has(Level.HIGH))).containsExactly(1);
        assertThat(ids(db, Items.LEVELS.hasSome(List.of(Level.HIGH, Level.LOW)))).containsExactly(1, 2);
        assertThat(ids(db, Items.DAYS.has(DAY))).containsExactly(1);
        assertThat(ids(db, Items.DAYS.eq(List.of(DAY)))).containsExactly(1);
        assertThat(ids(db, Items.IDS.has(ID))).containsExactly(1);
        assertThat(ids(db, Items.IDS.hasSome(List.of(ID)))).containsExactly(1);
    }

    public static void whatIsNotPresentFallsAway(AppDb db) {
        seed(db);
        assertThat(ids(
                        db,
                        Condition.and(
                                Items.WORDS.hasIfPresent(null),
                                Items.WORDS.hasEveryIfPresent(null),
                                Items.WORDS.hasSomeIfPresent(null),
                                Items.WORDS.eqIfPresent(null),
                                Items.WORDS.neIfPresent(null))))
                .containsExactly(1, 2, 3);
        assertThat(ids(db, Items.LEVELS.hasIfPresent(Level.HIGH))).containsExactly(1);
    }
}
