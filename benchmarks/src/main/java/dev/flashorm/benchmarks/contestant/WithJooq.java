package dev.flashorm.benchmarks.contestant;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import com.zaxxer.hikari.HikariDataSource;
import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.Measurement;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserPosts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.InsertValuesStep5;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The DSL with typed fields, results mapped by constructor references, to-many by MULTISET. */
public final class WithJooq implements Contestant {
    private static final Table<Record> USERS = table(name("users"));
    private static final Table<Record> POSTS = table(name("posts"));
    private static final Table<Record> MEASUREMENTS = table(name("measurements"));
    private static final Table<Record> ENTRIES = table(name("entries"));
    private static final Field<Integer> USER_ID = field(name("users", "id"), SQLDataType.INTEGER);
    private static final Field<String> USER_NAME = field(name("users", "name"), SQLDataType.VARCHAR);
    private static final Field<String> USER_EMAIL = field(name("users", "email"), SQLDataType.VARCHAR);
    private static final Field<String> USER_ADDRESS = field(name("users", "address"), SQLDataType.VARCHAR);
    private static final Field<Boolean> USER_ADMIN = field(name("users", "isadmin"), SQLDataType.BOOLEAN);
    private static final Field<Integer> POST_ID = field(name("posts", "id"), SQLDataType.INTEGER);
    private static final Field<Integer> POST_USER = field(name("posts", "user_id"), SQLDataType.INTEGER);
    private static final Field<Integer> ID = field(name("id"), SQLDataType.INTEGER);
    private static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
    private static final Field<String> EMAIL = field(name("email"), SQLDataType.VARCHAR);
    private static final Field<String> ADDRESS = field(name("address"), SQLDataType.VARCHAR);
    private static final Field<Boolean> FLAGGED = field(name("flagged"), SQLDataType.BOOLEAN);

    private final HikariDataSource pool;
    private final DSLContext sql;
    private final int rowsEach;
    private final DataType<Instant> time;
    private final Field<Instant> userCreated;
    private final Field<Instant> created;

    public WithJooq(String jdbcUrl, Values values) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        pool = Pools.open(jdbcUrl, values);
        sql = DSL.using(pool, values == Values.SQLITE ? SQLDialect.SQLITE : SQLDialect.POSTGRES);
        rowsEach = values == Values.SQLITE ? 1 : 100;
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
        created = field(name("created_at"), time);
    }

    @Override
    public Object getById(int id) {
        return sql.select(USER_ID, USER_NAME, USER_EMAIL, USER_ADDRESS, USER_ADMIN, userCreated)
                .from(USERS)
                .where(USER_ID.eq(id))
                .fetchSingle(Records.mapping(User::new));
    }

    @Override
    public Object page(String fromName, int skip) {
        return sql.select(USER_ID, USER_NAME, USER_EMAIL, USER_ADDRESS, USER_ADMIN, userCreated)
                .from(USERS)
                .where(USER_ADMIN.eq(true), USER_NAME.ge(fromName))
                .orderBy(userCreated.desc(), USER_ID)
                .limit(20)
                .offset(skip)
                .fetch(Records.mapping(User::new));
    }

    @Override
    public Object thousandRows() {
        return sql.select(
                        ID,
                        field(name("label"), SQLDataType.VARCHAR),
                        field(name("note"), SQLDataType.VARCHAR),
                        field(name("kind"), SQLDataType.VARCHAR),
                        field(name("small"), SQLDataType.INTEGER),
                        field(name("big"), SQLDataType.BIGINT),
                        field(name("ratio"), SQLDataType.DOUBLE),
                        field(name("amount"), SQLDataType.DECIMAL),
                        field(name("active"), SQLDataType.BOOLEAN),
                        field(name("optional"), SQLDataType.INTEGER),
                        field(name("taken_at"), time),
                        field(name("ended_at"), time))
                .from(MEASUREMENTS)
                .fetch(Records.mapping(WithJooq::measurement));
    }

    private static Measurement measurement(
            int id,
            String label,
            String note,
            String kind,
            int small,
            long big,
            double ratio,
            BigDecimal amount,
            boolean active,
            Integer optional,
            Instant takenAt,
            Instant endedAt) {
        return new Measurement(id, label, note, kind, small, big, ratio, amount, active, optional, takenAt, endedAt);
    }

    @Override
    public Object insertOne(int number) {
        Entry entry = Entry.numbered(number);
        return sql.insertInto(ENTRIES, NAME, EMAIL, ADDRESS, FLAGGED, created)
                .values(entry.name(), entry.email(), entry.address(), entry.flagged(), entry.createdAt())
                .returningResult(ID, NAME, EMAIL, ADDRESS, FLAGGED, created)
                .fetchSingle(Records.mapping(Entry::new));
    }

    /** In statements of 100 rows; of one row on SQLite, where jOOQ gives only the last one of several back. */
    @Override
    public Object insertThousand(int firstNumber) {
        return sql.transactionResult(configuration -> {
            List<Entry> inserted = new ArrayList<>(1000);
            for (int from = firstNumber; from < firstNumber + 1000; from += rowsEach) {
                inserted.addAll(insert(configuration.dsl(), from));
            }
            return inserted;
        });
    }

    private List<Entry> insert(DSLContext transaction, int from) {
        InsertValuesStep5<Record, String, String, String, Boolean, Instant> insert =
                transaction.insertInto(ENTRIES, NAME, EMAIL, ADDRESS, FLAGGED, created);
        for (int number = from; number < from + rowsEach; number++) {
            Entry entry = Entry.numbered(number);
            insert = insert.values(entry.name(), entry.email(), entry.address(), entry.flagged(), entry.createdAt());
        }
        return insert.returningResult(ID, NAME, EMAIL, ADDRESS, FLAGGED, created)
                .fetch(Records.mapping(Entry::new));
    }

    @Override
    public Object update(int id, String name, String address) {
        return sql.update(USERS)
                        .set(NAME, name)
                        .set(ADDRESS, address)
                        .where(ID.eq(id))
                        .execute()
                > 0;
    }

    @Override
    public Object usersWithPosts() {
        return sql.select(
                        USER_ID,
                        USER_NAME,
                        USER_EMAIL,
                        USER_ADDRESS,
                        USER_ADMIN,
                        userCreated,
                        multiset(select(
                                                POST_ID,
                                                POST_USER,
                                                field(name("title"), SQLDataType.VARCHAR),
                                                field(name("content"), SQLDataType.VARCHAR),
                                                field(name("posts", "created_at"), time))
                                        .from(POSTS)
                                        .where(POST_USER.eq(USER_ID))
                                        .orderBy(POST_ID))
                                .convertFrom(posts -> posts.map(Records.mapping(Post::new))))
                .from(USERS)
                .where(USER_ID.le(50))
                .orderBy(USER_ID)
                .fetch(row -> new UserPosts<>(
                        new User(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()),
                        row.value7()));
    }

    @Override
    public void close() {
        pool.close();
    }
}
