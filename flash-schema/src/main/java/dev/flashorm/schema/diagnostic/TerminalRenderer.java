package dev.flashorm.schema.diagnostic;

import dev.flashorm.schema.source.Position;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Diagnostics as text for people:
 *
 * <pre>
 * error[F3005]: `references: [email]` does not point to a unique field
 *   --> schema.flash:16:61
 *    |
 * 16 |   author User @relation(fields: [authorEmail], references: [email])
 *    |                                                             ^^^^^ can match several rows of `User`
 *  6 |   email String
 *    |   ----- neither `@unique` nor `@id`
 *    = help: add `@unique` to `User.email`
 * </pre>
 *
 * Whatever a schema holds, the output holds no character that a terminal would obey.
 */
public final class TerminalRenderer {
    /** Source lines are cut to this many columns where the width of the terminal is not known. */
    public static final int DEFAULT_WIDTH = 140;

    private static final int SMALLEST_WIDTH = 40;

    private final Paint paint;
    private final int width;
    private @Nullable LongLine lastLongLine;

    /** A line whose columns cost something to find: a megabyte on one line may hold thousands of findings. */
    private record LongLine(SourceFile file, int line, DisplayText text) {
        static final int LENGTH = 2_000;
    }

    /** @param color whether to use ANSI colours */
    public TerminalRenderer(boolean color) {
        this(color, DEFAULT_WIDTH);
    }

    /**
     * @param color whether to use ANSI colours
     * @param width columns of the terminal; source lines are cut to it, texts are not
     */
    public TerminalRenderer(boolean color, int width) {
        this.paint = new Paint(color);
        this.width = Math.max(width, SMALLEST_WIDTH);
    }

    /** All of them, with an empty line between two. */
    public String render(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            out.append(render(diagnostic));
        }
        return out.toString();
    }

    /** One, ending in a line feed. */
    public String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        head(out, diagnostic.severity(), diagnostic.code(), diagnostic.message());
        List<Label> labels = new ArrayList<>();
        labels.add(diagnostic.primary());
        labels.addAll(diagnostic.secondary());
        int gutter = gutter(labels);
        source(out, labels, diagnostic.severity(), gutter);
        List<String> help = new ArrayList<>();
        diagnostic.help().forEach(item -> help.add(item.text()));
        footer(out, gutter, help, diagnostic.notes());
        return out.toString();
    }

    /** A failure in the same form; its place is shown when it has one. */
    public String render(FailureException failure) {
        StringBuilder out = new StringBuilder();
        String message = failure.getMessage();
        head(out, Severity.ERROR, failure.code(), message == null ? "" : message);
        List<Label> labels = new ArrayList<>();
        failure.where().ifPresent(span -> labels.add(new Label(span, "")));
        int gutter = gutter(labels);
        if (!labels.isEmpty()) {
            source(out, labels, Severity.ERROR, gutter);
        }
        footer(out, gutter, failure.help(), failure.notes());
        return out.toString();
    }

    private void head(StringBuilder out, Severity severity, String code, String message) {
        out.append(paint.severity(severity, severity.label() + "[" + code + "]"))
                .append(paint.bold(": " + DisplayText.safe(message)))
                .append('\n');
    }

    private static int gutter(List<Label> labels) {
        int widest = 1;
        for (Label label : labels) {
            int line = label.span().position().line();
            widest = Math.max(widest, Integer.toString(line).length());
        }
        return widest;
    }

    private void source(StringBuilder out, List<Label> labels, Severity severity, int gutter) {
        List<SourceSnippet> snippets = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Span span = labels.get(i).span();
            snippetAt(snippets, span).mark(labels.get(i), i == 0, severity);
        }
        String margin = " ".repeat(gutter);
        SourceFile file = labels.get(0).span().file();
        out.append(margin)
                .append(paint.frame("--> "))
                .append(place(labels.get(0).span()))
                .append('\n');
        out.append(paint.frame(margin + " |")).append('\n');
        for (SourceSnippet snippet : snippets) {
            if (snippet.file() != file) {
                file = snippet.file();
                out.append(margin)
                        .append(paint.frame("::: "))
                        .append(DisplayText.safe(file.path()))
                        .append(':')
                        .append(snippet.line())
                        .append('\n');
                out.append(paint.frame(margin + " |")).append('\n');
            }
            snippet.render(out, gutter, width - gutter - 4, paint);
        }
    }

    private SourceSnippet snippetAt(List<SourceSnippet> snippets, Span span) {
        int line = span.position().line();
        for (SourceSnippet snippet : snippets) {
            if (snippet.isAt(span.file(), line)) {
                return snippet;
            }
        }
        SourceSnippet snippet = new SourceSnippet(span.file(), line, text(span.file(), line));
        snippets.add(snippet);
        return snippet;
    }

    private DisplayText text(SourceFile file, int line) {
        LongLine known = lastLongLine;
        if (known != null && known.file == file && known.line == line) {
            return known.text;
        }
        String source = file.line(line);
        DisplayText text = DisplayText.of(source);
        if (source.length() > LongLine.LENGTH) {
            lastLongLine = new LongLine(file, line, text);
        }
        return text;
    }

    private static String place(Span span) {
        Position position = span.position();
        return DisplayText.safe(span.file().path()) + ":" + position.line() + ":" + position.column();
    }

    private void footer(StringBuilder out, int gutter, List<String> help, List<String> notes) {
        String margin = paint.frame(" ".repeat(gutter) + " =") + " ";
        for (String text : help) {
            out.append(margin)
                    .append(paint.help("help"))
                    .append(": ")
                    .append(DisplayText.safe(text))
                    .append('\n');
        }
        for (String text : notes) {
            out.append(margin)
                    .append(paint.bold("note"))
                    .append(": ")
                    .append(DisplayText.safe(text))
                    .append('\n');
        }
    }
}
