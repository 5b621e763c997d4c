package dev.flashorm.schema.syntax;

import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import java.util.Arrays;

/**
 * The tokens of a file, white space and comments included. They follow each other without a gap from the first
 * character to the last, so that printed one after the other they are the file, byte for byte.
 */
public final class SyntaxTokens {
    private final SourceFile file;
    private final TokenKind[] kinds;
    private final int[] starts;

    private SyntaxTokens(SourceFile file, TokenKind[] kinds, int[] starts) {
        this.file = file;
        this.kinds = kinds;
        this.starts = starts;
    }

    public int size() {
        return kinds.length;
    }

    public TokenKind kind(int index) {
        return kinds[index];
    }

    public int start(int index) {
        return starts[index];
    }

    public int end(int index) {
        return index + 1 < starts.length ? starts[index + 1] : file.text().length();
    }

    public String text(int index) {
        return file.text().substring(starts[index], end(index));
    }

    public Span span(int index) {
        return file.span(starts[index], end(index));
    }

    /** All tokens one after the other. */
    public String print() {
        StringBuilder out = new StringBuilder(file.text().length());
        for (int i = 0; i < size(); i++) {
            out.append(file.text(), starts[i], end(i));
        }
        return out.toString();
    }

    /** Collects tokens as the lexer finds them. */
    static final class Builder {
        private final SourceFile file;
        private TokenKind[] kinds;
        private int[] starts;
        private int size;

        Builder(SourceFile file) {
            this.file = file;
            int expected = file.text().length() / 3 + 16;
            kinds = new TokenKind[expected];
            starts = new int[expected];
        }

        /** Gives the token's index. */
        int add(TokenKind kind, int start) {
            if (size == starts.length) {
                kinds = Arrays.copyOf(kinds, size * 2);
                starts = Arrays.copyOf(starts, size * 2);
            }
            kinds[size] = kind;
            starts[size] = start;
            return size++;
        }

        /** Corrects what the lexer alone could not know. */
        void set(int index, TokenKind kind) {
            kinds[index] = kind;
        }

        SyntaxTokens build() {
            return new SyntaxTokens(file, Arrays.copyOf(kinds, size), Arrays.copyOf(starts, size));
        }
    }
}
