package dev.flashorm.schema.syntax;

import java.util.Locale;
import java.util.Optional;

/** The words that open a block. */
enum BlockKeyword {
    MODEL("model"),
    VIEW("view"),
    TYPE("type"),
    ENUM("enum"),
    DATASOURCE("datasource"),
    GENERATOR("generator");

    private final String word;

    BlockKeyword(String word) {
        this.word = word;
    }

    static Optional<BlockKeyword> of(String text) {
        for (BlockKeyword keyword : values()) {
            if (keyword.word.equals(text)) {
                return Optional.of(keyword);
            }
        }
        return Optional.empty();
    }

    /** What somebody meant who wrote this instead: another case, a slip of the finger, SQL's word. */
    static Optional<BlockKeyword> near(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("table") || lower.equals("entity")) {
            return Optional.of(MODEL);
        }
        for (BlockKeyword keyword : values()) {
            if (lower.length() > 2 && lower.substring(0, 2).equals(keyword.word.substring(0, 2))) {
                return Optional.of(keyword);
            }
        }
        return Optional.empty();
    }

    /** For a sentence: `an `enum``. */
    String withArticle() {
        return (this == ENUM ? "an `" : "a `") + word + "`";
    }

    String word() {
        return word;
    }
}
