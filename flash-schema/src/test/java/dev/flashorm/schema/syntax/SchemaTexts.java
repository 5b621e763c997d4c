package dev.flashorm.schema.syntax;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Schema texts for property tests: whole, mutilated, and made of anything. */
public final class SchemaTexts {
    /** One of everything, with the line ends, comments and names that trip readers up. */
    public static final String EVERYTHING = """
            // a remark
            datasource db {
              provider     = "postgresql" // which
              url          = env("DATABASE_URL")
              schemas      = ["a", "b"]
              extensions   = [postgis(version: "3", schema: "x"), uuid_ossp]
            }

            generator client {
              provider = "java"
              output   = "../gen"
              flags    = ["a",
                "b",
              ]
            }

            /// A person.
            /// Two lines.
            model Person {
              id      Int      @id @default(autoincrement())
              näme    String?  @map("name \\"quoted\\" \\u00e4 \\\\")  @db.VarChar(255)
              tags    String[] @default(["x", "y"]) /// trailing
              role    Role     @default(USER)
              amount  Decimal  @default(-1.50)
              raw     Unsupported("tsvector")?
              boss    Person?  @relation("boss", fields: [bossId], references: [id], onDelete: SetNull)
              bossId  Int?
              team    Person[] @relation("boss")
              pets    Pet[]

              @@unique([näme, bossId(sort: Desc)], name: "who", map: "who_key")
              @@index([role(ops: raw("x_ops"))], type: Gin, where: raw("id > 1"))
              @@map("people")
            }

            /* several
             * lines */
            model Pet { // head
              id     Int      @id
              owners Person[]
              @@ignore
            }
            view Seen {
              id Int @unique
            }
            enum Role {
              USER
              ADMIN @map("admin") // the boss
              @@map("roles")
            }
            type Address {
              street String
            }
            """;

    private static final List<String> FRAGMENTS = List.of(
            "model",
            "view",
            "type",
            "enum",
            "datasource",
            "generator",
            " A ",
            " b ",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "@",
            "@@",
            "@id",
            "@@index",
            ":",
            ",",
            "=",
            "?",
            "!",
            ".",
            "\"",
            "\"x\"",
            "\\",
            "\n",
            "\r\n",
            "\r",
            "//",
            "///",
            "/*",
            "*/",
            " ",
            "\t",
            "-1.5",
            "é",
            "🎉",
            "\uFEFF",
            "\u0000",
            "\uD800",
            "Int",
            "String[]",
            "@relation(");

    private SchemaTexts() {}

    /** Sequences of the language's own pieces. */
    public static Arbitrary<String> fragments() {
        return Arbitraries.of(FRAGMENTS).list().ofMaxSize(60).map(parts -> String.join("", parts));
    }

    /** {@link #EVERYTHING} with a few stretches removed, doubled, or replaced by a fragment. */
    public static Arbitrary<String> mutations() {
        return Arbitraries.longs().map(SchemaTexts::mutate);
    }

    private static String mutate(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(EVERYTHING);
        for (int i = random.nextInt(4) + 1; i > 0; i--) {
            int start = random.nextInt(text.length());
            int end = Math.min(text.length(), start + random.nextInt(random.nextInt(40) + 1));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(start, end);
                case 1 -> text.insert(start, text.substring(start, end));
                default -> text.replace(start, end, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            }
        }
        return text.toString();
    }

    /** Everything above and any characters at all. */
    public static Arbitrary<String> anything() {
        return Arbitraries.oneOf(mutations(), fragments(), Arbitraries.strings().ofMaxLength(300));
    }
}
