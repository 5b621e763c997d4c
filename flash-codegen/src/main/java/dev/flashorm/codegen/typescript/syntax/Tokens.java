package dev.flashorm.codegen.typescript.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The tokens of a module, without its comments. A token is known by its number. */
final class Tokens {
    enum Kind {
        WORD,
        NUMBER,
        /** A text, a regular expression, or a template without a placeholder. */
        LITERAL,
        /** A part of a template: up to a placeholder, between two, from the last one on. */
        HEAD,
        MIDDLE,
        TAIL,
        MARK
    }

    record Token(Kind kind, int start, int end, boolean isFirstOfLine) {}

    /** Marks of more than one character that must not be taken apart. `>` stands alone, for types end with several. */
    private static final List<String> MARKS =
            List.of("...", "=>", "?.", "??", "&&", "||", "++", "--", "===", "!==", "==", "!=", "**");

    /** Words behind which an expression begins. */
    private static final Set<String> BEFORE_EXPRESSIONS = Set.of(
            "return",
            "typeof",
            "case",
            "in",
            "of",
            "new",
            "await",
            "yield",
            "throw",
            "delete",
            "void",
            "else",
            "do",
            "instanceof");

    final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int[] match = new int[0];
    private int at;
    private boolean isNewLine = true;

    Tokens(String text) {
        this.text = text;
        scan();
        pair();
    }

    int size() {
        return tokens.size();
    }

    Token get(int i) {
        return tokens.get(i);
    }

    /** The text of a token; empty behind the last one. */
    String of(int i) {
        return i < 0 || i >= size() ? "" : text.substring(get(i).start(), get(i).end());
    }

    boolean is(int i, String expected) {
        return of(i).equals(expected);
    }

    boolean isWord(int i) {
        return i >= 0 && i < size() && get(i).kind() == Kind.WORD;
    }

    boolean isFirstOfLine(int i) {
        return i >= size() || get(i).isFirstOfLine();
    }

    /** Where the bracket or template ends that begins with a token. */
    int closing(int i) {
        return match[i];
    }

    /** The next token at the same depth. */
    int next(int i) {
        return match[i] > i ? match[i] + 1 : i + 1;
    }

    /** Whether an expression can end with a token, so that an operator follows and none begins. */
    boolean endsExpression(int i) {
        if (i < 0) {
            return false;
        }
        return switch (get(i).kind()) {
            case WORD -> !BEFORE_EXPRESSIONS.contains(of(i));
            case NUMBER, LITERAL, TAIL -> true;
            case HEAD, MIDDLE -> false;
            case MARK -> is(i, ")") || is(i, "]") || is(i, "}");
        };
    }

    /** Behind an expression: it ends with its line, or with the line of an operator that goes on with it. */
    int expressionEnd(int start) {
        int end = next(start);
        while (end < size() && !is(end, "}") && !is(end, ";")) {
            boolean isNext = isWord(end) || is(end, "[") || is(end, "*");
            if (isFirstOfLine(end) && isNext && endsExpression(end - 1)) {
                break;
            }
            end = next(end);
        }
        return end;
    }

    private void scan() {
        Deque<Integer> braces = new ArrayDeque<>(List.of(0));
        while (skipSpace()) {
            int start = at;
            char c = text.charAt(at);
            if (Character.isJavaIdentifierStart(c) || c == '#') {
                at++;
                while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                    at++;
                }
                add(Kind.WORD, start);
            } else if (Character.isDigit(c)) {
                while (at < text.length()
                        && (Character.isLetterOrDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
                    at++;
                }
                add(Kind.NUMBER, start);
            } else if (c == '\'' || c == '"') {
                quoted(c);
                add(Kind.LITERAL, start);
            } else if (c == '/' && !endsExpression(size() - 1)) {
                regularExpression();
                add(Kind.LITERAL, start);
            } else if (c == '`' || (c == '}' && braces.peek() < 0)) {
                boolean isHead = c == '`';
                boolean goesOn = template();
                add(isHead ? goesOn ? Kind.HEAD : Kind.LITERAL : goesOn ? Kind.MIDDLE : Kind.TAIL, start);
                if (isHead && goesOn) {
                    // Below 0 a closing brace ends the placeholder.
                    braces.push(-1);
                } else if (!isHead && !goesOn) {
                    braces.pop();
                }
            } else {
                if (c == '{' || c == '}') {
                    int depth = braces.pop();
                    braces.push(
                            c == '{' ? (depth < 0 ? 1 : depth + 1) : depth == 1 && braces.size() > 0 ? -1 : depth - 1);
                }
                mark();
                add(Kind.MARK, start);
            }
        }
    }

    private void add(Kind kind, int start) {
        tokens.add(new Token(kind, start, at, isNewLine));
        isNewLine = false;
    }

    /** Over spaces and comments. @return whether there is more */
    private boolean skipSpace() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                isNewLine |= text.charAt(at) == '\n';
                at++;
            } else if (text.startsWith("//", at)) {
                at = lineEnd(at);
            } else if (text.startsWith("/*", at)) {
                at = text.indexOf("*/", at) + 2;
            } else {
                return true;
            }
        }
        return false;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void quoted(char quote) {
        for (at++; text.charAt(at) != quote; at++) {
            at += text.charAt(at) == '\\' ? 1 : 0;
        }
        at++;
    }

    private void regularExpression() {
        boolean isClass = false;
        for (at++; isClass || text.charAt(at) != '/'; at++) {
            char c = text.charAt(at);
            at += c == '\\' ? 1 : 0;
            isClass = c == '[' || (isClass && c != ']');
        }
        at++;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
    }

    /** @return whether a placeholder follows */
    private boolean template() {
        for (at++; ; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '`') {
                at++;
                return false;
            } else if (text.startsWith("${", at)) {
                at += 2;
                return true;
            }
        }
    }

    private void mark() {
        for (String mark : MARKS) {
            if (text.startsWith(mark, at)) {
                at += mark.length();
                return;
            }
        }
        at++;
    }

    private void pair() {
        match = new int[size()];
        Arrays.fill(match, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < size(); i++) {
            Kind kind = get(i).kind();
            if (kind == Kind.HEAD || (kind == Kind.MARK && "([{".contains(of(i)))) {
                open.push(i);
            } else if (kind == Kind.TAIL || (kind == Kind.MARK && ")]}".contains(of(i)))) {
                int start = open.pop();
                match[start] = i;
                match[i] = start;
            }
        }
    }
}
