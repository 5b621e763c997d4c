package dev.flashorm.migrate.engine.jdbc;

import dev.flashorm.migrate.engine.CreatedObject;
import dev.flashorm.migrate.sql.Lexicon;
import dev.flashorm.migrate.sql.SqlFile;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.migrate.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** `CREATE kind name` and `RENAME TO name` in a file of SQL. What a block of code makes inside is not seen. */
final class SqlCreations {
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

    private final List<CreatedObject> created = new ArrayList<>();

    private SqlCreations() {}

    static List<CreatedObject> of(SqlFile file, Lexicon lexicon) {
        SqlCreations creations = new SqlCreations();
        for (Statement statement : file.statements()) {
            if (statement.startsWith("CREATE")) {
                creations.create(SqlFile.tokens(statement, lexicon));
            } else if (statement.startsWith("ALTER") || statement.startsWith("RENAME")) {
                creations.rename(SqlFile.tokens(statement, lexicon));
            }
        }
        return creations.created;
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
        created.add(new CreatedObject(kind, schema, name.name(), name.kind() == Token.Kind.QUOTED));
    }
}
