package dev.flashorm.migrate.sql;

import dev.flashorm.migrate.sql.SqlLexer.UnterminatedException;
import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of SQL and its statements, in order.
 *
 * @param checksum SHA-256 over all statements' tokens, in hexadecimal: equal for files that differ in comments, blanks
 *     and line ends only
 */
public record SqlFile(SourceFile file, List<Statement> statements, String checksum) {
    public SqlFile {
        statements = List.copyOf(statements);
    }

    /**
     * Cuts a file into statements.
     *
     * @throws FailureException F5301, when a string, a quoted name or a comment does not end
     */
    public static SqlFile parse(SourceFile file, Lexicon lexicon) {
        try {
            return new Splitter(file, lexicon).split();
        } catch (UnterminatedException e) {
            throw FailureException.failed("F5301", e.what + " begins here and does not end")
                    .at(file.span(e.offset, Math.min(e.offset + 1, file.text().length())))
                    .note("nothing was executed")
                    .cause(e)
                    .build();
        }
    }

    /** The tokens of one statement, for those who look into it. */
    public static List<Token> tokens(Statement statement, Lexicon lexicon) {
        return tokens(statement.text(), lexicon);
    }

    /** The tokens of a text up to where it stops to be SQL. */
    public static List<Token> tokens(String text, Lexicon lexicon) {
        List<Token> tokens = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(text, lexicon);
        try {
            while (lexer.skipBlanks()) {
                tokens.add(lexer.next());
            }
        } catch (UnterminatedException e) {
            return tokens;
        }
        return tokens;
    }
}
