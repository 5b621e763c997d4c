package dev.flashorm.cli.command;

import java.util.Optional;

/**
 * The schema that `flash init` writes.
 *
 * @param url an example of `DATABASE_URL` for a database server
 */
record StarterSchema(String provider, String schema, Optional<String> url) {
    private static final String MODELS = """

            model User {
              id        Int      @id @default(autoincrement())
              email     String   @unique
              name      String?
              createdAt DateTime @default(now())
              posts     Post[]
            }

            model Post {
              id        Int     @id @default(autoincrement())
              title     String
              published Boolean @default(false)
              author    User    @relation(fields: [authorId], references: [id])
              authorId  Int
            }
            """;

    private static final String DOCUMENTS = """

            model User {
              id        String   @id @default(auto()) @map("_id") @db.ObjectId
              email     String   @unique
              name      String?
              createdAt DateTime @default(now())
              posts     Post[]
            }

            model Post {
              id        String  @id @default(auto()) @map("_id") @db.ObjectId
              title     String
              published Boolean @default(false)
              author    User    @relation(fields: [authorId], references: [id])
              authorId  String  @db.ObjectId
            }
            """;

    static StarterSchema of(String provider) {
        Optional<String> url = switch (provider) {
            case "postgresql" -> Optional.of("postgresql://user:password@localhost:5432/app");
            case "mysql" -> Optional.of("mysql://user:password@localhost:3306/app");
            case "mongodb" -> Optional.of("mongodb://user:password@localhost:27017/app");
            default -> Optional.empty();
        };
        String address = url.isPresent() ? "env(\"DATABASE_URL\")" : "\"file:dev.db\"";
        String blocks = "datasource db {\n  provider = \"" + provider + "\"\n  url      = " + address + "\n}\n\n"
                + "generator client {\n  provider = \"java\"\n  output   = \"src/main/java\"\n  package  = \"app.db\"\n}\n";
        return new StarterSchema(provider, blocks + (provider.equals("mongodb") ? DOCUMENTS : MODELS), url);
    }
}
