package dev.flashorm.migrate.lint;

import dev.flashorm.migrate.sql.Token;
import java.util.List;

/** Looks for words in a row of tokens. */
final class Tokens {
    private Tokens() {}

    /** Where these words begin that follow each other; -1 where they don't. */
    static int indexOf(List<Token> tokens, String... words) {
        for (int i = 0; i + words.length <= tokens.size(); i++) {
            if (startsWith(tokens, i, words)) {
                return i;
            }
        }
        return -1;
    }

    static boolean startsWith(List<Token> tokens, int start, String... words) {
        if (start + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(start + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }
}
