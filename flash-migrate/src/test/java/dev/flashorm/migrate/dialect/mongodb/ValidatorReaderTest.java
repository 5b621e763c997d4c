package dev.flashorm.migrate.dialect.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.migrate.compare.Comparison;
import dev.flashorm.migrate.compare.DatabaseState;
import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.plan.MigrationPlanner;
import dev.flashorm.migrate.pull.SchemaPull;
import dev.flashorm.schema.SchemaCompiler;
import dev.flashorm.schema.model.Schema;
import dev.flashorm.schema.source.SourceFile;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What migrations write as a validator is read as what it was written for. */
class ValidatorReaderTest {
    private static final String TEXT = """
            datasource db {
              provider = "mongodb"
              url      = env("DATABASE_URL")
            }

            enum Role {
              USER
              ADMIN @map("admin")
            }

            type Address {
              street String
              city   String?
              kinds  Role[]
            }

            model User {
              id       String    @id @default(auto()) @map("_id") @db.ObjectId
              email    String    @unique
              nickname String?   @default("none")
              role     Role      @default(USER)
              second   Role?
              home     Address?
              others   Address[]
              visits   Int       @default(0)
              big      BigInt
              rate     Float?
              seen     DateTime
              raw      Bytes
              any      Json?
              ids      String[]  @db.ObjectId

              @@index([home.city])
            }
            """;

    private static final SourceFile FILE = new SourceFile("schema.flash", TEXT);

    private static Schema schema() {
        return SchemaCompiler.compile(List.of(FILE)).schema();
    }

    /** As the server gives it back, which keeps no defaults. */
    private static DatabaseSchema database() {
        DatabaseSchema mapped = MigrationPlanner.of("mongodb").map(schema());
        List<Table> tables = mapped.tables().stream()
                .map(table -> table.withColumns(ValidatorReader.columns(Document.parse(
                        Validator.of(table).get("$jsonSchema", Document.class).toJson()))))
                .toList();
        return mapped.withTables(tables);
    }

    @Test
    void isNoDifference() {
        Comparison there =
                Comparison.of("mongodb", new DatabaseState.Found(database()), new DatabaseState.Described(schema()));
        assertThat(there.plan().changes()).isEmpty();
        Comparison back =
                Comparison.of("mongodb", new DatabaseState.Described(schema()), new DatabaseState.Found(database()));
        assertThat(back.plan().changes()).isEmpty();
        assertThat(SchemaPull.of("mongodb").update(List.of(FILE), schema(), database()))
                .containsExactly(FILE);
    }

    @Test
    void givesASchemaThatSaysTheSame() {
        String pulled = SchemaPull.of("mongodb").text(database(), SchemaPull.ENVIRONMENT);
        assertThat(pulled)
                .contains("  admin\n", "UserOthers[]", "@db.ObjectId", "@@index([home.city])", "rate     Float?");
        var compiled = SchemaCompiler.compile(List.of(new SourceFile("pulled", pulled)));
        assertThat(compiled.isValid()).as(pulled).isTrue();
        assertThat(Comparison.of(
                                "mongodb",
                                new DatabaseState.Found(database()),
                                new DatabaseState.Described(compiled.schema()))
                        .plan()
                        .changes())
                .isEmpty();
    }

    @Test
    void readsWhatOthersWrote() {
        List<Column> columns = ValidatorReader.columns(Document.parse("""
                {"required": ["a"], "properties": {
                  "a": {"bsonType": "int", "minimum": 1, "description": "counts"},
                  "b": {"bsonType": ["string", "null"]}, "c": true,
                  "d": {"enum": ["x", null]}, "e": {"bsonType": "array"}}}"""));
        assertThat(columns).extracting(Column::name).containsExactly("a", "b", "c", "d", "e");
        assertThat(columns).extracting(Column::nullable).containsExactly(false, true, true, true, true);
        assertThat(columns.get(0).comment()).contains("counts");
        assertThat(columns.get(1).type().name()).isEqualTo("{\"bsonType\": \"string\"}");
        assertThat(columns.get(4).type().array()).isTrue();
    }
}
