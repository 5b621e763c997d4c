package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import db.AppDb;
import db.NewUser;
import db.Posts;
import db.User;
import db.Users;
import dev.flashorm.runtime.query.Condition;
import dev.flashorm.runtime.query.Operator;
import java.util.List;

/** Operators from a template. */
public final class Operators {
    private static final Operator SAME_LENGTH = Operator.of("LENGTH({}) = LENGTH(?)");
    private static final Operator OTHER_LENGTH = Operator.of("LENGTH({}) <> LENGTH(?)");
    private static final Operator REST = Operator.of("{} % ? = ?");
    private static final Operator ODD = Operator.of("{} % 2 = 1 OR 1 = 0");

    private Operators() {}

    private static List<String> emails(AppDb db, Condition<User> condition) {
        return db.users().where(condition).orderBy(Users.ID.asc()).select(Users.EMAIL, email -> email).list();
    }

    public static void theyStandAmongTheOthers(AppDb db) {
        db.users().createMany(List.of(
                NewUser.of("a@x").withVisits(1), NewUser.of("bb@x").withVisits(5), NewUser.of("c@y").withVisits(7)));
        assertThat(emails(db, SAME_LENGTH.on(Users.EMAIL, "???"))).containsExactly("a@x", "c@y");
        assertThat(emails(db, OTHER_LENGTH.on(Users.EMAIL, "' OR 1 = 1 --"))).hasSize(3);
        assertThat(emails(db, OTHER_LENGTH.on(Users.EMAIL, "123"))).containsExactly("bb@x");
        assertThat(emails(db, REST.on(Users.VISITS, 3, 1))).containsExactly("a@x", "c@y");
        assertThat(emails(db, REST.on(Users.VISITS, 3, 1).and(Users.EMAIL.endsWith("y")))).containsExactly("c@y");
        assertThat(emails(db, Condition.not(ODD.on(Users.VISITS)))).isEmpty();
        assertThat(emails(db, ODD.on(Users.VISITS).and(Users.EMAIL.eq("bb@x")))).containsExactly("bb@x");
        assertThat(db.users().where(Users.POSTS.none(SAME_LENGTH.on(Posts.TITLE, "x"))).count()).isEqualTo(3);
        assertThat(db.users().where(ODD.on(Users.VISITS)).deleteMany()).isEqualTo(3);
    }

    public static void whatIsMissingIsSaid(AppDb db) {
        assertThat(ODD).hasToString("{} % 2 = 1 OR 1 = 0");
        assertThatThrownBy(() -> Operator.of("1 = 1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> REST.on(Users.VISITS, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ODD.on(Users.VISITS, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
