package dev.flashorm.schema.corpus;

import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.SchemaFileParser;
import dev.flashorm.schema.syntax.SyntaxTokens;
import java.util.Random;

/**
 * One piece of damage to a schema.
 *
 * @param text of the whole file after it
 * @param damage the stretch of it that is new; empty where something is gone
 * @param lost the text that stood there
 */
record Mutation(String text, Span damage, String lost) {
    private static final String BYTES = "{}()[]@.,:=?!\"\\/*-#;'`$%&<>|~^\t\r\n \0é\uFEFF\u2028\uD83C09aZ_";

    /** Damage of one of the kinds that people, editors, merges and disks do to a text that is not empty. */
    static Mutation of(String text, Random random) {
        SyntaxTokens tokens =
                SchemaFileParser.parse(new SourceFile("schema.flash", text)).tokens();
        int token = random.nextInt(tokens.size());
        int start = tokens.start(token);
        int end = tokens.end(token);
        int line = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
        int lineEnd = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start) + 1;
        return switch (random.nextInt(9)) {
            case 0 -> replace(text, start, end, "");
            case 1 -> replace(text, end, end, text.substring(start, end));
            case 2 -> swapped(text, tokens, token, random.nextInt(tokens.size()));
            case 3 -> replace(text, Math.min(line, start), Math.max(lineEnd, end), "");
            case 4 -> replace(text, lineEnd, lineEnd, text.substring(Math.min(line, lineEnd), lineEnd));
            case 5 -> replace(text, start, start, bytes(random));
            case 6 -> replace(text, start, text.length(), "");
            case 7 ->
                replace(text, start, start, "([{".substring(random.nextInt(3)).repeat(1 + random.nextInt(100)));
            default -> replace(text, start, end, tokens.text(random.nextInt(tokens.size())));
        };
    }

    private static Mutation swapped(String text, SyntaxTokens tokens, int one, int other) {
        int first = Math.min(one, other);
        int last = Math.max(one, other);
        String between = text.substring(tokens.end(first), Math.max(tokens.start(last), tokens.end(first)));
        return replace(
                text,
                tokens.start(first),
                tokens.end(last),
                first == last ? tokens.text(first) : tokens.text(last) + between + tokens.text(first));
    }

    private static String bytes(Random random) {
        StringBuilder bytes = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            bytes.append(BYTES.charAt(random.nextInt(BYTES.length())));
        }
        return bytes.toString();
    }

    private static Mutation replace(String text, int start, int end, String by) {
        String damaged = text.substring(0, start) + by + text.substring(end);
        SourceFile file = new SourceFile("schema.flash", damaged);
        return new Mutation(damaged, file.span(start, start + by.length()), text.substring(start, end));
    }
}
