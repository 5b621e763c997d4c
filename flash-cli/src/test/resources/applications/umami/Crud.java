import db.AppDb;
import db.NewSession;
import db.NewUser;
import db.NewWebsite;
import db.User;
import db.Users;
import db.Website;
import db.Websites;
import java.util.List;

/** Create, read, update and delete of three models, through the generated client. */
final class Crud {
    private Crud() {}

    public static void main(String[] args) {
        try (AppDb db = AppDb.connect(args[0])) {
            User ann = db.users().create(NewUser.of("u1", "ann", "secret", "admin").withDisplayName("Ann"));
            require(ann.createdAt() != null, "the database gives created_at");
            require(db.users().findByUsername("ann").orElseThrow().equals(ann), "found by its unique key");
            require(db.users().update("u1", user -> user.role("user").logoUrlNull()), "updated");
            require(db.users().get("u1").role().equals("user"), "the new role is read");

            List<Website> sites = db.websites()
                    .createMany(List.of(
                            NewWebsite.of("w1", "one").withDomain("one.example").withUserId("u1"),
                            NewWebsite.of("w2", "two").withShareId("s2"),
                            NewWebsite.of("w3", "three")));
            require(sites.size() == 3 && sites.get(1).id().equals("w2"), "created in order");
            List<Website> found = db.websites()
                    .where(Websites.NAME.startsWith("t"))
                    .orderBy(Websites.NAME.asc())
                    .list();
            require(found.stream().map(Website::id).toList().equals(List.of("w3", "w2")), "filtered and ordered");
            require(db.websites().delete("w3") && !db.websites().delete("w3"), "deleted once");
            require(db.websites().count() == 2, "two are left");

            db.sessions().create(NewSession.of("s1", "w1").withCountry("AT").withBrowser("firefox"));
            require(db.sessions().update("s1", session -> session.os("linux")), "updated");
            require("linux".equals(db.sessions().get("s1").os()), "the new value is read");
            require(db.sessions().delete("s1"), "deleted");

            require(db.users().where(Users.USERNAME.eq("ann")).deleteMany() == 1, "deleted by a filter");
            require(db.users().findById("u1").isEmpty(), "gone");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
