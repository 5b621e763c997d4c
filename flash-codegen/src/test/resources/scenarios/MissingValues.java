package scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import db.AppDb;
import db.NewSample;
import db.NewUser;
import db.Role;
import db.Sample;
import db.Samples;
import db.User;
import db.Users;
import dev.flashorm.runtime.query.Condition;
import dev.flashorm.runtime.query.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The forms of operators that fall away when their value is missing, beside those of {@link JavaForms}. */
public final class MissingValues {
    private MissingValues() {}

    private static long users(AppDb db, Condition<User> condition) {
        return db.users().where(condition).count();
    }

    private static long samples(AppDb db, Condition<Sample> condition) {
        return db.samples().where(condition).count();
    }

    public static void ofColumns(AppDb db) {
        db.users().createMany(
                List.of(NewUser.of("ann@x.io").withVisits(1), NewUser.of("bob@x.io").withVisits(2), NewUser.of("CY@y.io")));
        assertThat(users(db, Users.VISITS.notInIfPresent(null))).isEqualTo(3);
        assertThat(users(db, Users.VISITS.notInIfPresent(List.of(1, 2)))).isEqualTo(1);
        assertThat(users(db, Users.VISITS.betweenIfPresent(null, null))).isEqualTo(3);
        assertThat(users(db, Users.VISITS.betweenIfPresent(1, null))).isEqualTo(2);
        assertThat(users(db, Users.VISITS.betweenIfPresent(null, 1))).isEqualTo(2);
        assertThat(users(db, Users.VISITS.betweenIfPresent(1, 1))).isEqualTo(1);
        assertThat(users(db, Users.EMAIL.likeIfPresent(null))).isEqualTo(3);
        assertThat(users(db, Users.EMAIL.likeIfPresent("_nn%"))).isEqualTo(1);
        assertThat(users(db, Users.EMAIL.eqIgnoreCaseIfPresent(null))).isEqualTo(3);
        assertThat(users(db, Users.EMAIL.eqIgnoreCaseIfPresent("cy@y.io"))).isEqualTo(1);
        assertThat(users(db, Users.EMAIL.containsIgnoreCaseIfPresent(null))).isEqualTo(3);
        assertThat(users(db, Users.EMAIL.containsIgnoreCaseIfPresent("Y@Y"))).isEqualTo(1);
        assertThat(users(db, Users.EMAIL.startsWithIgnoreCaseIfPresent(null))).isEqualTo(3);
        assertThat(users(db, Users.EMAIL.startsWithIgnoreCaseIfPresent("cy"))).isEqualTo(1);
        assertThat(users(db, Users.EMAIL.endsWithIgnoreCaseIfPresent(null))).isEqualTo(3);
        assertThat(users(db, Users.EMAIL.endsWithIgnoreCaseIfPresent("X.IO"))).isEqualTo(2);
    }

    public static void ofComputedValues(AppDb db) {
        User boss = db.users().create(NewUser.of("ann@x.io").withVisits(5));
        db.users().create(NewUser.of("bob@x.io").withBossId(boss.id()));
        var visits = Users.BOSS.get(Users.VISITS);
        assertThat(users(
                        db,
                        Condition.and(
                                visits.eqIfPresent(null),
                                visits.neIfPresent(null),
                                visits.ltIfPresent(null),
                                visits.lteIfPresent(null),
                                visits.gtIfPresent(null),
                                visits.gteIfPresent(null),
                                visits.betweenIfPresent(null, null))))
                .isEqualTo(2);
        assertThat(users(db, visits.eqIfPresent(5).and(visits.neIfPresent(4)).and(visits.betweenIfPresent(5, 5))))
                .isEqualTo(1);
        assertThat(users(db, visits.ltIfPresent(6).and(visits.lteIfPresent(5)).and(visits.gtIfPresent(4)))).isEqualTo(1);
        assertThat(users(db, visits.gteIfPresent(6))).isZero();
    }

    public static void ofPartsOfJson(AppDb db) {
        Json json = Json.parse("{\"name\": \"Ann\", \"list\": [1]}");
        db.samples().create(NewSample.of(
                "k", true, 1, 2L, 1.5, BigDecimal.ONE, "t", Instant.EPOCH, json, new byte[] {1}, Role.USER));
        var name = Samples.JSON.at("name");
        assertThat(samples(
                        db,
                        Condition.and(
                                Samples.JSON.neIfPresent(null),
                                Samples.JSON.hasKeyIfPresent(null),
                                Samples.JSON.containsIfPresent(null),
                                name.eqIfPresent(null),
                                name.neIfPresent(null),
                                name.hasKeyIfPresent(null),
                                name.containsIfPresent(null),
                                name.text().containsIfPresent(null),
                                name.text().startsWithIfPresent(null),
                                name.text().endsWithIfPresent(null))))
                .isEqualTo(1);
        assertThat(samples(db, Samples.JSON.neIfPresent(json))).isZero();
        assertThat(samples(db, Samples.JSON.hasKeyIfPresent("name"))).isEqualTo(1);
        assertThat(samples(db, name.eqIfPresent(Json.of("Bob")))).isZero();
        assertThat(samples(db, name.neIfPresent(Json.of("Bob")))).isEqualTo(1);
        assertThat(samples(db, name.hasKeyIfPresent("first"))).isZero();
        assertThat(samples(db, name.text().containsIfPresent("n"))).isEqualTo(1);
        assertThat(samples(db, name.text().startsWithIfPresent("n"))).isZero();
        assertThat(samples(db, name.text().endsWithIfPresent("n"))).isEqualTo(1);
        assertThat(db.samples().orderBy(Samples.JSON.at("list").at(0).number().asc().nullsLast(), name.text().desc())
                        .select(name.text(), Samples.JSON.at("list").at(0).number(), (text, number) -> text + number)
                        .list())
                .containsExactly("Ann1.0");
    }
}
