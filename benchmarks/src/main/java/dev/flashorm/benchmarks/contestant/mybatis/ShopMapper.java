package dev.flashorm.benchmarks.contestant.mybatis;

import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.model.Comment;
import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.KindStat;
import dev.flashorm.benchmarks.model.Measurement;
import dev.flashorm.benchmarks.model.Person;
import dev.flashorm.benchmarks.model.Pet;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.Tally;
import dev.flashorm.benchmarks.model.TopUser;
import dev.flashorm.benchmarks.model.User;
import dev.flashorm.benchmarks.model.UserActivity;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** MyBatis' way. Where the database returns rows, an insert is a select to it; else the ids come as generated keys. */
interface ShopMapper {
    String ENTRY_VALUES = "(#{name}, #{email}, #{address,jdbcType=VARCHAR}, #{flagged}, #{createdAt})";
    String ENTRIES_VALUES = "<foreach collection='entries' item='e' separator=','>(#{e.name}, #{e.email},"
            + " #{e.address,jdbcType=VARCHAR}, #{e.flagged}, #{e.createdAt})</foreach>";
    String INSERT_ENTRY = "INSERT INTO entries (" + Sql.ENTRY_COLUMNS + ") VALUES ";
    String KEYS = "<foreach collection='keys' item='key' open='(' separator=',' close=')'>#{key}</foreach>";

    @Select("SELECT id, name, email, address, isadmin, created_at FROM users WHERE id = #{id}")
    User getById(int id);

    @Select("SELECT id, name, email, address, isadmin, created_at FROM users WHERE isadmin = #{admin}"
            + " AND name >= #{fromName} ORDER BY created_at DESC, id LIMIT #{take} OFFSET #{skip}")
    List<User> page(
            @Param("admin") boolean admin,
            @Param("fromName") String fromName,
            @Param("take") int take,
            @Param("skip") int skip);

    @Select(Sql.MEASUREMENTS)
    List<Measurement> measurements();

    @Select(Sql.AGGREGATE)
    List<KindStat> aggregate();

    @Select("SELECT " + Sql.USER_COLUMNS + " FROM users WHERE id <= #{upTo} ORDER BY id")
    List<User> firstUsers(int upTo);

    @Select("<script>" + Sql.POSTS_OF + "IN " + KEYS + Sql.BY_KEY + "</script>")
    List<Post> posts(@Param("keys") List<Integer> users);

    @Select("<script>" + Sql.COMMENTS_OF + "IN " + KEYS + Sql.BY_KEY + "</script>")
    List<Comment> comments(@Param("keys") List<Integer> posts);

    @Select(INSERT_ENTRY + ENTRY_VALUES + Sql.RETURNING)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Entry insert(Entry entry);

    @Select("<script>" + INSERT_ENTRY + ENTRIES_VALUES + Sql.RETURNING + "</script>")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Entry> insertAll(@Param("entries") List<Entry> entries);

    @Insert("<script>" + INSERT_ENTRY + ENTRIES_VALUES + "</script>")
    @Options(useGeneratedKeys = true, keyProperty = "keys.id")
    void insertAllWithKeys(@Param("entries") List<Entry> entries, @Param("keys") List<Key> keys);

    @Update("UPDATE users SET name = #{name}, address = #{address} WHERE id = #{id}")
    int update(@Param("id") int id, @Param("name") String name, @Param("address") String address);

    @Select("INSERT INTO tallies (name, hits) VALUES (#{name}, 1)"
            + " ON CONFLICT (name) DO UPDATE SET hits = tallies.hits + 1 RETURNING name, hits")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Tally upsert(String name);

    @Insert("INSERT INTO tallies (name, hits) VALUES (#{name}, 1) ON DUPLICATE KEY UPDATE hits = hits + 1")
    void upsertOnDuplicate(String name);

    @Select("SELECT name, hits FROM tallies WHERE name = #{name}")
    Tally tally(String name);

    @Select("SELECT id, name FROM people WHERE id <= #{upTo} ORDER BY id")
    List<Person> people(int upTo);

    @Select("<script>" + Sql.PETS_OF + "IN " + KEYS + Sql.BY_KEY + "</script>")
    List<Pet> pets(@Param("keys") List<Integer> people);

    @Insert("INSERT INTO people (name) VALUES (#{name})")
    @Options(useGeneratedKeys = true, keyProperty = "key.id")
    void insertPerson(@Param("name") String name, @Param("key") Key key);

    @Insert("INSERT INTO pets (name, kind, person_id) VALUES (#{name}, #{kind}, #{personId})")
    @Options(useGeneratedKeys = true, keyProperty = "key.id")
    void insertPet(
            @Param("name") String name,
            @Param("kind") String kind,
            @Param("personId") int personId,
            @Param("key") Key key);

    @Update("UPDATE people SET name = #{name} WHERE id = #{id}")
    int updatePerson(@Param("id") int id, @Param("name") String name);

    @Update("UPDATE pets SET name = #{name} WHERE id = #{id}")
    int updatePet(@Param("id") int id, @Param("name") String name);

    @Select(Sql.COMPLEX)
    List<UserActivity> complexQuery();

    @Select(Sql.TOP_USERS)
    List<TopUser> topUsers();

    @Select("SELECT email FROM users WHERE id = #{id}")
    String email(int id);

    @Select("SELECT isadmin FROM users WHERE id = #{id}")
    boolean isAdmin(int id);

    @Insert("INSERT INTO comments (post_id, user_id, content, created_at)"
            + " VALUES (#{postId}, #{userId}, #{content}, #{createdAt})")
    @Options(useGeneratedKeys = true, keyProperty = "key.id")
    void insertComment(
            @Param("postId") int postId,
            @Param("userId") int userId,
            @Param("content") String content,
            @Param("createdAt") Instant createdAt,
            @Param("key") Key key);
}
