package schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import db.AppDb;
import db.Badges;
import db.Line;
import db.Lines;
import db.Member;
import db.NewBadge;
import db.NewLine;
import db.NewLog;
import db.NewMember;
import db.NewPage;
import db.NewTeam;
import db.Page;
import db.Pages;
import db.Team;
import db.Teams;
import dev.flashorm.runtime.ForeignKeyViolation;
import dev.flashorm.runtime.StatementListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Deletes and changes of keys where the database has no foreign keys. */
public final class References {
    private References() {}

    /** Two teams, each with two members, two pages of two lines, and a badge that both have. */
    private static void seed(AppDb db) {
        db.teams().createMany(List.of(NewTeam.of(1, "one"), NewTeam.of(2, "two")));
        db.members().createMany(IntStream.rangeClosed(1, 4)
                .mapToObj(i -> NewMember.of(i).withTeamId(i <= 2 ? 1 : 2).withUpdatedAt(Instant.EPOCH))
                .toList());
        db.pages().createMany(
                IntStream.rangeClosed(1, 4).mapToObj(i -> NewPage.of(i, i <= 2 ? "one" : "two")).toList());
        db.lines().createMany(IntStream.rangeClosed(1, 8).mapToObj(i -> NewLine.of(i, (i + 1) / 2)).toList());
        db.badges().create(NewBadge.of(1).connectTeams(Teams.ID.gt(0)));
    }

    private static int statements(AppDb db, Runnable work) {
        List<String> seen = new ArrayList<>();
        try (StatementListener.Subscription listening = db.listen(event -> seen.add(event.sql()))) {
            assertThat(listening).isNotNull();
            work.run();
        }
        return seen.size();
    }

    public static void aDeleteTakesWhatRefersWithIt(AppDb db) {
        seed(db);
        int count = statements(db, () -> assertThat(db.teams().delete(1)).isTrue());
        // Teams, their pages, lines, members, logs and pairs: read, read, delete, delete, set, ask, delete, delete.
        assertThat(count).isEqualTo(8);
        assertThat(db.pages().list()).extracting(Page::teamCode).containsOnly("two").hasSize(2);
        assertThat(db.lines().list()).extracting(Line::pageId).containsOnly(3, 4).hasSize(4);
        assertThat(db.members().list()).extracting(Member::teamId).containsExactlyInAnyOrder(null, null, 2, 2);
        assertThat(db.members().get(1).updatedAt()).isAfter(Instant.EPOCH);
        assertThat(db.members().get(3).updatedAt()).isEqualTo(Instant.EPOCH);
        assertThat(db.badges().where(Badges.TEAMS.some(Teams.ID.gt(0))).count()).isEqualTo(1);
    }

    public static void theNumberOfStatementsIsThatOfTheRelations(AppDb db) {
        seed(db);
        assertThat(statements(db, () -> assertThat(db.teams().deleteAll()).isEqualTo(2))).isEqualTo(8);
        assertThat(db.pages().count() + db.lines().count()).isZero();
        assertThat(db.members().count()).isEqualTo(4);
        assertThat(statements(db, () -> assertThat(db.teams().delete(1)).isFalse())).isEqualTo(1);
    }

    public static void whatMayNotBeLeftAloneForbidsTheDelete(AppDb db) {
        seed(db);
        db.logs().create(NewLog.of(1, 1));
        assertThatThrownBy(() -> db.teams().where(Teams.CODE.eq("one")).deleteMany())
                .isInstanceOfSatisfying(ForeignKeyViolation.class, violation -> {
                    assertThat(violation.model()).isEqualTo("Log");
                    assertThat(violation.fields()).containsExactly("teamId");
                });
        assertThat(db.lines().count()).isEqualTo(8);
        assertThat(db.teams().delete(2)).isTrue();
    }

    public static void aChangeOfAKeyIsFollowed(AppDb db) {
        seed(db);
        assertThat(statements(db, () -> db.teams().update(1, team -> team.code("uno")))).isEqualTo(3);
        assertThat(db.pages().where(Pages.TEAM_CODE.eq("uno")).count()).isEqualTo(2);
        assertThat(db.teams().update(2, team -> team.id(20))).isTrue();
        assertThat(db.members().list()).extracting(Member::teamId).containsExactlyInAnyOrder(1, 1, null, null);
        assertThat(db.badges().where(Badges.TEAMS.some(Teams.ID.eq(20))).count()).isEqualTo(1);
        db.logs().create(NewLog.of(1, 1));
        assertThatThrownBy(() -> db.teams().update(1, team -> team.id(10))).isInstanceOf(ForeignKeyViolation.class);
        assertThat(db.teams().update(1, team -> team.id(1).code("uno"))).isTrue();
    }

    /** One statement could not take them along, and would leave them behind. */
    public static void aKeyThatAnUpsertChangesIsFollowed(AppDb db) {
        seed(db);
        assertThat(db.teams().upsert(NewTeam.of(1, "x"), Teams.BY_ID, team -> team.code("uno")).code()).isEqualTo("uno");
        assertThat(db.pages().where(Pages.TEAM_CODE.eq("uno")).count()).isEqualTo(2);
        assertThat(db.teams().save(new Team(2, "dos")).code()).isEqualTo("dos");
        assertThat(db.pages().list()).extracting(Page::teamCode).containsExactlyInAnyOrder("uno", "uno", "dos", "dos");
        assertThat(db.teams().save(new Team(3, "tres"))).isEqualTo(new Team(3, "tres"));
        List<Team> saved = db.teams()
                .upsertMany(List.of(NewTeam.of(4, "four"), NewTeam.of(20, "dos")), Teams.BY_CODE, team -> team.id(22));
        assertThat(saved).containsExactly(new Team(4, "four"), new Team(22, "dos"));
        assertThat(db.members().list()).extracting(Member::teamId).containsExactlyInAnyOrder(1, 1, null, null);
        assertThat(db.badges().where(Badges.TEAMS.some(Teams.ID.eq(22))).count()).isEqualTo(1);
        db.logs().create(NewLog.of(1, 1));
        assertThatThrownBy(() -> db.teams().upsert(NewTeam.of(9, "uno"), Teams.BY_CODE, team -> team.id(10)))
                .isInstanceOf(ForeignKeyViolation.class);
        assertThat(db.teams().get(1).code()).isEqualTo("uno");
        // Nobody refers to what these change, so they are one statement.
        assertThat(statements(db, () -> db.teams().upsert(NewTeam.of(1, "z"), Teams.BY_ID, team -> {})))
                .isLessThanOrEqualTo(2);
    }

    public static void rowsThatChangeEachAreFollowed(AppDb db) {
        seed(db);
        assertThat(db.teams().updateEach(
                        db.teams().list(), team -> Teams.ID.eq(team.id()), (team, s) -> s.code(team.code() + "!")))
                .isEqualTo(2);
        assertThat(db.pages().list())
                .extracting(Page::teamCode)
                .containsExactlyInAnyOrder("one!", "one!", "two!", "two!");
    }

    public static void relatedRecordsTakeTheirsWithThem(AppDb db) {
        seed(db);
        db.teams().update(1, team -> team.pages().delete(Pages.ID.eq(1)));
        assertThat(db.lines().where(Lines.PAGE_ID.eq(1)).count()).isZero();
        assertThat(db.lines().count()).isEqualTo(6);
    }

    public static void manyKeysAreManyStatementsOnlyWhereTheyMust(AppDb db) {
        db.teams().createMany(
                IntStream.range(0, 12_000).mapToObj(i -> NewTeam.of(i, "t" + i)).toList());
        db.pages().createMany(
                IntStream.range(0, 12_000).mapToObj(i -> NewPage.of(i, "t" + i)).toList());
        assertThat(db.teams().deleteAll()).isEqualTo(12_000);
        assertThat(db.pages().count()).isZero();
    }
}
