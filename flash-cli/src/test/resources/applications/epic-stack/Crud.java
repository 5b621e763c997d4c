import db.AppDb;
import db.NewNote;
import db.NewPermission;
import db.NewUser;
import db.Note;
import db.Notes;
import db.Permission;
import db.User;
import db.Users;
import java.util.List;

/** Create, read, update and delete of three models, through the generated client. */
final class Crud {
    private Crud() {}

    public static void main(String[] args) {
        try (AppDb db = AppDb.connect(args[0])) {
            User kody = db.users().create(NewUser.of("kody@example.org", "kody").withName("Kody"));
            require(kody.id().startsWith("c") && kody.id().length() == 25, "a cuid is made");
            require(db.users().findByUsername("kody").orElseThrow().equals(kody), "found by its unique key");
            require(db.users().update(kody.id(), user -> user.nameNull()), "updated");
            require(db.users().get(kody.id()).name() == null, "NULL is read as null");
            require(!db.users().get(kody.id()).updatedAt().isBefore(kody.updatedAt()), "@updatedAt is kept");

            List<Note> notes = db.notes()
                    .createMany(List.of(
                            NewNote.of("b", "second", kody.id()),
                            NewNote.of("a", "first", kody.id()),
                            NewNote.of("c", "third", kody.id())));
            require(notes.size() == 3, "created");
            List<Note> page =
                    db.notes().orderBy(Notes.TITLE.asc()).skip(1).take(1).list();
            require(page.size() == 1 && page.get(0).content().equals("second"), "a page");
            record WithNotes(User user, List<Note> notes) {}
            WithNotes all = db.users()
                    .with(Users.NOTES.orderBy(Notes.TITLE.desc()), WithNotes::new)
                    .list()
                    .get(0);
            require(all.notes().stream().map(Note::title).toList().equals(List.of("c", "b", "a")), "with its notes");
            require(db.notes().where(Notes.TITLE.ne("a")).deleteMany() == 2, "deleted by a filter");

            Permission read = db.permissions().create(NewPermission.of("read", "note", "own"));
            require(read.description().isEmpty(), "the default of the schema");
            require(
                    db.permissions()
                            .findByActionAndEntityAndAccess("read", "note", "own")
                            .isPresent(),
                    "found by its compound key");
            require(db.permissions().update(read.id(), changes -> changes.description("own notes")), "updated");
            require(db.permissions().delete(read.id()), "deleted");

            require(db.users().delete(kody.id()), "deleted");
            require(db.notes().count() == 0, "the database cascades");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
