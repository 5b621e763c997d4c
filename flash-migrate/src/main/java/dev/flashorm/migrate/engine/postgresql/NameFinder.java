package dev.flashorm.migrate.engine.postgresql;

import dev.flashorm.migrate.sql.SqlFile;
import dev.flashorm.migrate.sql.Statement;
import dev.flashorm.migrate.sql.Token;
import java.util.List;
import java.util.Locale;

/** Finds names in the tokens of a statement. */
final class NameFinder {
    List<Token> tokens(Statement statement) {
        return SqlFile.tokens(statement, new Engine().lexicon());
    }

    /** The name after a keyword as SQL, quotes and schema kept; `IF [NOT] EXISTS` and `ONLY` are skipped; or empty. */
    String nameAfter(List<Token> tokens, String keyword) {
        int i = 0;
        while (i < tokens.size() && !tokens.get(i).is(keyword)) {
            i++;
        }
        i++;
        while (i < tokens.size() && isFiller(tokens.get(i))) {
            i++;
        }
        StringBuilder name = new StringBuilder();
        while (i < tokens.size()) {
            name.append(tokens.get(i).text());
            if (i + 1 >= tokens.size() || !tokens.get(i + 1).is('.')) {
                break;
            }
            name.append('.');
            i += 2;
        }
        return name.toString();
    }

    String stringAfter(List<Token> tokens, String keyword) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(keyword)) {
                for (Token token : tokens.subList(i, tokens.size())) {
                    if (token.kind() == Token.Kind.STRING) {
                        String text = token.text();
                        return text.substring(1, text.length() - 1).replace("''", "'");
                    }
                }
            }
        }
        return "";
    }

    /** What a name means in the catalog: folded, or without its quotes. */
    String bareName(String name) {
        return name.startsWith("\"") && name.length() > 1
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }

    private static boolean isFiller(Token token) {
        return token.is("IF") || token.is("NOT") || token.is("EXISTS") || token.is("ONLY");
    }
}
