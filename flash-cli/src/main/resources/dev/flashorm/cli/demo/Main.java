package demo;

import demo.db.AppDb;
import demo.db.Comment;
import demo.db.NewComment;
import demo.db.NewPost;
import demo.db.NewTag;
import demo.db.NewUser;
import demo.db.Post;
import demo.db.Posts;
import demo.db.Role;
import demo.db.Tag;
import demo.db.Tags;
import demo.db.User;
import demo.db.Users;
import dev.flashorm.runtime.UniqueViolation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How the generated code is used. Change something here or in schema.flash and run it again. */
public final class Main {
    record Author(User user, List<Post> posts) {}

    record Article(Post post, User author, List<Tag> tags) {}

    private Main() {}

    public static void main(String[] args) {
        try (AppDb db = AppDb.connect("file:dev.db")) {
            db.users().deleteAll();
            db.tags().deleteAll();
            tour(db);
        }
    }

    private static void tour(AppDb db) {
        step("create: required fields are arguments, the others have methods");
        User ann = db.users().create(NewUser.of("ann@example.org").withName("Ann").withRole(Role.AUTHOR));
        User bob = db.users().create(NewUser.of("bob@example.org"));
        show(ann, bob);

        step("create many at once");
        List<Post> posts = db.posts().createMany(List.of(
                NewPost.of("Hello", ann.id()).withPublished(true),
                NewPost.of("Fast queries", ann.id()).withPublished(true).withPrice(new BigDecimal("9.90")),
                NewPost.of("A draft", ann.id())));
        show(posts.toArray());

        step("find by a unique key: the statement is a constant");
        Optional<User> found = db.users().findByEmail("ann@example.org");
        show(found);

        step("filter, order, page: columns are typed");
        List<Post> page = db.posts()
                .where(Posts.PUBLISHED.eq(true), Posts.TITLE.contains("a"))
                .orderBy(Posts.PRICE.desc(), Posts.ID.asc())
                .take(10)
                .list();
        show(page.toArray());

        step("relations: load them, or ask about them");
        List<Author> authors = db.users()
                .where(Users.POSTS.some(Posts.PUBLISHED.eq(true)))
                .with(Users.POSTS.orderBy(Posts.ID.asc()), Author::new)
                .list();
        show(authors.toArray());

        step("update: only the named columns are in the SQL");
        db.users().update(ann.id(), user -> user.nameNull().balance().increment(new BigDecimal("12.50")));
        show(db.users().get(ann.id()));

        step("a transaction: all of it or nothing");
        Comment comment = db.transaction(tx -> {
            tx.posts().update(posts.get(2).id(), post -> post.published(true));
            return tx.comments().create(NewComment.of("Nice!", posts.get(2).id(), bob.id()));
        });
        show(comment, db.posts().where(Posts.PUBLISHED.eq(true)).count() + " published");

        step("many to many, two relations at once");
        List<Tag> tags = db.tags().createMany(List.of(NewTag.of("java"), NewTag.of("sql")));
        pair(db, posts.get(1), tags.get(0));
        pair(db, posts.get(1), tags.get(1));
        List<Article> articles = db.posts()
                .where(Posts.TAGS.some(Tags.NAME.eq("sql")))
                .with(Posts.AUTHOR, Posts.TAGS.orderBy(Tags.NAME.asc()), Article::new)
                .list();
        show(articles.toArray());

        step("errors name the model and the fields");
        String problem = "none";
        try {
            db.users().create(NewUser.of("ann@example.org"));
        } catch (UniqueViolation e) {
            problem = e.getMessage();
        }
        show(problem);

        step("delete: by key, or by condition");
        boolean deleted = db.users().delete(bob.id());
        long free = db.posts().where(Posts.PRICE.eq(BigDecimal.ZERO)).deleteMany();
        show(deleted, free + " posts deleted", db.comments().count() + " comments left");
    }

    /** A pair of a many-to-many relation is written in SQL for now; reading it is generated. */
    private static void pair(AppDb db, Post post, Tag tag) {
        db.database().session().update("INSERT INTO \"_PostToTag\" (\"A\", \"B\") VALUES (?, ?)", statement -> {
            statement.setInt(1, post.id());
            statement.setInt(2, tag.id());
        });
    }

    private static void step(String title) {
        System.out.println("# " + title);
    }

    private static void show(Object... rows) {
        for (Object row : rows) {
            System.out.println(row);
        }
    }
}
