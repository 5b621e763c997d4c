package dev.flashorm.migrate.reset;

import dev.flashorm.migrate.engine.DatabaseEngine;
import dev.flashorm.migrate.folder.Migration;
import dev.flashorm.migrate.folder.MigrationFolder;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.sql.SqlFile;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.migrate.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the statements of a migration folder make by name, hand-written ones included: `CREATE kind name`, `RENAME TO name`.
 * What a block of code makes inside is not seen.
 */
final class CreatedObjects {
    private static final Set<String> KINDS = Set.of(
            "TABLE",
            "VIEW",
            "TYPE",
            "DOMAIN",
            "SEQUENCE",
            "FUNCTION",
            "PROCEDURE",
            "AGGREGATE",
            "TRIGGER",
            "EVENT",
            "POLICY",
            "RULE",
            "STATISTICS",
            "COLLATION",
            "SCHEMA");

    /** More words than may stand between CREATE and what is made. */
    private static final int HEAD = 16;

    private final List<Created> created = new ArrayList<>();

    /** @param quoted whether the name is exactly so; else the database may have folded it */
    private record Created(String kind, Optional<String> schema, String name, boolean quoted) {
        boolean is(String wantedKind, ObjectName wanted) {
            boolean sameSchema = schema.isEmpty()
                    || wanted.schema().isEmpty()
                    || wanted.schema().get().equalsIgnoreCase(schema.get());
            return kind.equals(wantedKind)
                    && sameSchema
                    && (name.equals(wanted.name())
                            || (!quoted && name.toLowerCase(Locale.ROOT).equals(wanted.name())));
        }
    }

    private CreatedObjects() {}

    /** @throws dev.flashorm.schema.diagnostic.FailureException F5301, when a file is no SQL */
    static CreatedObjects of(MigrationFolder folder, DatabaseEngine engine) {
        CreatedObjects objects = new CreatedObjects();
        for (Migration migration : folder.migrations()) {
            for (Statement statement :
                    SqlFile.parse(migration.up(), engine.lexicon()).statements()) {
                if (statement.startsWith("CREATE")) {
                    objects.create(SqlFile.tokens(statement, engine.lexicon()));
                } else if (statement.startsWith("ALTER") || statement.startsWith("RENAME")) {
                    objects.rename(SqlFile.tokens(statement, engine.lexicon()));
                }
            }
        }
        return objects;
    }

    /** Whether one was made of this kind, in upper case, and name. */
    boolean made(String kind, ObjectName name) {
        return created.stream().anyMatch(one -> one.is(kind, name));
    }

    /** Its place in the order of making; the newest, when it was made more than once. */
    int order(String kind, ObjectName name) {
        for (int i = created.size() - 1; i >= 0; i--) {
            if (created.get(i).is(kind, name)) {
                return i;
            }
        }
        return -1;
    }

    private void create(List<Token> tokens) {
        for (int i = 1; i < Math.min(tokens.size(), HEAD); i++) {
            String word = tokens.get(i).text().toUpperCase(Locale.ROOT);
            if (tokens.get(i).kind() == Token.Kind.WORD && KINDS.contains(word)) {
                int name = i + 1;
                while (name < tokens.size()
                        && (tokens.get(name).is("IF")
                                || tokens.get(name).is("NOT")
                                || tokens.get(name).is("EXISTS"))) {
                    name++;
                }
                add(word, tokens, name);
                return;
            }
        }
    }

    /** `ALTER kind … RENAME TO name`, `RENAME TABLE a TO b, c TO d`. */
    private void rename(List<Token> tokens) {
        boolean many = tokens.get(0).is("RENAME");
        boolean renames = many;
        for (int i = 1; i < tokens.size(); i++) {
            renames |= tokens.get(i).is("RENAME");
            boolean whole = many || tokens.get(i - 1).is("RENAME");
            if (renames && whole && tokens.get(i).is("TO")) {
                add(tokens.get(1).text().toUpperCase(Locale.ROOT), tokens, i + 1);
            }
        }
    }

    private void add(String kind, List<Token> tokens, int index) {
        if (index >= tokens.size()) {
            return;
        }
        int last = index;
        while (last + 2 < tokens.size() && tokens.get(last + 1).is('.')) {
            last += 2;
        }
        Optional<String> schema =
                last > index ? Optional.of(tokens.get(last - 2).name()) : Optional.empty();
        Token name = tokens.get(last);
        created.add(new Created(kind, schema, name.name(), name.kind() == Token.Kind.QUOTED));
    }
}
