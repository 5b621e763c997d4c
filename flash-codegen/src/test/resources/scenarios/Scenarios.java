package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import db.AppDb;
import db.AppSession;
import db.NewPost;
import db.NewUser;
import db.Post;
import db.User;
import db.Users;
import dev.flashorm.runtime.DatabaseKind;
import dev.flashorm.runtime.ForeignKeyViolation;
import dev.flashorm.runtime.Isolation;
import dev.flashorm.runtime.StatementEvent;
import dev.flashorm.runtime.StatementListener;
import dev.flashorm.runtime.TransactionOptions;
import dev.flashorm.runtime.UniqueViolation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What data alone cannot say: threads, great numbers, listeners. Each public method gets a database without rows. */
public final class Scenarios {
    private static final int THREADS = 6;
    private static final int TIMES = 20;

    private Scenarios() {}

    /** Rows that only their numbers tell apart, of which several writers insert many at once. */
    public static void numbersAreThoseOfTheirRows(AppDb db) throws Exception {
        db.runTransaction(tx -> tx.posts().create(NewPost.of("first")));
        together(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                String own = thread + " " + i + " ";
                createPosts(db, own, 9 + thread * 30);
                TransactionOptions options =
                        TransactionOptions.isolation(thread % 2 == 0 ? Isolation.REPEATABLE_READ : Isolation.READ_COMMITTED);
                db.transaction(options.withRetries(50), tx -> createPosts(tx, own, 20));
                db.posts().create(NewPost.of(own));
            }
        });
    }

    private static int createPosts(AppSession db, String own, int count) {
        List<NewPost> drafts = IntStream.range(0, count).mapToObj(i -> NewPost.of(own + i)).toList();
        List<Post> posts = db.posts().createMany(drafts);
        assertThat(posts).extracting(Post::title).containsExactlyElementsOf(drafts.stream().map(NewPost::title).toList());
        for (Post post : List.of(posts.get(0), posts.get(count / 2), posts.get(count - 1))) {
            assertThat(db.posts().get(post.id())).isEqualTo(post);
        }
        return count;
    }

    /** A number that the database did not give stands above those that it gives. */
    public static void numbersBelowThoseThatAreThere(AppDb db) {
        int first = db.posts().create(NewPost.of("first")).id();
        db.posts().update(first, s -> s.id(first + 10));
        createPosts(db, "a ", 8);
        db.posts().update(first + 10, s -> s.id(first + 1_000_000));
        createPosts(db, "b ", 30);
        db.posts().create(NewPost.of("given").withId(first + 2_000_000));
        createPosts(db, "c ", 30);
        db.runTransaction(tx -> {
            createPosts(tx, "d ", 10);
            createPosts(tx, "e ", 10);
        });
        assertThat(db.posts().count()).isEqualTo(90);
    }

    public static void upsertsOfOneKeyAllCount(AppDb db) throws Exception {
        together(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                db.users().upsert(NewUser.of("a@x.io"), Users.BY_EMAIL, s -> s.visits().increment(1));
            }
        });
        assertThat(db.users().list()).extracting(User::visits).containsExactly(THREADS * TIMES - 1);
    }

    public static void upsertsBesideAnotherKeyAllCount(AppDb db) throws Exception {
        together(THREADS, thread -> {
            for (int i = 0; i < TIMES; i++) {
                db.users().upsert(NewUser.of("a@x.io").withId(7), Users.BY_ID, s -> s.visits().increment(1));
            }
        });
        assertThat(db.users().list()).extracting(User::visits).containsExactly(THREADS * TIMES - 1);
    }

    public static void manyUpsertsOfTheSameKeysAllCount(AppDb db) throws Exception {
        List<NewUser> drafts = IntStream.range(0, 50).mapToObj(i -> NewUser.of(i + "@x.io")).toList();
        List<NewUser> reversed = IntStream.range(0, 50).mapToObj(i -> NewUser.of((49 - i) + "@x.io")).toList();
        together(4, thread -> {
            for (int i = 0; i < 5; i++) {
                db.users().upsertMany(thread % 2 == 0 ? drafts : reversed, Users.BY_EMAIL, s -> s.visits().increment(1));
            }
        });
        assertThat(db.users().list()).hasSize(50).allMatch(user -> user.visits() == 19);
    }

    public static void twentyThousandRowsComeBackInOrder(AppDb db) {
        List<NewUser> drafts =
                IntStream.range(0, 20_000).mapToObj(i -> NewUser.of((i * 7919) % 20_000 + "@x.io")).toList();
        List<User> users = db.users().createMany(drafts);
        assertThat(users).hasSize(20_000);
        for (int i = 0; i < users.size(); i++) {
            assertThat(users.get(i).email()).isEqualTo((i * 7919) % 20_000 + "@x.io");
        }
        assertThat(users).extracting(User::id).doesNotHaveDuplicates();
        assertThat(db.users().count()).isEqualTo(20_000);
    }

    public static void numberedRowsOfManyWritersComeBackInOrder(AppDb db) throws Exception {
        together(4, thread -> {
            List<NewPost> drafts =
                    IntStream.range(0, 600).mapToObj(i -> NewPost.of(thread + "-" + i)).toList();
            List<Post> posts = db.posts().createMany(drafts);
            for (int i = 0; i < posts.size(); i++) {
                assertThat(posts.get(i).title()).isEqualTo(thread + "-" + i);
            }
        });
        assertThat(db.posts().count()).isEqualTo(2_400);
    }

    public static void twoHundredThousandRowsAreCopiedIn(AppDb db) {
        AtomicInteger ahead = new AtomicInteger();
        long count = db.posts().copyIn(IntStream.range(0, 200_000).mapToObj(i -> {
            ahead.set(i);
            return NewPost.of("post " + i);
        }));
        assertThat(count).isEqualTo(200_000);
        assertThat(ahead).hasValue(199_999);
        assertThat(db.posts().count()).isEqualTo(200_000);
    }

    /** So many that PostgreSQL is sent them as a stream: with what the client and the database give a row. */
    public static void rowsThatAreCopiedInAreLikeOthers(AppDb db) {
        List<StatementEvent> events = new CopyOnWriteArrayList<>();
        AppDb hooked = db.withHooks(hooks -> hooks.users().beforeCreate((tx, draft) -> draft.withName("\\N\t" + draft.email())));
        boolean copies = db.database().kind() == DatabaseKind.POSTGRESQL;
        try (StatementListener.Subscription listening = hooked.listen(events::add)) {
            assertThat(listening).isNotNull();
            // What is asked in between does not get in the way.
            hooked.runTransaction(tx -> assertThat(tx.users().copyIn(IntStream.range(0, 6_000)
                            .peek(i -> assertThat(i % 1_000 > 0 || tx.posts().count() == 0).isTrue())
                            .mapToObj(i -> NewUser.of(i + "@x.io"))))
                    .isEqualTo(6_000));
            assertThat(events.stream().filter(event -> event.sql().startsWith("COPY ")).mapToLong(StatementEvent::rows).sum())
                    .isEqualTo(copies ? 5_120 : 0);
        }
        List<User> users = db.users().orderBy(Users.ID.asc()).list();
        assertThat(users).hasSize(6_000).extracting(User::id).doesNotHaveDuplicates();
        for (User user : users) {
            assertThat(user.name()).isEqualTo("\\N\t" + user.email());
            assertThat(user.visits()).isZero();
            assertThat(user.createdAt()).isCloseTo(Instant.now(), within(10, ChronoUnit.MINUTES));
        }
        assertThatThrownBy(() -> db.users().copyIn(
                        IntStream.range(5_000, 8_000).mapToObj(i -> NewUser.of((13_000 - i) + "@x.io"))))
                .isInstanceOfSatisfying(UniqueViolation.class, violation -> {
                    assertThat(violation.model()).isEqualTo("User");
                    assertThat(violation.fields()).containsExactly("email");
                });
        assertThatThrownBy(() -> db.posts().copyIn(
                        IntStream.range(0, 2_000).mapToObj(i -> NewPost.of("lost").withAuthorId(i == 1_999 ? -1 : null))))
                .isInstanceOfSatisfying(ForeignKeyViolation.class, violation -> assertThat(violation.model()).isEqualTo("Post"));
        assertThat(db.users().count()).isEqualTo(6_000);
        assertThat(db.posts().count()).isZero();
    }

    /** Each of two transactions has what the other needs. */
    public static void aConflictRunsTheBlockAgain(AppDb db) throws Exception {
        List<User> users = db.users().createMany(List.of(NewUser.of("a@x.io"), NewUser.of("b@x.io")));
        int first = users.get(0).id();
        int second = users.get(1).id();
        AtomicInteger runs = new AtomicInteger();
        together(2, thread -> db.transaction(TransactionOptions.retry(5), tx -> {
            runs.incrementAndGet();
            tx.users().update(thread == 0 ? first : second, s -> s.visits().increment(1));
            pause();
            return tx.users().update(thread == 0 ? second : first, s -> s.visits().increment(1));
        }));
        assertThat(db.users().list()).extracting(User::visits).containsExactly(2, 2);
        assertThat(runs.get()).isBetween(2, 7);
    }

    public static void listenersSeeEveryStatementAndNothingOfItsValues(AppDb db) {
        List<StatementEvent> events = new CopyOnWriteArrayList<>();
        try (StatementListener.Subscription listening = db.listen(events::add)) {
            assertThat(listening).isNotNull();
            db.users().create(NewUser.of("secret@x.io"));
            db.transaction(tx -> tx.users().where(Users.EMAIL.eq("secret@x.io")).list());
            db.users().updateAll(s -> s.visits(3));
            assertThatThrownBy(() -> db.users().create(NewUser.of("secret@x.io"))).isInstanceOf(UniqueViolation.class);
        }
        db.users().count();
        assertThat(events).noneMatch(event -> event.sql().contains("secret"));
        assertThat(events).allMatch(event -> event.time().toNanos() > 0);
        StatementEvent last = events.get(events.size() - 1);
        assertThat(last.failure()).isInstanceOf(UniqueViolation.class);
        assertThat(last.rows()).isEqualTo(-1);
        assertThat(events.subList(0, events.size() - 1)).allMatch(event -> event.rows() == 1 && event.failure() == null);
        assertThat(events).hasSizeBetween(4, 5);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run(int thread) throws Exception;
    }

    private static void together(int threads, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<Object>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                Callable<Object> call = () -> {
                    start.await();
                    work.run(thread);
                    return thread;
                };
                running.add(pool.submit(call));
            }
            for (Future<Object> each : running) {
                each.get(120, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
