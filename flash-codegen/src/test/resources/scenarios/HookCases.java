package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import db.AppDb;
import db.AppSession;
import db.Membership;
import db.NewMembership;
import db.NewNote;
import db.NewPost;
import db.NewSample;
import db.NewTag;
import db.NewUser;
import db.Note;
import db.Post;
import db.Posts;
import db.Role;
import db.Sample;
import db.Tag;
import db.Tags;
import db.User;
import db.Users;
import dev.flashorm.runtime.StaleRecordException;
import dev.flashorm.runtime.StatementListener;
import dev.flashorm.runtime.UniqueViolation;
import dev.flashorm.runtime.query.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Hooks around the writes of models. */
public final class HookCases {
    private HookCases() {}

    /** Keeps what happened as posts without an author, which the hooks write in the transaction that they are given. */
    private static AppDb audited(AppDb db) {
        return db.withHooks(hooks -> {
            hooks.users().beforeCreate((tx, draft) -> draft.name() == null ? draft.withName("nobody") : draft);
            hooks.users().afterCreate((tx, user) -> note(tx, "created " + user.email() + " " + user.name()));
            hooks.users().beforeUpdate((tx, changes) -> changes.bossIdNull());
            hooks.users()
                    .afterUpdate((tx, before, after) ->
                            note(tx, "updated " + before.email() + " " + before.visits() + " " + after.visits()));
            hooks.users().beforeDelete((tx, user) -> note(tx, "deleting " + user.email()));
            hooks.users().afterDelete((tx, user) -> note(tx, "deleted " + user.email()));
        });
    }

    private static void note(AppSession tx, String text) {
        tx.posts().create(NewPost.of(text));
    }

    private static List<String> notes(AppDb db) {
        List<String> notes = db.posts().orderBy(Posts.ID.asc()).list().stream().map(Post::title).toList();
        db.posts().deleteAll();
        return notes;
    }

    public static void createsRunHooks(AppDb db) {
        AppDb hooked = audited(db);
        User ann = hooked.users().create(NewUser.of("ann"));
        assertThat(ann.name()).isEqualTo("nobody");
        assertThat(notes(db)).containsExactly("created ann nobody");
        hooked.users().createMany(List.of(NewUser.of("bob").withName("Bob"), NewUser.of("cy")));
        assertThat(notes(db)).containsExactly("created bob Bob", "created cy nobody");
        assertThat(hooked.users().copyIn(Stream.of(NewUser.of("dan")))).isEqualTo(1);
        assertThat(notes(db)).containsExactly("created dan nobody");
        assertThat(hooked.users().createMany(List.of())).isEmpty();
        hooked.runTransaction(tx -> tx.users().create(NewUser.of("eve")));
        assertThat(notes(db)).containsExactly("created eve nobody");
        hooked.posts().create(NewPost.of("hi").withAuthor(NewUser.of("fay")));
        assertThat(notes(db)).containsExactlyInAnyOrder("created fay nobody", "hi");
        assertThatThrownBy(() -> hooked.users().createManySkippingDuplicates(List.of(NewUser.of("gus"))))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("User");
        db.users().create(NewUser.of("zoe"));
        assertThat(notes(db)).isEmpty();
    }

    public static void rowsThatAreOnlyWrittenRunHooks(AppDb db) {
        AppDb hooked = db.withHooks(
                hooks -> hooks.users().beforeCreate((tx, draft) -> draft.withName(draft.email().toUpperCase(java.util.Locale.ROOT))));
        hooked.users().createManySkippingDuplicates(List.of(NewUser.of("ann"), NewUser.of("ann")));
        hooked.users().copyIn(Stream.of(NewUser.of("bob")));
        assertThat(db.users().orderBy(Users.EMAIL.asc()).list()).extracting(User::name).containsExactly("ANN", "BOB");
    }

    public static void everyValueOfADraftCanChange(AppDb db) {
        AppDb hooked = db.withHooks(hooks -> hooks.samples()
                .beforeCreate((tx, draft) -> draft.withBig(draft.big() + 1).withFloat_(draft.float_() * 2).withText(draft.text() + "!")));
        Sample sample = hooked.samples()
                .create(NewSample.of("k", true, 1, 2, 2.5, BigDecimal.ONE, "a", Instant.EPOCH, Json.of(1), new byte[0], Role.USER));
        assertThat(sample.big()).isEqualTo(3);
        assertThat(sample.float_()).isEqualTo(5);
        assertThat(sample.text()).isEqualTo("a!");
    }

    /** Children too, whose hooks see what their relation gave them. */
    public static void relatedRowsRunHooks(AppDb db) {
        List<String> seen = new ArrayList<>();
        AppDb hooked = db.withHooks(hooks -> {
            hooks.posts().beforeCreate((tx, draft) -> draft.withTitle(draft.title() + "!"));
            hooks.posts().afterCreate((tx, post) -> seen.add("created " + post.title() + " " + (post.authorId() != null)));
            hooks.posts().afterUpdate((tx, before, after) -> seen.add("moved " + after.title() + " " + (after.authorId() != null)));
            hooks.posts().afterDelete((tx, post) -> seen.add("deleted " + post.title()));
            hooks.tags().afterCreate((tx, tag) -> seen.add("created #" + tag.name()));
            hooks.tags().afterDelete((tx, tag) -> seen.add("deleted #" + tag.name()));
        });
        User ann = hooked.users().create(NewUser.of("ann").withPosts(NewPost.of("a").withTags(NewTag.of("x"))));
        assertThat(seen).containsExactly("created #x", "created a! true");
        seen.clear();
        Post post = db.posts().list().get(0);
        hooked.posts().update(post.id(), s -> s.tags().connectOrCreate(Tags.BY_ID, NewTag.of("x"), NewTag.of("y")));
        hooked.posts().update(post.id(), s -> s.tags().delete(Tags.NAME.eq("y")));
        hooked.users().update(ann.id(), s -> s.posts().disconnectAll());
        hooked.users().update(ann.id(), s -> s.posts().connect(Posts.ID.eq(post.id())));
        hooked.posts().update(post.id(), s -> s.tags().disconnectAll());
        hooked.users().update(ann.id(), s -> s.posts().deleteAll());
        assertThat(seen)
                .containsExactly("created #y", "deleted #y", "moved a! false", "moved a! true", "deleted a!");
        assertThat(db.tags().list()).extracting(Tag::name).containsExactly("x");
    }

    public static void updatesRunHooks(AppDb db) {
        AppDb hooked = audited(db);
        User ann = db.users().create(NewUser.of("ann"));
        User bob = db.users().create(NewUser.of("bob").withBossId(ann.id()));
        assertThat(hooked.users().update(bob.id(), s -> s.visits(3))).isTrue();
        assertThat(db.users().get(bob.id()).bossId()).isNull();
        assertThat(notes(db)).containsExactly("updated bob 0 3");
        assertThat(hooked.users().update(-1, s -> s.visits(3))).isFalse();
        assertThat(hooked.users().where(Users.VISITS.lt(3)).updateMany(s -> s.visits().increment(7))).isEqualTo(1);
        assertThat(notes(db)).containsExactly("updated ann 0 7");
        assertThat(hooked.users().updateAll(s -> s.visits(1))).isEqualTo(2);
        assertThat(notes(db)).containsExactlyInAnyOrder("updated ann 7 1", "updated bob 3 1");
        hooked.users().save(db.users().get(ann.id()));
        assertThat(notes(db)).containsExactly("updated ann 1 1");
        assertThat(hooked.users().update(ann.id(), s -> {})).isTrue();
        assertThat(notes(db)).isEmpty();
    }

    /** A hook before updates is given the changes of each row by themselves; all of it is one transaction. */
    public static void eachOfManyUpdatesRunsHooks(AppDb db) {
        AppDb hooked = audited(db);
        User boss = db.users().create(NewUser.of("boss"));
        List<User> users = db.users().createMany(List.of(
                NewUser.of("ann").withBossId(boss.id()), NewUser.of("bob").withBossId(boss.id())));
        assertThat(hooked.users().updateEach(
                        users, user -> Users.ID.eq(user.id()), (user, s) -> s.visits(user.email().equals("ann") ? 1 : 2)))
                .isEqualTo(2);
        assertThat(notes(db)).containsExactly("updated ann 0 1", "updated bob 0 2");
        assertThat(db.users().where(Users.BOSS_ID.isNull()).count()).isEqualTo(3);
        assertThatThrownBy(() -> hooked.users().updateEach(
                        users, user -> Users.ID.eq(user.id()), (user, s) -> s.visits(9).email("one for both")))
                .isInstanceOf(UniqueViolation.class);
        AppDb strict = db.withHooks(hooks -> hooks.users().afterUpdate((tx, before, after) -> {
            if (after.email().equals("bob")) {
                throw new IllegalStateException("bob stays");
            }
        }));
        assertThatThrownBy(() -> strict.users().updateEach(users, user -> Users.ID.eq(user.id()), (user, s) -> s.visits(9)))
                .hasMessage("bob stays");
        assertThat(notes(db)).isEmpty();
        assertThat(db.users().orderBy(Users.EMAIL.asc()).list()).extracting(User::visits).containsExactly(1, 2, 0);
    }

    public static void theKeyOfARowCanChange(AppDb db) {
        List<String> seen = new ArrayList<>();
        AppDb hooked = db.withHooks(hooks -> {
            hooks.users().afterUpdate((tx, before, after) -> seen.add(before.id() + " " + after.id()));
            hooks.memberships().afterUpdate((tx, before, after) -> seen.add(before.team() + " " + after.team() + " " + after.userId()));
        });
        User ann = db.users().create(NewUser.of("ann").withId(5));
        Membership seat = db.memberships().create(NewMembership.of(5, "a", Instant.EPOCH));
        hooked.memberships().update(5, "a", s -> s.team("b"));
        db.memberships().deleteAll();
        hooked.users().update(ann.id(), s -> s.id(6));
        assertThat(seen).containsExactly("a b 5", "5 6");
        assertThat(seat.team()).isEqualTo("a");
        assertThatThrownBy(() -> hooked.users().update(6, s -> s.id().increment(1)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("User.id");
        assertThat(db.users().list()).extracting(User::id).containsExactly(6);
    }

    public static void deletesRunHooks(AppDb db) {
        AppDb hooked = audited(db);
        User ann = db.users().create(NewUser.of("ann"));
        db.users().createMany(List.of(NewUser.of("bob"), NewUser.of("cy")));
        assertThat(hooked.users().delete(ann.id())).isTrue();
        assertThat(notes(db)).containsExactly("deleting ann", "deleted ann");
        assertThat(hooked.users().delete(ann.id())).isFalse();
        assertThat(hooked.users().where(Users.EMAIL.eq("bob")).deleteMany()).isEqualTo(1);
        assertThat(notes(db)).containsExactly("deleting bob", "deleted bob");
        assertThat(hooked.users().deleteAll()).isEqualTo(1);
        assertThat(notes(db)).containsExactly("deleting cy", "deleted cy");
    }

    public static void upsertsRunTheHooksOfWhatTheyDo(AppDb db) {
        AppDb hooked = audited(db);
        User made = hooked.users().upsert(NewUser.of("ann"), Users.BY_EMAIL, s -> s.visits().increment(1));
        assertThat(made.name()).isEqualTo("nobody");
        User changed = hooked.users().upsert(NewUser.of("ann"), Users.BY_EMAIL, s -> s.visits().increment(1));
        assertThat(changed.visits()).isEqualTo(1);
        assertThat(changed.id()).isEqualTo(made.id());
        assertThat(notes(db)).containsExactly("created ann nobody", "updated ann 0 1");
        List<User> both = hooked.users()
                .upsertMany(List.of(NewUser.of("bob"), NewUser.of("ann"), NewUser.of("bob")), Users.BY_EMAIL, s -> s.visits(9));
        assertThat(both).extracting(User::email).containsExactly("bob", "ann", "bob");
        assertThat(notes(db)).containsExactly("created bob nobody", "updated ann 1 9", "updated bob 0 9");
        hooked.users().upsert(NewUser.of("cy"), Users.BY_ID, s -> s.visits(9));
        assertThatThrownBy(() -> hooked.users().upsert(NewUser.of("cy").withId(99), Users.BY_ID, s -> s.visits(9)))
                .isInstanceOf(UniqueViolation.class);
        assertThatThrownBy(() -> hooked.users()
                        .upsert(NewUser.of("dan").withPosts(NewPost.of("a")), Users.BY_EMAIL, s -> s.visits(9)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(notes(db)).containsExactly("created cy nobody");
    }

    public static void upsertsOfOneKeyAtOnce(AppDb db) throws Exception {
        AppDb hooked = audited(db);
        CyclicBarrier start = new CyclicBarrier(4);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                running.add(pool.submit(() -> {
                    start.await(120, TimeUnit.SECONDS);
                    return hooked.users().upsert(NewUser.of("ann"), Users.BY_EMAIL, s -> s.visits().increment(1));
                }));
            }
            for (Future<?> each : running) {
                each.get(120, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(db.users().list()).extracting(User::visits).containsExactly(3);
        assertThat(notes(db)).hasSize(4).contains("created ann nobody", "updated ann 2 3");
    }

    /** Whatever the hook does, and whatever has been written. */
    public static void anExceptionUndoesTheWrite(AppDb db) {
        db.users().create(NewUser.of("ann"));
        AppDb failing = db.withHooks(hooks -> {
            hooks.users().afterCreate((tx, user) -> fail(tx));
            hooks.users().afterUpdate((tx, before, after) -> fail(tx));
            hooks.users().afterDelete((tx, user) -> fail(tx));
        });
        for (Runnable write : List.<Runnable>of(
                () -> failing.users().create(NewUser.of("bob")),
                () -> failing.users().create(NewUser.of("bob").withPosts(NewPost.of("b"))),
                () -> failing.posts().create(NewPost.of("p").withAuthor(NewUser.of("bob"))),
                () -> failing.users().createMany(List.of(NewUser.of("bob"), NewUser.of("cy"))),
                () -> failing.users().upsert(NewUser.of("bob"), Users.BY_EMAIL, s -> s.visits(1)),
                () -> failing.users().upsert(NewUser.of("ann"), Users.BY_EMAIL, s -> s.visits(1)),
                () -> failing.users().updateAll(s -> s.visits(1)),
                () -> failing.users().deleteAll())) {
            assertThatThrownBy(write::run).isInstanceOf(IllegalStateException.class).hasMessage("no");
            // In a transaction that goes on, too.
            db.runTransaction(tx -> {});
            failing.runTransaction(tx -> {
                assertThatThrownBy(() -> tx.users().updateAll(s -> s.visits(1))).hasMessage("no");
                tx.tags().upsert(NewTag.of("kept"), Tags.BY_ID, s -> {});
            });
            assertThat(db.users().list()).extracting(User::email).containsExactly("ann");
            assertThat(db.users().list()).extracting(User::visits).containsExactly(0);
            assertThat(db.posts().count()).isZero();
            assertThat(db.tags().count()).isEqualTo(1);
        }
    }

    private static void fail(AppSession tx) {
        note(tx, "lost");
        throw new IllegalStateException("no");
    }

    /** A row that must be as it was read. */
    public static void staleChangesRunNoHooks(AppDb db) {
        List<String> seen = new ArrayList<>();
        AppDb hooked = db.withHooks(hooks -> {
            hooks.notes().afterUpdate((tx, before, after) -> seen.add(before.edits() + " " + after.edits()));
            hooks.notes().afterDelete((tx, note) -> seen.add("deleted"));
        });
        Note read = db.notes().create(NewNote.of(1));
        hooked.notes().update(read, s -> s.text("a"));
        assertThatThrownBy(() -> hooked.notes().update(read, s -> s.text("b"))).isInstanceOf(StaleRecordException.class);
        assertThatThrownBy(() -> hooked.notes().delete(read)).isInstanceOf(StaleRecordException.class);
        hooked.notes().save(db.notes().get(1));
        hooked.notes().delete(db.notes().get(1));
        assertThat(seen).containsExactly("0 1", "1 2", "deleted");
    }

    /** Of several hooks each goes on from what those before it did; a hook's own writes run hooks. */
    public static void hooksAdd(AppDb db) {
        AppDb hooked = db.withHooks(hooks -> {
                    hooks.users().beforeCreate((tx, draft) -> draft.withName(draft.name() + "1"));
                    hooks.users().beforeCreate((tx, draft) -> draft.withName(draft.name() + "2"));
                })
                .withHooks(hooks -> {
                    hooks.users().beforeCreate((tx, draft) -> draft.withName("0"));
                    hooks.users().afterCreate((tx, user) -> tx.tags().create(NewTag.of("of " + user.name())));
                    hooks.tags().afterCreate((tx, tag) -> note(tx, tag.name()));
                });
        assertThat(hooked.users().create(NewUser.of("ann")).name()).isEqualTo("012");
        assertThat(notes(db)).containsExactly("of 012");
    }

    public static void withoutHooksNothingIsAdded(AppDb db) {
        db.users().create(NewUser.of("warm"));
        AppDb hooked = db.withHooks(hooks -> hooks.tags().afterCreate((tx, tag) -> note(tx, "x")));
        List<String> statements = new ArrayList<>();
        StatementListener.Subscription listening = db.listen(event -> statements.add(event.sql()));
        db.users().create(NewUser.of("ann"));
        List<String> plain = List.copyOf(statements);
        statements.clear();
        hooked.users().create(NewUser.of("bob"));
        listening.close();
        assertThat(statements).isEqualTo(plain);
    }

    /** More rows than a statement has keys. */
    public static void manyRowsRunHooks(AppDb db) {
        List<NewTag> tags = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            tags.add(NewTag.of("t" + i));
        }
        db.tags().createMany(tags);
        List<String> deleted = new ArrayList<>();
        AppDb hooked = db.withHooks(hooks -> hooks.tags().beforeDelete((tx, tag) -> deleted.add(tag.name())));
        assertThat(hooked.tags().deleteAll()).isEqualTo(20_000);
        assertThat(deleted).hasSize(20_000);
        assertThat(db.tags().count()).isZero();
    }
}
