package dev.flashorm.schema.source;

/** A stretch of a file: UTF-16 offsets, start inclusive, end exclusive. */
public record Span(SourceFile file, int start, int end) {
    public Span {
        if (start < 0 || end < start || end > file.text().length()) {
            throw new IllegalArgumentException("no span of " + file + ": " + start + ".." + end);
        }
    }

    public boolean isEmpty() {
        return start == end;
    }

    public Position position() {
        return file.position(start);
    }

    public Position endPosition() {
        return file.position(end);
    }

    public String text() {
        return file.text().substring(start, end);
    }

    /** From the start of this one to the end of a later one in the same file. */
    public Span to(Span last) {
        return new Span(file, start, last.end);
    }

    /** `path:line:column`, as editors and terminals understand it. */
    @Override
    public String toString() {
        Position position = position();
        return file.path() + ":" + position.line() + ":" + position.column();
    }
}
