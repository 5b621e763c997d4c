package dev.flashorm.schema.syntax;

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

    String word() {
        return word;
    }
}
