package dev.flashorm.migrate.lint;

import dev.flashorm.migrate.lint.Operation.AddConstraint;
import dev.flashorm.migrate.sql.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a row of tokens. */
final class TokenCursor {
    private final List<Token> tokens;
    private int position;

    TokenCursor(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    List<Token> all() {
        return tokens;
    }

    List<Token> rest() {
        return tokens.subList(position, tokens.size());
    }

    /** Goes behind these words, if they stand here. */
    boolean take(String... words) {
        if (!Tokens.startsWith(tokens, position, words)) {
            return false;
        }
        position += words.length;
        return true;
    }

    boolean take(char symbol) {
        if (!isAt(symbol)) {
            return false;
        }
        position++;
        return true;
    }

    boolean isAt(String word) {
        return Tokens.startsWith(tokens, position, word);
    }

    boolean isAt(char symbol) {
        return position < tokens.size() && tokens.get(position).is(symbol);
    }

    /** Goes behind the next such word, or to the end. */
    void skipTo(String word) {
        while (position < tokens.size() && !isAt(word)) {
            position++;
        }
        take(word);
    }

    /** The last part of the dotted name here; empty at the end. */
    String name() {
        String name = text();
        while (isAt('.')) {
            position++;
            name = text();
        }
        return name;
    }

    /** The token here, a quoted name without its quotes; empty at the end. */
    String text() {
        return position < tokens.size() ? tokens.get(position++).name() : "";
    }

    boolean isIndex() {
        return isAt("INDEX") || isAt("KEY") || isAt("FULLTEXT") || isAt("SPATIAL") || isAt("PARTITION");
    }

    boolean isConstraint() {
        return isAt("CHECK") || isAt("FOREIGN") || isAt("UNIQUE") || isAt("PRIMARY") || isAt("EXCLUDE");
    }

    AddConstraint.@Nullable Kind constraintKind() {
        if (isAt("CHECK")) {
            return AddConstraint.Kind.CHECK;
        }
        if (isAt("FOREIGN")) {
            return AddConstraint.Kind.FOREIGN_KEY;
        }
        if (isAt("UNIQUE")) {
            return AddConstraint.Kind.UNIQUE;
        }
        return isAt("PRIMARY") ? AddConstraint.Kind.PRIMARY_KEY : null;
    }

    /** What is left, cut at the commas that stand in no parentheses; no part is empty. */
    List<List<Token>> restByCommas() {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        int depth = 0;
        for (Token token : rest()) {
            depth += token.is('(') ? 1 : token.is(')') ? -1 : 0;
            if (depth == 0 && token.is(',')) {
                parts.add(part);
                part = new ArrayList<>();
            } else {
                part.add(token);
            }
        }
        parts.add(part);
        parts.removeIf(List::isEmpty);
        return parts;
    }
}
