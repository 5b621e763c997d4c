package dev.flashorm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.format.Formatter;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.syntax.SchemaTexts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SchemaFixesTest {
    private static String fixed(String text) {
        SchemaFixes fixes = SchemaFixes.of(List.of(new SourceFile("schema.flash", text)));
        return Formatter.format(fixes.files().get(0));
    }

    private static void becomesValid(String text, String expected) {
        String fixed = fixed(text);
        assertThat(fixed).isEqualTo(expected);
        assertThat(SchemaCompiler.compile(List.of(new SourceFile("schema.flash", fixed)))
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void aListGetsItsOtherEndAndTheColumnOfTheKey() {
        becomesValid("""
                model User {
                  id    String @id // mine
                  posts Post[] // all of them

                  @@map("users")
                }

                model Post {
                  id Int @id // no more
                }
                """, """
                model User {
                  id    String @id // mine
                  posts Post[] // all of them

                  @@map("users")
                }

                model Post {
                  id     Int     @id // no more
                  user   User?   @relation(fields: [userId], references: [id])
                  userId String?
                }
                """);
    }

    @Test
    void theColumnHasTheTypeOfTheId() {
        assertThat(fixed("""
                datasource db {
                  provider = "postgresql"
                }
                model User {
                  id String @id @db.Uuid
                }
                model Post {
                  id Int @id
                  author User
                }
                """)).contains("  authorId String @db.Uuid\n").contains("  post Post[]\n");
    }

    @Test
    void whatRelationSaysAlreadyStays() {
        becomesValid("""
                model User {
                  id    Int    @id
                  posts Post[] @relation("by")
                }

                model Post {
                  id     Int  @id
                  userId Int
                  user   User @relation("by", onDelete: Cascade)
                }
                """, """
                model User {
                  id    Int    @id
                  posts Post[] @relation("by")
                }

                model Post {
                  id     Int  @id
                  userId Int
                  user   User @relation("by", onDelete: Cascade, fields: [userId], references: [id])
                }
                """);
    }

    @Test
    void severalOppositeFieldsGetDifferentNames() {
        String fixed = fixed("""
                model User {
                  id Int @id
                }

                model Post {
                  id       Int  @id
                  authorId Int
                  editorId Int
                  author   User @relation("a\\"b", fields: [authorId], references: [id])
                  editor   User @relation("edits", fields: [editorId], references: [id])
                }
                """);
        assertThat(fixed).contains("  post  Post[] @relation(\"a\\\"b\")\n  post2 Post[] @relation(\"edits\")\n");
    }

    @Test
    void whatCouldMeanSeveralThingsIsLeft() {
        String oneToOne = """
                model User {
                  id      Int      @id
                  profile Profile?
                }

                model Profile {
                  id     Int   @id
                  userId Int?
                  user   User?
                }
                """;
        assertThat(fixed(oneToOne)).isEqualTo(oneToOne);
        String otherName = """
                model User {
                  id    Int    @id
                  posts Post[] @relation("x")
                }

                model Post {
                  id     Int  @id
                  userId Int
                  user   User @relation("y", fields: [userId], references: [id])
                }
                """;
        assertThat(fixed(otherName)).isEqualTo(otherName);
        String mistyped = "model User {\n  id Int @id\n}\n\nmodel Post {\n  id   Int @id\n  user Usr\n}\n";
        assertThat(fixed(mistyped)).isEqualTo(mistyped);
    }

    @Test
    void anIdIsMade() {
        becomesValid("model A {\n  id Int\n}\n", "model A {\n  id Int @id\n}\n");
    }

    @Provide
    Arbitrary<String> anything() {
        return SchemaTexts.anything();
    }

    @Property(tries = 300)
    void addsOnlyAndBreaksNothing(@ForAll("anything") String text) {
        SourceFile file = new SourceFile("schema.flash", text);
        SchemaFixes fixes = SchemaFixes.of(List.of(file));
        long before = syntaxErrors(file);

        assertThat(syntaxErrors(fixes.files().get(0))).isEqualTo(before);
        assertThat(isSubsequence(text, fixes.files().get(0).text())).isTrue();
    }

    private static long syntaxErrors(SourceFile file) {
        return SchemaCompiler.compile(List.of(file)).diagnostics().stream()
                .filter(diagnostic -> diagnostic.code().startsWith("F1"))
                .count();
    }

    private static boolean isSubsequence(String part, String whole) {
        int at = 0;
        for (int i = 0; i < whole.length() && at < part.length(); i++) {
            if (whole.charAt(i) == part.charAt(at)) {
                at++;
            }
        }
        return at == part.length();
    }
}
