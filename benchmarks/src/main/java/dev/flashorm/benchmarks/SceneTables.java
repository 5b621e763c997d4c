package dev.flashorm.benchmarks;

import dev.flashorm.benchmarks.contestant.Values;
import java.util.List;

/** The tables, as Flash's own migrations make them. */
final class SceneTables {
    private SceneTables() {}

    static List<String> statements(Values values) {
        Types types = switch (values) {
            case SQLITE -> new Types("integer primary key autoincrement", "text", "datetime", "real");
            case POSTGRESQL -> new Types("serial primary key", "text", "timestamp(3)", "double precision");
            case MYSQL -> new Types("int auto_increment primary key", "varchar(191)", "datetime(3)", "double");
        };
        return List.of(
                types.table(
                        "users",
                        "name S not null, email S not null, address S, isadmin boolean not null,"
                                + " created_at T not null"),
                "create unique index users_email_key on users (email)",
                types.table(
                        "posts",
                        "user_id integer not null, title S not null, content S not null,"
                                + " created_at T not null, foreign key (user_id) references users (id)"),
                "create index posts_user_id_idx on posts (user_id)",
                types.table(
                        "comments",
                        "post_id integer not null, user_id integer not null, content S not null,"
                                + " created_at T not null, foreign key (post_id) references posts (id),"
                                + " foreign key (user_id) references users (id)"),
                "create index comments_post_id_idx on comments (post_id)",
                "create index comments_user_id_idx on comments (user_id)",
                types.in("create table measurements (id integer primary key, label S not null, note S,"
                        + " kind S not null, small integer not null, big bigint not null, ratio R not null,"
                        + " amount decimal(12, 2) not null, active boolean not null, optional integer,"
                        + " taken_at T not null, ended_at T)"),
                types.table(
                        "entries",
                        "name S not null, email S not null, address S, flagged boolean not null,"
                                + " created_at T not null"),
                types.in("create table tallies (name S primary key, hits integer not null)"),
                types.table("people", "name S not null"),
                types.table(
                        "pets",
                        "name S not null, kind S not null, person_id integer not null,"
                                + " foreign key (person_id) references people (id)"),
                "create index pets_person_id_idx on pets (person_id)");
    }

    /** How a database spells a numbered key, a string (S), a time (T) and a floating-point number (R). */
    private record Types(String id, String string, String time, String real) {
        String table(String name, String columns) {
            return "create table " + name + " (id " + id + ", " + in(columns) + ")";
        }

        String in(String columns) {
            return columns.replace(" S", " " + string).replace(" T", " " + time).replace(" R", " " + real);
        }
    }
}
