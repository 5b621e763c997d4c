package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import db.AppDb;
import db.Membership;
import db.Memberships;
import db.NewMembership;
import db.NewPost;
import db.NewProfile;
import db.NewSample;
import db.NewTag;
import db.NewUser;
import db.Post;
import db.Posts;
import db.Profile;
import db.Role;
import db.Sample;
import db.Samples;
import db.Tags;
import db.User;
import db.Users;
import dev.flashorm.runtime.DatabaseKind;
import dev.flashorm.runtime.FlashException;
import dev.flashorm.runtime.Isolation;
import dev.flashorm.runtime.RecordNotFoundException;
import dev.flashorm.runtime.StatementFailure;
import dev.flashorm.runtime.StatementListener;
import dev.flashorm.runtime.StatementLog;
import dev.flashorm.runtime.TransactionOptions;
import dev.flashorm.runtime.UniqueViolation;
import dev.flashorm.runtime.query.Aggregate;
import dev.flashorm.runtime.query.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The forms of calls that only Java has, and what a call gives back in Java. */
public final class JavaForms {
    private JavaForms() {}

    private static List<User> people(AppDb db) {
        return db.users().createMany(List.of(
                NewUser.of("ann@x.io").withName("Ann").withRole(Role.ADMIN).withVisits(1),
                NewUser.of("bob@x.io").withName("Bob").withVisits(2),
                NewUser.of("cy@y.io").withVisits(3)));
    }

    public static void conditionsOfValuesThatMayBeMissing(AppDb db) {
        people(db);
        Integer none = null;
        Integer two = 2;
        String noText = null;
        assertThat(db.users().where(Users.VISITS.eqIfPresent(none)).count()).isEqualTo(3);
        assertThat(db.users().where(Users.VISITS.eqIfPresent(two)).count()).isEqualTo(1);
        assertThat(db.users().where(Users.VISITS.neIfPresent(none)).count()).isEqualTo(3);
        assertThat(db.users().where(Users.VISITS.neIfPresent(two)).count()).isEqualTo(2);
        assertThat(db.users().where(Users.VISITS.ltIfPresent(none)).count()).isEqualTo(3);
        assertThat(db.users().where(Users.VISITS.ltIfPresent(two)).count()).isEqualTo(1);
        assertThat(db.users().where(Users.VISITS.lteIfPresent(none)).count()).isEqualTo(3);
        assertThat(db.users().where(Users.VISITS.lteIfPresent(two)).count()).isEqualTo(2);
        assertThat(db.users().where(Users.VISITS.gtIfPresent(none)).count()).isEqualTo(3);
        assertThat(db.users().where(Users.VISITS.gtIfPresent(two)).count()).isEqualTo(1);
        assertThat(db.users().where(Users.VISITS.gteIfPresent(none)).count()).isEqualTo(3);
        assertThat(db.users().where(Users.VISITS.gteIfPresent(two)).count()).isEqualTo(2);
        assertThat(db.users().where(Users.VISITS.inIfPresent(null)).count()).isEqualTo(3);
        assertThat(db.users().where(Users.VISITS.inIfPresent(List.of())).count()).isZero();
        assertThat(db.users().where(Users.EMAIL.containsIfPresent(noText)).count()).isEqualTo(3);
        assertThat(db.users().where(Users.EMAIL.containsIfPresent("@x")).count()).isEqualTo(2);
        assertThat(db.users().where(Users.EMAIL.startsWithIfPresent(noText)).count()).isEqualTo(3);
        assertThat(db.users().where(Users.EMAIL.startsWithIfPresent("cy")).count()).isEqualTo(1);
        assertThat(db.users().where(Users.EMAIL.endsWithIfPresent(noText)).count()).isEqualTo(3);
        assertThat(db.users().where(Users.EMAIL.endsWithIfPresent(".io")).count()).isEqualTo(3);
        // Nothing of a condition is no condition, wherever it stands.
        assertThat(db.users().where(Users.VISITS.eqIfPresent(none).or(Users.VISITS.eqIfPresent(none))).count())
                .isEqualTo(3);
        assertThat(db.users().where(Users.VISITS.eqIfPresent(none).or(Users.VISITS.eq(3))).count())
                .isEqualTo(1);
    }

    public static void valuesInALine(AppDb db) {
        people(db);
        assertThat(db.users().where(Users.VISITS.in(1, 3)).count()).isEqualTo(2);
        assertThat(db.users().where(Users.VISITS.notIn(1, 3)).list()).extracting(User::email).containsExactly("bob@x.io");
        assertThat(db.users().where(Users.VISITS.eq(1).or(Users.ROLE.eq(Role.USER))).count()).isEqualTo(3);
    }

    public static void whoHasRelatedRecords(AppDb db) {
        int ann = people(db).get(0).id();
        db.posts().create(NewPost.of("One").withAuthorId(ann));
        db.posts().create(NewPost.of("Two"));
        assertThat(db.users().where(Users.POSTS.exists()).list()).extracting(User::id).containsExactly(ann);
        assertThat(db.posts().where(Posts.AUTHOR.exists()).list()).extracting(Post::title).containsExactly("One");
    }

    public static void sumsOfNothing(AppDb db) {
        assertThat(db.users().select(Users.VISITS.sum().orElse(0L)).one()).isZero();
        assertThat(db.users().select(Aggregate.<User>count()).one()).isZero();
        people(db);
        assertThat(db.users().select(Users.VISITS.sum().orElse(0L)).one()).isEqualTo(6);
    }

    private record UserPosts(User user, List<Post> posts) {}

    public static void oneOfSeveralWithItsRelations(AppDb db) {
        int ann = people(db).get(0).id();
        db.posts().create(NewPost.of("One").withAuthorId(ann));
        var withPosts = db.users().orderBy(Users.ID.asc()).with(Users.POSTS, UserPosts::new);
        assertThat(withPosts.first().orElseThrow().posts()).extracting(Post::title).containsExactly("One");
        assertThatThrownBy(withPosts::one).isInstanceOf(IllegalStateException.class);
        var none = db.users().where(Users.ID.eq(-1)).with(Users.POSTS, UserPosts::new);
        assertThat(none.first()).isEmpty();
        assertThatThrownBy(none::one).isInstanceOf(RecordNotFoundException.class);
        assertThat(db.users().where(Users.ID.eq(ann)).with(Users.POSTS, UserPosts::new).one().user().id()).isEqualTo(ann);
    }

    public static void streamsAreReadAndClosed(AppDb db) {
        people(db);
        try (Stream<User> users = db.users().orderBy(Users.ID.asc()).stream()) {
            assertThat(users.map(User::visits)).containsExactly(1, 2, 3);
        }
        try (Stream<String> mails = db.users().orderBy(Users.ID.asc()).select(Users.EMAIL).stream()) {
            assertThat(mails.findFirst()).contains("ann@x.io");
        }
        var own = db.sql("SELECT email FROM users ORDER BY id").map(row -> row.string(1));
        try (Stream<String> mails = own.stream()) {
            assertThat(mails).hasSize(3);
        }
        List<String> seen = new ArrayList<>();
        own.forEach(seen::add);
        assertThat(seen).isEqualTo(own.list());
        assertThat(own.first()).isEqualTo(Optional.of("ann@x.io"));
    }

    public static void rowsChangeEachInItsOwnWay(AppDb db) {
        List<User> all = people(db);
        // A column keeps milliseconds, and the next one may not have come yet.
        while (java.time.Instant.now().minusMillis(1).isBefore(all.get(2).updatedAt())) {
            Thread.onSpinWait();
        }
        List<Long> rows = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        long changed;
        StatementListener.Subscription heard = db.listen(event -> {
            texts.add(event.sql());
            rows.add(event.rows());
        });
        try (heard) {
            changed = db.users()
                    .updateEach(
                            all,
                            user -> Users.ID.eq(user.id()),
                            (user, s) -> s.name(user.email().toUpperCase(java.util.Locale.ROOT)).visits().increment(user.visits()));
        }
        assertThat(changed).isEqualTo(3);
        assertThat(texts).hasSize(1);
        assertThat(rows).containsExactly(3L);
        List<User> after = db.users().orderBy(Users.ID.asc()).list();
        assertThat(after).extracting(User::name).containsExactly("ANN@X.IO", "BOB@X.IO", "CY@Y.IO");
        assertThat(after).extracting(User::visits).containsExactly(2, 4, 6);
        assertThat(after).extracting(User::updatedAt).doesNotContainAnyElementsOf(
                all.stream().map(User::updatedAt).toList());
        // Another shape in the middle, one of a row that is not there, one that changes nothing, one row twice.
        int ann = all.get(0).id();
        changed = db.users()
                .updateEach(
                        List.of(ann, -1, all.get(1).id(), ann, all.get(2).id()),
                        Users.ID::eq,
                        (id, s) -> {
                            if (id == ann) {
                                s.visits().multiply(3);
                            } else if (id != all.get(2).id()) {
                                s.name("B");
                            }
                        });
        assertThat(changed).isEqualTo(4);
        assertThat(db.users().get(ann).visits()).isEqualTo(18);
        assertThat(db.users().get(all.get(1).id()).name()).isEqualTo("B");
        assertThat(db.users().updateEach(List.<Integer>of(), Users.ID::eq, (id, s) -> s.visits(0))).isZero();
    }

    public static void rowsChangeAllOrNone(AppDb db) {
        List<User> all = people(db);
        // Each gets the mail of the one before: the second meets the first.
        assertThatThrownBy(() -> db.users()
                        .updateEach(all, user -> Users.ID.eq(user.id()), (user, s) -> s.visits(9).email("ann@x.io")))
                .isInstanceOfSatisfying(UniqueViolation.class, e -> {
                    assertThat(e.model()).isEqualTo("User");
                    assertThat(e.fields()).containsExactly("email");
                });
        assertThat(db.users().where(Users.VISITS.eq(9)).count()).isZero();
        assertThatThrownBy(() -> db.users()
                        .updateEach(all, user -> Users.NAME.eqIfPresent(null), (user, s) -> s.visits(9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("updateAll");
        assertThatThrownBy(() -> db.users()
                        .updateEach(all, user -> Users.ID.eq(user.id()), (user, s) -> s.posts().create(NewPost.of("a"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(db.users().where(Users.VISITS.eq(9)).count()).isZero();
        int many = 2_500;
        List<Post> posts = db.posts().createMany(
                IntStream.range(0, many).mapToObj(i -> NewPost.of("p" + i)).toList());
        assertThat(db.posts().updateEach(posts, post -> Posts.ID.eq(post.id()), (post, s) -> s.title(post.title() + "!")))
                .isEqualTo(many);
        assertThat(db.posts().orderBy(Posts.ID.asc()).list())
                .extracting(Post::title)
                .isEqualTo(posts.stream().map(post -> post.title() + "!").toList());
    }

    public static void aDraftOfARow(AppDb db) {
        Post post = db.posts().create(NewPost.of("One").withPublished(true).withAuthorId(people(db).get(0).id()));
        Post copy = db.posts().create(NewPost.copyOf(post).withId(77));
        assertThat(copy).isEqualTo(new Post(77, "One", true, post.authorId()));
    }

    public static void keysOfTwoColumns(AppDb db) {
        int ann = people(db).get(0).id();
        Instant since = Instant.parse("2026-01-01T00:00:00Z");
        Membership made = db.memberships().create(NewMembership.of(ann, "core", since));
        assertThat(db.memberships().get(ann, "core")).isEqualTo(made);
        assertThatThrownBy(() -> db.memberships().get(ann, "docs"))
                .isInstanceOfSatisfying(RecordNotFoundException.class, e -> assertThat(e.model()).isEqualTo("Membership"));
        assertThat(db.memberships().where(Memberships.TEAM.eq("core")).one()).isEqualTo(made);
        assertThat(Memberships.TEAM.name()).isEqualTo("team");
    }

    public static void relatedRecordsInALine(AppDb db) {
        Profile made = db.profiles().create(NewProfile.of("mine").withUser(NewUser.of("ann@x.io")));
        assertThat(db.users().get(made.userId()).email()).isEqualTo("ann@x.io");
        Post post = db.posts().create(NewPost.of("One").withTags(NewTag.of("java"), NewTag.of("sql")));
        db.posts().update(post.id(), s -> s.tags().connectOrCreate(Tags.BY_ID, NewTag.of("sql"), NewTag.of("new")));
        assertThat(db.tags().where(Tags.POSTS.some(Posts.ID.eq(post.id()))).count()).isEqualTo(3);
        assertThat(db.tags().count()).isEqualTo(3);
    }

    public static void enumsHaveTheirDatabaseValues(AppDb db) {
        people(db);
        assertThat(Role.ADMIN.databaseValue()).isEqualTo("boss");
        assertThat(db.sql("SELECT email FROM users WHERE role = ?", Users.ROLE.parameter(Role.ADMIN))
                        .map(row -> row.string(1))
                        .one())
                .isEqualTo("ann@x.io");
    }

    public static void jsonValuesAreReadByMember(AppDb db) {
        Json json = Json.parse("{\"a\": [1, {\"b\": null}], \"c\": \"x\"}");
        Sample made = db.samples().create(NewSample.of(
                "k", true, 1, 2L, 1.5, BigDecimal.ONE, "t", Instant.EPOCH, json, new byte[] {1}, Role.USER));
        assertThat(made.json().get("a").get(0)).isEqualTo(Json.of(1));
        assertThat(made.json().get("a").get(1).get("b")).isEqualTo(Json.NULL);
        assertThat(made.json().get("z")).isNull();
        assertThat(made.json().get("a").get(2)).isNull();
        assertThat(db.samples().where(Samples.JSON.eqIfPresent(null)).count()).isEqualTo(1);
        assertThat(db.samples().where(Samples.JSON.eqIfPresent(Json.of(1))).count()).isZero();
    }

    public static void failuresNameTheirPlace(AppDb db) {
        people(db);
        assertThatThrownBy(() -> people(db)).isInstanceOfSatisfying(UniqueViolation.class, e -> {
            assertThat(e.code()).isEqualTo("F8002");
            assertThat(e.model()).isEqualTo("User");
            assertThat(e.fields()).containsExactly("email");
        });
        assertThatThrownBy(() -> db.sql("SELECT nothing FROM nowhere").execute())
                .isInstanceOfSatisfying(StatementFailure.class, e -> {
                    assertThat(e.sql()).contains("nowhere");
                    assertThat(e.code()).isEqualTo("F8000");
                    assertThat(e.sqlState()).isNotEqualTo("");
                });
    }

    public static void transactionsHaveOptions(AppDb db) {
        TransactionOptions options = TransactionOptions.DEFAULT
                .withIsolation(Isolation.SERIALIZABLE)
                .withRetries(2)
                .withTimeout(Duration.ofMinutes(5));
        assertThat(db.<Integer>transaction(options, tx -> tx.users().create(NewUser.of("ann@x.io")).visits())).isZero();
        for (TransactionOptions readOnly :
                List.of(TransactionOptions.asReadOnly(), TransactionOptions.DEFAULT.withReadOnly())) {
            assertThat(db.<Long>transaction(readOnly, tx -> tx.users().count())).isEqualTo(1);
            assertThatThrownBy(() -> db.transaction(readOnly, tx -> tx.users().create(NewUser.of("bob@x.io"))))
                    .isInstanceOf(FlashException.class);
        }
        assertThat(db.users().count()).isEqualTo(1);
    }

    public static void logsAreListeners(AppDb db) {
        try (StatementListener.Subscription all = db.listen(StatementLog.debug());
                StatementListener.Subscription slow = db.listen(StatementLog.slowerThan(Duration.ZERO))) {
            assertThat(all).isNotEqualTo(slow);
            assertThat(db.users().count()).isZero();
        }
    }

    public static void theDatabaseBelow(AppDb db) {
        DatabaseKind kind = db.database().kind();
        assertThat(db.database().server().kind()).isEqualTo(kind);
        assertThat(db.database().server().isAtLeast(1, 0)).isTrue();
        assertThat(kind.displayName()).isNotBlank();
        assertThat(db.database().<Long>transaction(session -> session.update("UPDATE users SET visits = 0", s -> {})))
                .isZero();
    }
}
