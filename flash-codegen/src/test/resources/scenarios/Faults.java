package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import db.AppDb;
import db.AppSession;
import db.NewMembership;
import db.NewPost;
import db.NewUser;
import db.Posts;
import db.User;
import db.Users;
import dev.flashorm.runtime.CheckViolation;
import dev.flashorm.runtime.ConnectionFailure;
import dev.flashorm.runtime.ConstraintViolation;
import dev.flashorm.runtime.DatabaseKind;
import dev.flashorm.runtime.FlashException;
import dev.flashorm.runtime.ForeignKeyViolation;
import dev.flashorm.runtime.NotNullViolation;
import dev.flashorm.runtime.Timeout;
import dev.flashorm.runtime.TransactionUnusable;
import dev.flashorm.runtime.UniqueViolation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What goes wrong at a real server, and what the client makes of it. */
public final class Faults {
    private static final long LONG_ENOUGH_SECONDS = 120;

    private Faults() {}

    private static boolean isSqlite(AppDb db) {
        return db.database().kind() == DatabaseKind.SQLITE;
    }

    private static boolean isPostgresql(AppDb db) {
        return db.database().kind() == DatabaseKind.POSTGRESQL;
    }

    public static void violationsNameTheModelAndItsFields(AppDb db) {
        User ann = db.users().create(NewUser.of("ann@x.io"));
        NewMembership core = NewMembership.of(ann.id(), "core", Instant.EPOCH);
        db.memberships().create(core);
        assertThatThrownBy(() -> db.memberships().create(NewMembership.of(ann.id(), "core", Instant.now())))
                .isInstanceOfSatisfying(UniqueViolation.class, e -> at(e, "Membership", "userId", "team"));
        assertThatThrownBy(() -> db.users().createMany(List.of(NewUser.of("bob@x.io"), NewUser.of("ann@x.io"))))
                .isInstanceOfSatisfying(UniqueViolation.class, e -> at(e, "User", "email"));
        assertThatThrownBy(() -> db.users().update(db.users().create(NewUser.of("cy@x.io")).id(), s -> s.email("ann@x.io")))
                .isInstanceOfSatisfying(UniqueViolation.class, e -> at(e, "User", "email"));
        assertThatThrownBy(() -> db.sql("INSERT INTO posts (title, published) VALUES (NULL, true)").execute())
                .isInstanceOfSatisfying(NotNullViolation.class, e -> at(e, "Post", "title"));
        assertThatThrownBy(() -> db.posts().create(NewPost.of("lost").withAuthorId(-1)))
                .isInstanceOf(ForeignKeyViolation.class)
                .hasMessageContaining("Post");
        assertThatThrownBy(() -> db.users().delete(ann.id())).isInstanceOf(ForeignKeyViolation.class);
        assertThat(db.posts().count()).isZero();
        assertThat(db.users().count()).isEqualTo(2);
    }

    private static void at(ConstraintViolation violation, String model, String... fields) {
        assertThat(violation.model()).isEqualTo(model);
        assertThat(violation.fields()).containsExactly(fields);
        assertThat(violation).hasMessageContaining(model).hasMessageContaining(fields[0]);
    }

    public static void checksNameTheModel(AppDb db) {
        if (isSqlite(db)) {
            // Its tables take no further check.
            return;
        }
        db.sql("ALTER TABLE users ADD CONSTRAINT few_visits CHECK (visits < 100)").execute();
        try {
            assertThatThrownBy(() -> db.users().create(NewUser.of("ann@x.io").withVisits(100)))
                    .isInstanceOfSatisfying(CheckViolation.class, e -> {
                        assertThat(e.model()).isEqualTo("User");
                        assertThat(e.constraint()).isEqualTo("few_visits");
                    });
        } finally {
            db.sql("ALTER TABLE users DROP CONSTRAINT few_visits").execute();
        }
    }

    public static void afterAFailureATransactionOnlyEnds(AppDb db) {
        db.users().create(NewUser.of("ann@x.io"));
        assertThatThrownBy(() -> db.runTransaction(tx -> {
                    assertThatThrownBy(() -> tx.users().create(NewUser.of("ann@x.io"))).isInstanceOf(UniqueViolation.class);
                    assertThatThrownBy(() -> tx.users().count()).isInstanceOf(TransactionUnusable.class);
                    assertThatThrownBy(() -> tx.users().createMany(List.of(NewUser.of("1@x.io"), NewUser.of("2@x.io"))))
                            .isInstanceOf(TransactionUnusable.class);
                    assertThatThrownBy(() -> tx.users().stream().close()).isInstanceOf(TransactionUnusable.class);
                    assertThatThrownBy(() -> tx.sql("SELECT 1").execute()).isInstanceOf(TransactionUnusable.class);
                }))
                .isInstanceOf(TransactionUnusable.class)
                .hasMessageContaining("email");
        db.runTransaction(tx -> {
            assertThatThrownBy(() -> tx.transaction(inner -> inner.users().create(NewUser.of("ann@x.io"))))
                    .isInstanceOf(UniqueViolation.class);
            tx.users().create(NewUser.of("bob@x.io"));
        });
        assertThat(db.users().count()).isEqualTo(2);
    }

    /** Whatever the call was, and however many statements it took. */
    public static void everyFailedCallEndsItsTransaction(AppDb db) {
        User ann = db.users().create(NewUser.of("ann@x.io"));
        List<NewUser> few = List.of(NewUser.of("1@x.io"), NewUser.of("ann@x.io"));
        List<NewUser> many = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            many.add(i % 2 == 0 ? NewUser.of(i + "@x.io") : NewUser.of(i + "@x.io").withVisits(1));
        }
        many.add(NewUser.of("ann@x.io"));
        Map<String, Consumer<AppSession>> calls = new LinkedHashMap<>();
        calls.put("create", tx -> tx.users().create(few.get(1)));
        calls.put("create with related", tx -> tx.users().create(few.get(1).withPosts(NewPost.of("a"))));
        calls.put("related after", tx -> tx.posts().create(NewPost.of("a").withAuthor(few.get(1))));
        calls.put("connect", tx -> tx.users().update(ann.id(), s -> s.visits(5).posts().connect(Posts.ID.eq(-1))));
        calls.put("createMany of few", tx -> tx.users().createMany(few));
        calls.put("createMany of many", tx -> tx.users().createMany(many));
        calls.put("copyIn of few", tx -> tx.users().copyIn(few.stream()));
        calls.put("copyIn of many", tx -> tx.users().copyIn(many.stream()));
        calls.put("skipping", tx -> tx.posts().createManySkippingDuplicates(List.of(NewPost.of("a").withAuthorId(-1))));
        calls.put("update", tx -> tx.users().update(tx.users().create(few.get(0)).id(), s -> s.email("ann@x.io")));
        calls.put("updateEach", tx -> tx.users().updateEach(
                tx.users().createMany(List.of(few.get(0), NewUser.of("2@x.io"))),
                user -> Users.ID.eq(user.id()),
                (user, s) -> s.email("3@x.io")));
        calls.put("upsert", tx -> tx.users().upsert(few.get(0).withId(ann.id()), Users.BY_EMAIL, s -> s.visits(1)));
        calls.put("upsertMany", tx -> tx.users().upsertMany(
                List.of(few.get(0).withId(ann.id()), NewUser.of("2@x.io")), Users.BY_EMAIL, s -> s.visits(1)));
        calls.forEach((name, call) -> {
            assertThatThrownBy(() -> db.runTransaction(tx -> {
                        assertThatThrownBy(() -> call.accept(tx)).as(name).isInstanceOf(FlashException.class);
                        assertThatThrownBy(() -> tx.users().count()).as(name).isInstanceOf(TransactionUnusable.class);
                    }))
                    .as(name)
                    .isInstanceOf(TransactionUnusable.class)
                    .hasMessageContaining("transaction(…) of its own")
                    .hasCauseInstanceOf(FlashException.class);
            assertThat(db.users().list()).as(name).containsExactly(ann);
            db.runTransaction(tx -> {
                assertThatThrownBy(() -> tx.runTransaction(call::accept)).as(name).isInstanceOf(FlashException.class);
                assertThat(tx.users().list()).as(name).containsExactly(ann);
            });
            assertThat(db.posts().count()).as(name).isZero();
        });
    }

    public static void lockedRowsAreSkippedOrRefused(AppDb db) throws Exception {
        if (isSqlite(db)) {
            // One transaction writes at a time.
            return;
        }
        List<User> users = db.users().createMany(List.of(NewUser.of("a@x.io"), NewUser.of("b@x.io"), NewUser.of("c@x.io")));
        int locked = users.get(1).id();
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> holding = other.submit(() -> db.runTransaction(tx -> {
                tx.users().where(Users.ID.eq(locked)).forUpdate().one();
                holds.countDown();
                await(looked);
                tx.users().update(locked, s -> s.visits(7));
            }));
            await(holds);
            try {
                db.runTransaction(tx -> {
                    assertThat(tx.users().where(Users.ID.in(ids(users))).forUpdate().skipLocked().list())
                            .extracting(User::email)
                            .containsExactlyInAnyOrder("a@x.io", "c@x.io");
                });
                assertThatThrownBy(() -> db.runTransaction(tx ->
                                tx.users().where(Users.ID.eq(locked)).forUpdate().noWait().list()))
                        .isInstanceOf(Timeout.class);
            } finally {
                looked.countDown();
            }
            holding.get(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }
        // Who waits for a lock sees what the other one has written.
        assertThat(db.<Integer>transaction(tx ->
                        tx.users().where(Users.ID.eq(locked)).forUpdate().one().visits()))
                .isEqualTo(7);
    }

    private static List<Integer> ids(List<User> users) {
        return users.stream().map(User::id).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void aKilledConnectionEndsItsTransactionOnly(AppDb db) {
        if (isSqlite(db)) {
            return;
        }
        assertThatThrownBy(() -> db.runTransaction(tx -> {
                    tx.users().create(NewUser.of("ann@x.io"));
                    kill(db, number(db, tx));
                    tx.users().create(NewUser.of("bob@x.io"));
                }))
                .isInstanceOf(ConnectionFailure.class);
        assertThat(db.users().count()).isZero();
        assertThatThrownBy(() -> db.runTransaction(tx -> {
                    List<NewUser> drafts = List.of(NewUser.of("1@x.io"), NewUser.of("2@x.io"));
                    tx.users().createMany(drafts);
                    kill(db, number(db, tx));
                    // Nobody uses it again: the commit finds out.
                }))
                .isInstanceOf(ConnectionFailure.class);
        assertThat(db.users().count()).isZero();
        db.users().create(NewUser.of("cy@x.io"));
    }

    private static long number(AppDb db, AppSession tx) {
        String sql = isPostgresql(db) ? "SELECT pg_backend_pid()" : "SELECT CONNECTION_ID()";
        return tx.sql(sql).map(row -> row.bigInt(1)).one();
    }

    private static void kill(AppDb db, long number) {
        if (isPostgresql(db)) {
            assertThat(db.sql("SELECT pg_terminate_backend(?)", (int) number).map(row -> row.bool(1)).one()).isTrue();
        } else {
            db.sql("KILL " + number).execute();
        }
    }
}
