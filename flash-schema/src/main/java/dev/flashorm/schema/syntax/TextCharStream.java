package dev.flashorm.schema.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** A string for ANTLR, indexed in UTF-16 units as spans are; ANTLR's own stream counts code points. */
final class TextCharStream implements CharStream {
    private final String text;
    private final String name;
    private int index;

    TextCharStream(String text, String name) {
        this.text = text;
        this.name = name;
    }

    @Override
    public void consume() {
        index++;
    }

    @Override
    @SuppressWarnings("checkstyle:MethodName")
    public int LA(int offset) {
        int at = offset > 0 ? index + offset - 1 : index + offset;
        return at >= 0 && at < text.length() ? text.charAt(at) : IntStream.EOF;
    }

    @Override
    public int mark() {
        return 0;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int position) {
        index = position;
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return name;
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
    }

    @Override
    public String toString() {
        return text;
    }
}
