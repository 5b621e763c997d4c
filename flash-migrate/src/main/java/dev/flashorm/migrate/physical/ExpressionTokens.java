package dev.flashorm.migrate.physical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words of an expression, each in one spelling: keywords and names in lower case, quotes only where a name needs them. */
final class ExpressionTokens {
    /** Longest first. */
    private static final List<String> OPERATORS = List.of(
            "!~~*", "!~~", "!~*", "~~*", "!~", "~~", "~*", "::", "<=", ">=", "<>", "!=", "||", "=", "<", ">", "~", "+",
            "-", "*", "/", "%", "(", ")", "[", "]", ",", ".");

    /** Names only in quotes. */
    private static final Set<String> KEYWORDS = Set.of(
            "all", "and", "any", "array", "between", "false", "ilike", "in", "is", "like", "not", "null", "or", "true");

    private final String sql;
    private final List<String> tokens = new ArrayList<>();

    private ExpressionTokens(String sql) {
        this.sql = sql;
    }

    /** Empty where there is something else than names, literals and the usual operators. */
    static Optional<List<String>> of(String sql) {
        ExpressionTokens reader = new ExpressionTokens(sql);
        return reader.read() ? Optional.of(reader.tokens) : Optional.empty();
    }

    static boolean isNumber(String token) {
        return !token.isEmpty() && isDigit(token.charAt(0));
    }

    static boolean isName(String token) {
        return !token.isEmpty() && (Character.isLetter(token.charAt(0)) || "_\"".indexOf(token.charAt(0)) >= 0);
    }

    private boolean read() {
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            int end = i;
            if (Character.isWhitespace(c)) {
                end = i + 1;
            } else if (c == '\'' || c == '"' || c == '`') {
                end = SqlSpelling.endOfQuoted(sql, i);
                String text = sql.substring(i, end);
                // A backslash means itself to one server and something else to another.
                if (text.length() < 2 || text.charAt(text.length() - 1) != c || text.indexOf('\\') >= 0) {
                    return false;
                }
                tokens.add(c == '\'' ? text : unquoted(text.substring(1, text.length() - 1), c));
            } else if (isDigit(c)) {
                end = endOf(i, true);
                tokens.add(sql.substring(i, end));
            } else if (Character.isLetter(c) || c == '_') {
                end = endOf(i, false);
                if (end < sql.length() && sql.charAt(end) == '\'') {
                    // The text has a prefix: of its character set, which changes nothing here, or one that changes all.
                    if (c != '_') {
                        return false;
                    }
                } else {
                    tokens.add(sql.substring(i, end).toLowerCase(Locale.ROOT));
                }
            } else {
                String operator = operator(i);
                boolean comment = sql.startsWith("--", i) || sql.startsWith("/*", i);
                if (operator.isEmpty() || comment) {
                    return false;
                }
                tokens.add(operator.equals("!=") ? "<>" : operator);
                end = i + operator.length();
            }
            i = end;
        }
        return true;
    }

    private int endOf(int start, boolean number) {
        int end = start + 1;
        while (end < sql.length()
                && (Character.isLetterOrDigit(sql.charAt(end))
                        || sql.charAt(end) == '_'
                        || (number && sql.charAt(end) == '.'))) {
            end++;
        }
        return end;
    }

    private String operator(int start) {
        return OPERATORS.stream()
                .filter(operator -> sql.startsWith(operator, start))
                .findFirst()
                .orElse("");
    }

    /** MySQL's columns have no case, and it quotes all of them. */
    private static String unquoted(String name, char quote) {
        String plain = quote == '`' ? name.toLowerCase(Locale.ROOT) : name;
        boolean needless = !plain.isEmpty()
                && !KEYWORDS.contains(plain)
                && !isDigit(plain.charAt(0))
                && plain.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
        return needless ? plain : '"' + plain + '"';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
