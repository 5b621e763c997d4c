package schemas;

import static org.assertj.core.api.Assertions.assertThat;

import db.AppDb;
import db.Bill;
import db.Fan;
import db.NewBill;
import db.NewFan;
import db.NewTeam;
import db.NewTest;
import db.Test;
import java.util.List;

/** Records that go on to refer to what is not there, where the database has no foreign keys. */
public final class NoAction {
    private NoAction() {}

    private static void seed(AppDb db) {
        db.teams().createMany(List.of(NewTeam.of(1, "one"), NewTeam.of(2, "two")));
        db.fans().createMany(List.of(NewFan.of(1, 1), NewFan.of(2, 2)));
        db.tests().createMany(List.of(NewTest.of(1, 1), NewTest.of(2, 2)));
        db.bills().createMany(List.of(NewBill.of(1, 1), NewBill.of(2, 2)));
    }

    public static void aDeleteLeavesThemAlone(AppDb db) {
        seed(db);
        assertThat(db.teams().delete(1)).isTrue();
        assertThat(db.fans().list()).extracting(Fan::teamId).containsExactlyInAnyOrder(1, 2);
        assertThat(db.tests().list()).extracting(Test::teamId).containsExactlyInAnyOrder(1, 2);
        assertThat(db.bills().list()).extracting(Bill::teamId).containsExactly(2);
    }

    public static void aChangeOfAKeyLeavesThemAlone(AppDb db) {
        seed(db);
        assertThat(db.teams().update(1, team -> team.id(10))).isTrue();
        assertThat(db.fans().list()).extracting(Fan::teamId).containsExactlyInAnyOrder(1, 2);
        assertThat(db.tests().list()).extracting(Test::teamId).containsExactlyInAnyOrder(10, 2);
        assertThat(db.bills().list()).extracting(Bill::teamId).containsExactlyInAnyOrder(1, 2);
    }
}
