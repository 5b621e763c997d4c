package dev.flashorm.benchmarks.contestant.jooq;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.flashorm.benchmarks.contestant.Values;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** What jOOQ's generator makes of the tables, as far as the tasks want it; {@link #time} differs between databases. */
final class Shop {
    static final Table<Record> USERS = table(name("users"));
    static final Field<Integer> USER_ID = field(name("users", "id"), SQLDataType.INTEGER);
    static final Field<String> USER_NAME = field(name("users", "name"), SQLDataType.VARCHAR);
    static final Field<String> USER_EMAIL = field(name("users", "email"), SQLDataType.VARCHAR);
    static final Field<String> USER_ADDRESS = field(name("users", "address"), SQLDataType.VARCHAR);
    static final Field<Boolean> USER_ADMIN = field(name("users", "isadmin"), SQLDataType.BOOLEAN);

    static final Table<Record> POSTS = table(name("posts"));
    static final Field<Integer> POST_ID = field(name("posts", "id"), SQLDataType.INTEGER);
    static final Field<Integer> POST_USER = field(name("posts", "user_id"), SQLDataType.INTEGER);
    static final Field<String> POST_TITLE = field(name("posts", "title"), SQLDataType.VARCHAR);
    static final Field<String> POST_CONTENT = field(name("posts", "content"), SQLDataType.VARCHAR);

    static final NumberedTable COMMENTS = new NumberedTable("comments");
    static final Field<Integer> COMMENT_ID = field(name("comments", "id"), SQLDataType.INTEGER);
    static final Field<Integer> COMMENT_POST = field(name("comments", "post_id"), SQLDataType.INTEGER);
    static final Field<Integer> COMMENT_USER = field(name("comments", "user_id"), SQLDataType.INTEGER);
    static final Field<String> COMMENT_CONTENT = field(name("comments", "content"), SQLDataType.VARCHAR);

    static final Table<Record> MEASUREMENTS = table(name("measurements"));
    static final Field<String> KIND = field(name("kind"), SQLDataType.VARCHAR);
    static final Field<Integer> SMALL = field(name("small"), SQLDataType.INTEGER);
    static final Field<Long> BIG = field(name("big"), SQLDataType.BIGINT);

    static final NumberedTable ENTRIES = new NumberedTable("entries");
    static final Table<Record> TALLIES = table(name("tallies"));
    static final NumberedTable PEOPLE = new NumberedTable("people");
    static final NumberedTable PETS = new NumberedTable("pets");
    static final Field<Integer> ID = field(name("id"), SQLDataType.INTEGER);
    static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
    static final Field<String> EMAIL = field(name("email"), SQLDataType.VARCHAR);
    static final Field<String> ADDRESS = field(name("address"), SQLDataType.VARCHAR);
    static final Field<Boolean> FLAGGED = field(name("flagged"), SQLDataType.BOOLEAN);
    static final Field<Integer> HITS = field(name("tallies", "hits"), SQLDataType.INTEGER);
    static final Field<Integer> PET_ID = field(name("pets", "id"), SQLDataType.INTEGER);
    static final Field<String> PET_NAME = field(name("pets", "name"), SQLDataType.VARCHAR);
    static final Field<String> PET_KIND = field(name("pets", "kind"), SQLDataType.VARCHAR);
    static final Field<Integer> PET_PERSON = field(name("pets", "person_id"), SQLDataType.INTEGER);
    static final Field<Integer> PERSON_ID = field(name("people", "id"), SQLDataType.INTEGER);
    static final Field<String> PERSON_NAME = field(name("people", "name"), SQLDataType.VARCHAR);

    final DataType<Instant> time;
    final Field<Instant> userCreated;
    final Field<Instant> postCreated;
    final Field<Instant> commentCreated;
    final Field<Instant> created;

    Shop(Values values) {
        time = values == Values.SQLITE
                ? SQLDataType.VARCHAR.asConvertedDataType(Converter.ofNullable(
                        String.class,
                        Instant.class,
                        text -> OffsetDateTime.parse(text).toInstant(),
                        Values::text))
                : SQLDataType.LOCALDATETIME.asConvertedDataType(Converter.ofNullable(
                        LocalDateTime.class,
                        Instant.class,
                        local -> local.toInstant(ZoneOffset.UTC),
                        instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
        userCreated = field(name("users", "created_at"), time);
        postCreated = field(name("posts", "created_at"), time);
        commentCreated = field(name("comments", "created_at"), time);
        created = field(name("created_at"), time);
    }
}
