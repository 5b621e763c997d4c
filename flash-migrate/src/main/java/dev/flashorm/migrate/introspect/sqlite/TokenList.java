package dev.flashorm.migrate.introspect.sqlite;

import dev.flashorm.migrate.introspect.sqlite.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** A part of a statement, as tokens, with the text that they come from. */
record TokenList(String sql, List<Token> tokens) {
    static TokenList of(String sql) {
        return new TokenList(sql, SqlTokens.of(sql));
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    TokenList part(int from, int to) {
        return new TokenList(sql, tokens.subList(from, to));
    }

    /** The text from the first token to the last. */
    String text() {
        return tokens.isEmpty()
                ? ""
                : sql.substring(tokens.get(0).start(), tokens.get(size() - 1).end());
    }

    /** The first token at or after an index that is this word or symbol, outside of parentheses; the size for none. */
    int find(int from, String word) {
        for (int i = from; i < size(); i = after(i)) {
            Token token = get(i);
            if (token.is(word) || (word.length() == 1 && token.isSymbol(word.charAt(0)))) {
                return i;
            }
        }
        return size();
    }

    /** The index after a token; after the closing parenthesis when the token opens one. */
    int after(int index) {
        if (!get(index).isSymbol('(')) {
            return index + 1;
        }
        int depth = 0;
        for (int i = index; i < size(); i++) {
            if (get(i).isSymbol('(')) {
                depth++;
            } else if (get(i).isSymbol(')') && --depth == 0) {
                return i + 1;
            }
        }
        return size();
    }

    /** What stands between the parenthesis at an index and the one that closes it. */
    TokenList inside(int open) {
        int end = after(open);
        boolean closed = end > open + 1 && get(end - 1).isSymbol(')');
        return part(open + 1, Math.max(open + 1, closed ? end - 1 : end));
    }

    /** The parts between commas outside of parentheses. */
    List<TokenList> items() {
        List<TokenList> items = new ArrayList<>();
        int start = 0;
        while (start < size()) {
            int comma = find(start, ",");
            items.add(part(start, comma));
            start = comma + 1;
        }
        return items;
    }
}
