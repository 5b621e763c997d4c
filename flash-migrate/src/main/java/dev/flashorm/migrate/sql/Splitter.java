package dev.flashorm.migrate.sql;

import dev.flashorm.migrate.sql.Lexicon.Feature;
import dev.flashorm.migrate.sql.SqlLexer.UnterminatedException;
import dev.flashorm.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Finds the statements of one file. */
final class Splitter {
    private final SourceFile file;
    private final Lexicon lexicon;
    private final SqlLexer lexer;
    private final List<Statement> statements = new ArrayList<>();
    private final TokenDigest all = new TokenDigest();
    private final TokenDigest digest = new TokenDigest();

    private final List<Token> head = new ArrayList<>();
    private BodyWatcher body;
    private int start = -1;
    private int end;
    private int parentheses;
    private List<Directive> directives = List.of();

    Splitter(SourceFile file, Lexicon lexicon) {
        this.file = file;
        this.lexicon = lexicon;
        lexer = new SqlLexer(file.text(), lexicon);
        body = lexicon.bodies().get();
    }

    SqlFile split() throws UnterminatedException {
        while (lexer.skipBlanks()) {
            if (isTerminator()) {
                lexer.takeDelimiter();
                finish();
                continue;
            }
            Token token = lexer.next();
            if (start < 0 && token.is("DELIMITER") && lexicon.has(Feature.DELIMITER_COMMAND)) {
                String delimiter = lexer.takeLine().strip();
                lexer.delimiter(delimiter.isEmpty() ? ";" : delimiter);
            } else {
                take(token);
            }
        }
        finish();
        return new SqlFile(file, statements, all.take());
    }

    private boolean isTerminator() {
        if (!file.text().startsWith(lexer.delimiter(), lexer.position())) {
            return false;
        }
        // With a delimiter of its own a file says itself where a body ends.
        return !";".equals(lexer.delimiter()) || (parentheses == 0 && !body.inBody());
    }

    private void take(Token token) {
        if (start < 0) {
            start = token.start();
            directives = lexer.takeDirectives().stream()
                    .map(ends -> Directive.of(file.span(ends[0], ends[1])))
                    .toList();
        }
        end = token.end();
        if (head.size() < Statement.HEAD) {
            head.add(token);
        }
        if (lexicon.has(Feature.PARENTHESES_HOLD)) {
            if (token.is('(')) {
                parentheses++;
            } else if (token.is(')') && parentheses > 0) {
                parentheses--;
            }
        }
        body.token(token);
        digest.add(token);
    }

    private void finish() {
        if (start < 0) {
            return;
        }
        String checksum = digest.take();
        all.add(checksum);
        statements.add(new Statement(file.span(start, end), head, directives, checksum));
        head.clear();
        body = lexicon.bodies().get();
        start = -1;
        parentheses = 0;
    }
}
