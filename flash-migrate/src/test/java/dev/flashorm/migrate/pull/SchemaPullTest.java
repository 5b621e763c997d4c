package dev.flashorm.migrate.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.diff.Differ;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspectors;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.Extension;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaPullTest {
    @Test
    void writesWhereAnExtensionLies() {
        DatabaseSchema database = new DatabaseSchema(
                List.of(),
                List.of(
                        new Extension("citext", Optional.of("public"), Optional.of("1.6")),
                        new Extension("uuid-ossp", Optional.of("tools"), Optional.empty())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(SchemaPull.of("postgresql").text(database, SchemaPull.ENVIRONMENT))
                .isEqualTo("""
                        datasource db {
                          provider   = "postgresql"
                          url        = env("DATABASE_URL")
                          extensions = [citext, uuid_ossp(map: "uuid-ossp", schema: "tools")]
                        }
                        """);
        assertThat(MigrationPlanner.of("postgresql")
                        .plan(DatabaseSchema.empty(), database, Renames.none())
                        .upSql())
                .contains("CREATE SCHEMA IF NOT EXISTS \"tools\";", "\"uuid-ossp\" WITH SCHEMA \"tools\";");
    }

    @Test
    void writesWhatPostgresqlHolds() throws SQLException {
        String text = pull(
                DatabaseName.POSTGRESQL,
                "CREATE TYPE \"user role\" AS ENUM ('admin', 'guest user')",
                """
                CREATE TABLE "User" (
                  id serial PRIMARY KEY, "e-mail" varchar(80) NOT NULL UNIQUE, role "user role" DEFAULT 'guest user',
                  tags text[] DEFAULT ARRAY['a', 'b'], "1st" int, boss int REFERENCES "User" ON DELETE SET NULL ON UPDATE CASCADE,
                  score numeric(8,2) NOT NULL DEFAULT 1.5, meta jsonb DEFAULT '{"a": 1}', area polygon,
                  born timestamp(3) DEFAULT now(), token uuid DEFAULT gen_random_uuid(),
                  CONSTRAINT positive CHECK (score > 0))""",
                "CREATE TABLE post (slug text, lang char(2), title text NOT NULL, author int NOT NULL REFERENCES \"User\", "
                        + "editor int REFERENCES \"User\", size int GENERATED ALWAYS AS (length(title)) STORED, "
                        + "PRIMARY KEY (lang, slug))",
                "CREATE INDEX ON post (title DESC) WHERE lang = 'de'",
                "CREATE INDEX post_lower ON post (lower(title), lang)",
                "CREATE TABLE log (at timestamptz, line text)",
                "CREATE TABLE \"Tag\" (id serial PRIMARY KEY)",
                "CREATE TABLE \"_TagToUser\" (\"A\" int NOT NULL REFERENCES \"Tag\" ON DELETE CASCADE ON UPDATE CASCADE, "
                        + "\"B\" int NOT NULL REFERENCES \"User\" ON DELETE CASCADE ON UPDATE CASCADE)",
                "CREATE UNIQUE INDEX \"_TagToUser_AB_unique\" ON \"_TagToUser\" (\"A\", \"B\")",
                "CREATE INDEX \"_TagToUser_B_index\" ON \"_TagToUser\" (\"B\")");
        assertThat(text).isEqualTo("""
                        datasource db {
                          provider = "postgresql"
                          url      = env("DATABASE_URL")
                        }

                        model Tag {
                          id   Int    @id @default(autoincrement())
                          User User[]
                        }

                        model User {
                          id                     Int                     @id @default(autoincrement())
                          e_mail                 String                  @unique @map("e-mail") @db.VarChar(80)
                          role                   user_role?              @default(guest_user)
                          tags                   String[]                @default(["a", "b"])
                          st                     Int?                    @map("1st")
                          boss                   Int?
                          score                  Decimal                 @default(1.5) @db.Decimal(8, 2)
                          meta                   Json?                   @default("{\\"a\\": 1}")
                          area                   Unsupported("polygon")?
                          born                   DateTime?               @default(now())
                          token                  String?                 @default(dbgenerated("gen_random_uuid()")) @db.Uuid
                          User                   User?                   @relation("UserToUser", fields: [boss], references: [id])
                          other_User             User[]                  @relation("UserToUser")
                          post_post_authorToUser post[]                  @relation("post_authorToUser")
                          post_post_editorToUser post[]                  @relation("post_editorToUser")
                          Tag                    Tag[]

                          @@check("(score > (0)::numeric)", name: "positive")
                        }

                        /// No key tells the rows of this table apart, so that generated code has no access to it.
                        model log {
                          at   DateTime? @db.Timestamptz(6)
                          line String?

                          @@ignore
                        }

                        model post {
                          slug                   String
                          lang                   String @db.Char(2)
                          title                  String
                          author                 Int
                          editor                 Int?
                          size                   Int?   @generated("length(title)", stored: true)
                          User_post_authorToUser User   @relation("post_authorToUser", fields: [author], references: [id], onDelete: NoAction, onUpdate: NoAction)
                          User_post_editorToUser User?  @relation("post_editorToUser", fields: [editor], references: [id], onDelete: NoAction, onUpdate: NoAction)

                          @@id([lang, slug])
                          @@index([raw("lower(title)"), lang], map: "post_lower")
                          @@index([title(sort: Desc)], where: raw("lang = 'de'::bpchar"))
                        }

                        enum user_role {
                          admin
                          guest_user @map("guest user")

                          @@map("user role")
                        }
                        """);
    }

    @Test
    void writesWhatSqliteHolds() throws SQLException {
        String text = pull(
                DatabaseName.SQLITE,
                "CREATE TABLE parent (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL DEFAULT 'it''s \"x\"')",
                "CREATE TABLE child (id INT NOT NULL PRIMARY KEY, parent INT NOT NULL UNIQUE REFERENCES parent ON DELETE CASCADE, "
                        + "lost INT REFERENCES gone (id), flag BOOLEAN DEFAULT 1, CHECK (flag IN (0, 1)))");
        assertThat(text).isEqualTo("""
                        datasource db {
                          provider = "sqlite"
                          url      = env("DATABASE_URL")
                        }

                        model child {
                          id                   Int      @id
                          parent               Int      @unique
                          lost                 Int?
                          flag                 Boolean? @default(true)
                          parent_childToparent parent   @relation(fields: [parent], references: [id], onDelete: Cascade, onUpdate: NoAction)

                          @@check("flag IN (0, 1)")
                        }

                        model parent {
                          id    Int    @id @default(autoincrement())
                          name  String @default("it's \\"x\\"")
                          child child?
                        }
                        """);
    }

    @Test
    void leavesWhatOnlyMysqlHasToIt() throws SQLException {
        String text = pull(
                DatabaseName.MYSQL,
                "CREATE TABLE m (id int PRIMARY KEY, a int NOT NULL, b varbinary(9) NOT NULL DEFAULT '', "
                        + "UNIQUE KEY u (a) USING HASH, KEY k (a, id) USING HASH) ENGINE = MEMORY",
                "CREATE TABLE e (id int PRIMARY KEY, c enum('page', 'file') NOT NULL DEFAULT 'file') CHARACTER SET binary");
        assertThat(text)
                .contains("@default(dbgenerated(\"''\")) @db.VarBinary(9)")
                .doesNotContain("Hash", "@unique");
    }

    /** The text of a database made by statements; it compiles, and differs from the database in nothing. */
    private static String pull(DatabaseName name, String... statements) throws SQLException {
        try (TestDatabase database = TestDatabases.create(name)) {
            database.execute(statements);
            try (Connection connection = database.connect()) {
                DatabaseSchema found =
                        Introspectors.of(name.provider()).introspect(connection, IntrospectionScope.defaultSchema());
                String text = SchemaPull.of(name.provider()).text(found, SchemaPull.ENVIRONMENT);
                SchemaResult result = SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)));
                assertThat(result.diagnostics()).as(text).noneMatch(diagnostic -> diagnostic.isError());
                DatabaseSchema mapped = MigrationPlanner.of(name.provider()).map(result.schema());
                DatabaseSchema complete = UnsaidDetails.of(name.provider()).keep(found, mapped);
                assertThat(new Differ(Renames.none()).diff(found, complete))
                        .as(text)
                        .isEmpty();
                return text;
            }
        }
    }
}
