import db.AppDb;
import db.NewSession;
import db.NewUser;
import db.NewWebsite;
import db.User;
import db.Users;
import db.Website;
import db.Websites;
import java.util.List;
import java.util.UUID;

/** Create, read, update and delete of three models, through the generated client. */
final class Crud {
    private static final UUID ANN = new UUID(0, 1);
    private static final UUID ONE = new UUID(0, 2);
    private static final UUID TWO = new UUID(0, 3);
    private static final UUID THREE = new UUID(0, 4);
    private static final UUID VISIT = UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff");

    private Crud() {}

    public static void main(String[] args) {
        try (AppDb db = AppDb.connect(args[0])) {
            User ann = db.users().create(NewUser.of(ANN, "ann", "secret", "admin").withDisplayName("Ann"));
            require(ann.createdAt() != null, "the database gives created_at");
            require(db.users().findByUsername("ann").orElseThrow().equals(ann), "found by its unique key");
            require(db.users().update(ANN, user -> user.role("user").logoUrlNull()), "updated");
            require(db.users().get(ANN).role().equals("user"), "the new role is read");

            List<Website> sites = db.websites()
                    .createMany(List.of(
                            NewWebsite.of(ONE, "one").withDomain("one.example").withUserId(ANN),
                            NewWebsite.of(TWO, "two").withShareId("s2"),
                            NewWebsite.of(THREE, "three")));
            require(sites.size() == 3 && sites.get(1).id().equals(TWO), "created in order");
            List<Website> found = db.websites()
                    .where(Websites.NAME.startsWith("t"))
                    .orderBy(Websites.NAME.asc())
                    .list();
            require(found.stream().map(Website::id).toList().equals(List.of(THREE, TWO)), "filtered and ordered");
            require(db.websites().delete(THREE) && !db.websites().delete(THREE), "deleted once");
            require(db.websites().count() == 2, "two are left");

            db.sessions().create(NewSession.of(VISIT, ONE).withCountry("AT").withBrowser("firefox"));
            require(db.sessions().update(VISIT, session -> session.os("linux")), "updated");
            require("linux".equals(db.sessions().get(VISIT).os()), "the new value is read");
            require(db.sessions().delete(VISIT), "deleted");

            require(db.users().where(Users.USERNAME.eq("ann")).deleteMany() == 1, "deleted by a filter");
            require(db.users().findById(ANN).isEmpty(), "gone");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
