package dev.flashorm.benchmarks.contestant;

import dev.flashorm.benchmarks.model.Entry;
import dev.flashorm.benchmarks.model.Measurement;
import dev.flashorm.benchmarks.model.Post;
import dev.flashorm.benchmarks.model.User;
import java.util.List;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** MyBatis' way: one annotated method for each statement, records by their constructors. */
interface ShopMapper {
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

    @Select("INSERT INTO entries (name, email, address, flagged, created_at) VALUES (#{name}, #{email},"
            + " #{address,jdbcType=VARCHAR}, #{flagged}, #{createdAt}) RETURNING id, name, email, address, flagged,"
            + " created_at")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Entry insert(Entry entry);

    @Select("<script>INSERT INTO entries (name, email, address, flagged, created_at) VALUES"
            + " <foreach collection='entries' item='e' separator=','>(#{e.name}, #{e.email},"
            + " #{e.address,jdbcType=VARCHAR}, #{e.flagged}, #{e.createdAt})</foreach>"
            + " RETURNING id, name, email, address, flagged, created_at</script>")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Entry> insertAll(@Param("entries") List<Entry> entries);

    @Update("UPDATE users SET name = #{name}, address = #{address} WHERE id = #{id}")
    int update(@Param("id") int id, @Param("name") String name, @Param("address") String address);

    @Select(Sql.FIFTY_USERS)
    List<User> fiftyUsers();

    @Select(
            "<script>SELECT id, user_id, title, content, created_at FROM posts WHERE user_id IN"
                    + " <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach> ORDER BY id</script>")
    List<Post> posts(@Param("ids") List<Integer> ids);
}
