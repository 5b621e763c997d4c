import db.AppDb;
import db.NewTeam;
import db.NewTeamMember;
import db.NewUser;
import db.Role;
import db.Team;
import db.TeamMember;
import db.TeamMembers;
import db.User;
import db.Users;
import dev.flashorm.runtime.UniqueViolation;
import java.time.Instant;
import java.util.List;

/** Create, read, update and delete of three models, through the generated client. */
final class Crud {
    private Crud() {}

    public static void main(String[] args) {
        try (AppDb db = AppDb.connect(args[0])) {
            User ann = db.users().create(NewUser.of("Ann", "ann@example.org"));
            require(ann.id().length() == 36, "a UUID is made");
            require(db.users().findByEmail("ann@example.org").orElseThrow().equals(ann), "found by its unique key");
            Instant locked = Instant.parse("2026-01-02T03:04:05.678Z");
            require(
                    db.users().update(ann.id(), user -> user.lockedAt(locked).invalidLoginAttempts().increment(3)),
                    "updated");
            require(db.users().get(ann.id()).invalidLoginAttempts() == 3, "incremented");
            require(locked.equals(db.users().get(ann.id()).lockedAt()), "an instant keeps its milliseconds");

            Team team = db.teams().create(NewTeam.of("Core", "core").withDefaultRole(Role.ADMIN));
            require(team.defaultRole() == Role.ADMIN, "an enum comes back");
            require(db.teams().findBySlug("core").isPresent(), "found by its unique key");
            require(db.teams().update(team.id(), changes -> changes.domain("core.example")), "updated");

            TeamMember member = db.transaction(
                    tx -> tx.teamMembers().create(NewTeamMember.of(team.id(), ann.id()).withRole(Role.OWNER)));
            require(
                    db.teamMembers().findByTeamIdAndUserId(team.id(), ann.id()).orElseThrow().equals(member),
                    "found by its compound key");
            try {
                db.teamMembers().create(NewTeamMember.of(team.id(), ann.id()));
                throw new AssertionError("a second membership was accepted");
            } catch (UniqueViolation refused) {
                require(refused.fields().equals(List.of("teamId", "userId")), "the violation names its fields");
            }
            require(
                    db.teamMembers().where(TeamMembers.ROLE.in(Role.OWNER, Role.ADMIN)).count() == 1,
                    "filtered by an enum");

            require(db.users().where(Users.EMAIL.endsWith("@example.org")).deleteMany() == 1, "deleted");
            require(db.teamMembers().count() == 0, "the database cascades");
            require(db.teams().delete(team.id()), "deleted");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
