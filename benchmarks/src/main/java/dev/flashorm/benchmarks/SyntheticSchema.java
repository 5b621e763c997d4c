package dev.flashorm.benchmarks;

/** A schema of any length that looks like those of applications: relations, enums, indexes, documentation. */
final class SyntheticSchema {
    private static final String HEAD = """
            datasource db {
              provider = "postgresql"
            }

            enum Role {
              ADMIN
              EDITOR  @map("editor")
              READER
            }

            """;

    /** %1$d is its number, %2$d that of the model before it. */
    private static final String MODEL = """
            /// What a person sees of part %1$d.
            model Part%1$d {
              id        Int      @id @default(autoincrement())
              uid       String   @unique @default(uuid()) @db.Uuid
              name      String   @db.VarChar(200)
              role      Role     @default(READER)
              price     Decimal? @db.Decimal(10, 2)
              tags      String[] @default([])
              settings  Json     @default("{}")
              createdAt DateTime @default(now()) @map("created_at") @db.Timestamptz(3)
              updatedAt DateTime @updatedAt // by the client
              previousId Int?    @map("previous_id")
              previous  Part%2$d? @relation("chain%1$d", fields: [previousId], references: [id], onDelete: SetNull)
              following Part%3$d[] @relation("chain%3$d")

              @@unique([name, role], map: "part%1$d_name_role")
              @@index([createdAt(sort: Desc), role])
              @@index([tags], type: Gin)
              @@map("part_%1$d")
            }

            """;

    private static final int LINES_OF_MODEL = (int) MODEL.lines().count();

    private SyntheticSchema() {}

    /** At least as many lines as asked for, by less than one model; the models make a ring. */
    static String ofLines(int lines) {
        return ofModels((lines + LINES_OF_MODEL - 1) / LINES_OF_MODEL);
    }

    static String ofModels(int models) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < models; i++) {
            text.append(MODEL.formatted(i, (i + models - 1) % models, (i + 1) % models));
        }
        return text.toString();
    }
}
