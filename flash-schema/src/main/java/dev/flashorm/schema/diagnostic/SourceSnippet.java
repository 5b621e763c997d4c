package dev.flashorm.schema.diagnostic;

import dev.flashorm.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One source line with the labels that stand on it: the line, the marks under it, the texts under the marks. */
final class SourceSnippet {
    private final SourceFile file;
    private final int line;
    private final DisplayText text;
    private final int lineStart;
    private final List<Mark> marks = new ArrayList<>();

    private record Mark(int from, int to, String text, boolean primary, Severity severity) {
        String paint(Paint paint, String shown) {
            return primary ? paint.severity(severity, shown) : paint.secondary(shown);
        }
    }

    /** @param text of this line */
    SourceSnippet(SourceFile file, int line, DisplayText text) {
        this.file = file;
        this.line = line;
        this.text = text;
        this.lineStart = file.lineStart(line);
    }

    boolean isAt(SourceFile otherFile, int otherLine) {
        return file == otherFile && line == otherLine;
    }

    SourceFile file() {
        return file;
    }

    int line() {
        return line;
    }

    /** Marks a label that begins on this line; of one that goes on below, the part up to the line's end. */
    void mark(Label label, boolean primary, Severity severity) {
        int from = text.column(label.span().start() - lineStart);
        int to = text.column(Math.max(label.span().end() - lineStart, 0));
        marks.add(new Mark(from, Math.max(to, from + 1), DisplayText.safe(label.text()), primary, severity));
    }

    /**
     * Appends the source line and the rows below it.
     *
     * @param gutter columns that line numbers take
     * @param limit columns that the source line may take; a longer one is cut around the first mark
     */
    void render(StringBuilder out, int gutter, int limit, Paint paint) {
        int first = marks.get(0).from;
        int last = marks.get(0).to;
        for (Mark mark : marks) {
            first = Math.min(first, mark.from);
            last = Math.max(last, mark.to);
        }
        int cut = text.width() <= limit ? 0 : Math.max(0, Math.min(first - limit / 4, text.width() - limit));
        if (cut > 0 && last - cut < limit / 2 && last >= limit) {
            cut = Math.max(0, last - limit / 2);
        }
        cut = cut == 0 ? 0 : text.column(text.offsetAt(cut));
        String number = Integer.toString(line);
        out.append(paint.frame(" ".repeat(gutter - number.length()) + number + " |"));
        String source = cutLine(cut, limit);
        if (!source.isBlank()) {
            out.append(' ').append(source.stripTrailing());
        }
        out.append('\n');
        renderMarks(out, gutter, cut == 0 ? 0 : cut - 1, cut + limit, paint);
    }

    private String cutLine(int cut, int limit) {
        if (text.width() <= limit) {
            return text.shown();
        }
        int from = text.offsetAt(cut);
        int to = text.offsetAt(cut + limit);
        return (cut > 0 ? "…" : "") + text.shown(from, to) + (text.column(to) < text.width() ? "…" : "");
    }

    private void renderMarks(StringBuilder out, int gutter, int shift, int end, Paint paint) {
        List<Mark> visible = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.from < end) {
                visible.add(mark);
            }
        }
        visible.sort(Comparator.comparingInt(Mark::from));
        String frame = paint.frame(" ".repeat(gutter) + " |") + " ";
        StringBuilder row = new StringBuilder(frame);
        int column = shift;
        for (int i = 0; i < visible.size(); i++) {
            Mark mark = visible.get(i);
            int next = i + 1 < visible.size() ? visible.get(i + 1).from : Integer.MAX_VALUE;
            int from = Math.max(mark.from, column);
            int to = Math.min(Math.min(mark.to, next), end);
            if (to <= from) {
                continue;
            }
            row.append(" ".repeat(from - column));
            row.append(mark.paint(paint, (mark.primary ? "^" : "-").repeat(to - from)));
            column = to;
        }
        int open = visible.size();
        if (open > 0) {
            Mark last = visible.get(open - 1);
            boolean reached = visible.stream().allMatch(mark -> mark.to <= last.to);
            if (reached) {
                row.append(last.text.isEmpty() ? "" : " " + last.paint(paint, last.text));
                open--;
            }
        }
        out.append(row.toString().stripTrailing()).append('\n');
        renderTexts(out, frame, visible.subList(0, open), shift, paint);
    }

    /** The texts that found no place beside their mark, from right to left, each hung on a bar. */
    private static void renderTexts(StringBuilder out, String frame, List<Mark> marks, int shift, Paint paint) {
        List<Mark> hanging = new ArrayList<>();
        for (Mark mark : marks) {
            if (!mark.text.isEmpty()) {
                hanging.add(mark);
            }
        }
        if (!hanging.isEmpty()) {
            out.append(frame).append(bars(hanging, shift, paint)).append('\n');
        }
        for (int i = hanging.size() - 1; i >= 0; i--) {
            Mark mark = hanging.get(i);
            List<Mark> left = hanging.subList(0, i);
            String bars = bars(left, shift, paint);
            int width = left.isEmpty() ? 0 : left.get(i - 1).from - shift + 1;
            out.append(frame)
                    .append(bars)
                    .append(" ".repeat(Math.max(0, mark.from - shift - width)))
                    .append(mark.paint(paint, mark.text))
                    .append('\n');
        }
    }

    private static String bars(List<Mark> marks, int shift, Paint paint) {
        StringBuilder bars = new StringBuilder();
        int column = shift;
        for (Mark mark : marks) {
            if (mark.from >= column) {
                bars.append(" ".repeat(mark.from - column)).append(mark.paint(paint, "|"));
                column = mark.from + 1;
            }
        }
        return bars.toString();
    }
}
