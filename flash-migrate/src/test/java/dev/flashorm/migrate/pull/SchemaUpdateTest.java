package dev.flashorm.migrate.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.diff.Differ;
import dev.flashorm.migrate.diff.Renames;
import dev.flashorm.migrate.introspect.IntrospectionScope;
import dev.flashorm.migrate.introspect.Introspectors;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.SchemaResult;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A schema that people wrote, brought up to a database that changed behind its back. */
class SchemaUpdateTest {
    private static final String WRITTEN = """
            // The shop's schema.
            datasource db {
              provider = "%s"
              url      = env("DATABASE_URL")
            }

            enum Role { // who may do what
              ADMIN
              GUEST  @map("guest")
            }

            /// Somebody who writes.
            model Writer {
                id        String   @id @default(cuid()) // made by the client
                updated   DateTime @updatedAt
                /// for the login
                mail      String   @unique
                role      Role     @default(GUEST)
                articles  Article[]
                tags      Tag[]

                @@map("writers")
            }

            // Articles come second: they are more.
            model Article {
                author    Writer   @relation(fields: [writerId], references: [id], onDelete: Cascade)
                writerId  String   @map("writer_id")
                key       Int      @id
                title     String   @default("untitled")
                lang      String

                @@index([lang,title], name: "byLang")
                @@map("articles") // plural
            }

            model Tag {
                name     String   @id
                writers  Writer[]
            }
            """;

    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void whatTheDatabaseSaysAlreadyStaysAsItIs(DatabaseName name) throws SQLException {
        try (TestDatabase database = TestDatabases.create(name)) {
            SourceFile file = create(database);
            assertThat(update(database, file)).isSameAs(file);
        }
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseName.class, names = "MONGODB", mode = EnumSource.Mode.EXCLUDE)
    void onlyWhatDiffersIsRewritten(DatabaseName name) throws SQLException {
        try (TestDatabase database = TestDatabases.create(name)) {
            SourceFile file = create(database);
            database.execute(
                    "ALTER TABLE articles ADD COLUMN stars int DEFAULT 3",
                    "CREATE UNIQUE INDEX articles_title_key ON articles (title"
                            + (name.provider().equals("mysql") ? "(20))" : ")"),
                    dropIndex(name),
                    "CREATE TABLE reviews (id int PRIMARY KEY, article int NOT NULL, "
                            + "CONSTRAINT fk FOREIGN KEY (article) REFERENCES articles (" + quoted(name, "key")
                            + "))");
            SourceFile updated = update(database, file);
            assertThat(updated.text())
                    .contains("// The shop's schema.", "enum Role { // who may do what", "  GUEST  @map(\"guest\")")
                    .contains("    id        String   @id @default(cuid()) // made by the client\n")
                    .contains("    updated   DateTime @updatedAt\n    /// for the login\n")
                    .contains("// Articles come second: they are more.\n", "    @@map(\"articles\") // plural\n")
                    .contains("    stars Int? @default(3)\n")
                    .contains("    reviews reviews[]\n")
                    .contains("\nmodel reviews {\n")
                    .doesNotContain("byLang");
            assertThat(withoutChanges(updated.text())).isEqualTo(withoutChanges(file.text()));
            assertThat(update(database, updated)).isSameAs(updated);
        }
    }

    private static String quoted(DatabaseName name, String text) {
        return name.provider().equals("mysql") ? "`" + text + "`" : "\"" + text + "\"";
    }

    private static String dropIndex(DatabaseName name) {
        return "DROP INDEX " + quoted(name, "byLang") + (name.provider().equals("mysql") ? " ON articles" : "");
    }

    /** The lines of the written schema that no statement above has anything to do with. */
    private static List<String> withoutChanges(String text) {
        return text.substring(0, text.indexOf("model Article")).lines().toList();
    }

    @Test
    void typesDefaultsAndEnumsFollow() throws SQLException {
        try (TestDatabase database = TestDatabases.create(DatabaseName.POSTGRESQL)) {
            SourceFile file = create(database);
            database.execute(
                    "ALTER TYPE \"Role\" ADD VALUE 'EDITOR' BEFORE 'guest'",
                    "ALTER TABLE articles ALTER COLUMN title DROP DEFAULT, ALTER COLUMN title DROP NOT NULL, "
                            + "ALTER COLUMN lang TYPE varchar(5)",
                    "ALTER TABLE writers ALTER COLUMN id DROP DEFAULT, DROP COLUMN updated",
                    "ALTER TABLE articles ADD COLUMN editor text REFERENCES writers ON DELETE SET NULL ON UPDATE CASCADE");
            SourceFile updated = update(database, file);
            assertThat(updated.text())
                    .contains("  ADMIN\n  EDITOR\n  GUEST  @map(\"guest\")\n")
                    .contains("    title     String?\n", "    lang      String @db.VarChar(5)\n")
                    .doesNotContain("@updatedAt")
                    .contains("    author    Writer   @relation(\"Article_writer_idToWriter\", fields: [writerId],")
                    .contains("    articles  Article[] @relation(\"Article_writer_idToWriter\")\n")
                    .contains("    editor String?\n");
            assertThat(update(database, updated)).isSameAs(updated);
        }
    }

    /** As MySQL's own tools leave them: the same key under two names. */
    @Test
    void twoKeysOverTheSameColumnsKeepTheirFields() throws SQLException {
        try (TestDatabase database = TestDatabases.create(DatabaseName.POSTGRESQL)) {
            database.execute(
                    "CREATE TABLE a (id int PRIMARY KEY)",
                    "CREATE TABLE b (id int PRIMARY KEY, a int, CONSTRAINT one FOREIGN KEY (a) REFERENCES a, "
                            + "CONSTRAINT two FOREIGN KEY (a) REFERENCES a)");
            SourceFile empty = new SourceFile(
                    "schema.flash", "datasource db {\n  provider = \"postgresql\"\n  url = env(\"DATABASE_URL\")\n}\n");
            SourceFile pulled = update(database, empty);
            assertThat(pulled.text()).contains("map: \"one\"", "map: \"two\"");
            assertThat(update(database, pulled)).isSameAs(pulled);
        }
    }

    @Test
    void tablesThatAreGoneGo() throws SQLException {
        try (TestDatabase database = TestDatabases.create(DatabaseName.SQLITE)) {
            SourceFile file = create(database);
            database.execute("DROP TABLE \"_TagToWriter\"", "DROP TABLE \"Tag\"");
            SourceFile updated = update(database, file);
            assertThat(updated.text())
                    .isEqualTo(file.text()
                            .replace("    tags      Tag[]\n", "")
                            .replace("\nmodel Tag {\n    name     String   @id\n    writers  Writer[]\n}\n", ""));
        }
    }

    /** The database that the written schema describes. */
    private static SourceFile create(TestDatabase database) {
        String provider = database.name().provider();
        SourceFile file = new SourceFile("schema.flash", WRITTEN.formatted(provider));
        MigrationPlanner planner = MigrationPlanner.of(provider);
        planner.plan(null, compile(file))
                .up()
                .forEach(step -> database.execute(step.statements().toArray(String[]::new)));
        return file;
    }

    /** The updated file, of which is checked that it differs from the database in nothing. */
    private static SourceFile update(TestDatabase database, SourceFile file) throws SQLException {
        String provider = database.name().provider();
        try (Connection connection = database.connect()) {
            DatabaseSchema found =
                    Introspectors.of(provider).introspect(connection, IntrospectionScope.defaultSchema());
            SourceFile updated = SchemaPull.of(provider)
                    .update(List.of(file), compile(file), found)
                    .get(0);
            DatabaseSchema mapped = MigrationPlanner.of(provider).map(compile(updated));
            assertThat(new Differ(Renames.none())
                            .diff(found, UnsaidDetails.of(provider).keep(found, mapped)))
                    .as(updated.text())
                    .isEmpty();
            return updated;
        }
    }

    private static Schema compile(SourceFile file) {
        SchemaResult result = SchemaCompiler.compile(List.of(file));
        assertThat(result.diagnostics()).as(file.text()).noneMatch(diagnostic -> diagnostic.isError());
        return result.schema();
    }
}
