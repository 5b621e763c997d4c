package dev.flashorm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Relation;
import dev.flashorm.schema.model.Relation.ReferentialAction;
import dev.flashorm.schema.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaCompilerTest {
    private static SchemaResult compile(String text) {
        return SchemaCompiler.compile(List.of(new SourceFile("schema.flash", text)));
    }

    private static List<String> codes(SchemaResult result) {
        return result.diagnostics().stream()
                .map(diagnostic ->
                        diagnostic.code() + "@" + diagnostic.span().position().line())
                .toList();
    }

    @Test
    void linksOneToManyAndManyToMany() {
        SchemaResult result = compile("""
                datasource db {
                  provider = "postgresql"
                }
                model User {
                  id    Int    @id @default(autoincrement())
                  email String @unique @db.VarChar(200)
                  posts Post[]
                }
                model Post {
                  id       Int   @id
                  author   User? @relation(fields: [authorId], references: [id])
                  authorId Int?  @map("author_id")
                  tags     Tag[]
                  @@index([authorId])
                }
                model Tag {
                  id    Int    @id
                  posts Post[]
                }
                """);

        assertThat(result.diagnostics()).isEmpty();
        Model post = result.schema().model("Post").orElseThrow();
        Relation.ForeignKey author =
                (Relation.ForeignKey) result.schema().relations().get(0);
        assertThat(author.from().model()).isSameAs(post);
        assertThat(author.constraintName()).contains("Post_author_id_fkey");
        assertThat(author.effectiveOnDelete()).isEqualTo(ReferentialAction.SET_NULL);
        assertThat(author.effectiveOnUpdate()).isEqualTo(ReferentialAction.CASCADE);
        assertThat(post.indexes())
                .extracting(index -> index.databaseName().orElseThrow())
                .containsExactly("Post_pkey", "Post_author_id_idx");
        Relation.ManyToMany tags =
                (Relation.ManyToMany) result.schema().relations().get(1);
        assertThat(tags.databaseName()).isEqualTo("_PostToTag");
        assertThat(tags.fromKey().model()).isSameAs(post);
    }

    @Test
    void badLineNeitherHidesNorCausesAnother() {
        SchemaResult result = compile("""
                model A {
                  id Int @id @
                  name String @default("x
                  @@index([name)
                  b Nope
                }
                model B {
                  id Int @id

                model C {
                  id Int @id
                }
                """);

        assertThat(codes(result)).containsExactly("F1001@2", "F1002@3", "F1011@4", "F2001@5", "F1003@7");
    }
}
