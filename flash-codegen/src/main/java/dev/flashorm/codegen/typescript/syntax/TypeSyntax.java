package dev.flashorm.codegen.typescript.syntax;

import java.util.Set;

/** Where types end. Each method takes the number of the first token, and gives that behind the last; -1 if it is no type. */
final class TypeSyntax {
    private static final Set<String> PREFIXES = Set.of("keyof", "readonly", "unique", "infer", "asserts");

    private final Tokens tokens;

    TypeSyntax(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Behind `interface A {}`, `type A = B` or `type { A } from 'b'`, without an `export` before it. */
    int declaration(int i) {
        boolean isType = tokens.is(i, "type");
        if (isType && tokens.isWord(i + 1) && (tokens.is(i + 2, "=") || tokens.is(i + 2, "<"))) {
            int equals = tokens.is(i + 2, "<") ? parameters(i + 2) : i + 2;
            return type(equals + 1);
        }
        boolean isList = isType && (tokens.is(i + 1, "{") || tokens.is(i + 1, "*"));
        if (!isList && !(tokens.is(i, "interface") && tokens.isWord(i + 1))) {
            return -1;
        }
        int end = i + 1;
        while (!tokens.is(end, "{") && !tokens.is(end, "from")) {
            end++;
        }
        end = tokens.is(end, "{") ? tokens.next(end) : end;
        return tokens.is(end, "from") ? end + 2 : end;
    }

    int type(int i) {
        if (tokens.isWord(i) && tokens.is(i + 1, "is") && !tokens.isFirstOfLine(i + 1)) {
            return type(i + 2);
        }
        int end = union(i);
        if (end < 0 || !tokens.is(end, "extends")) {
            return end;
        }
        int condition = union(end + 1);
        if (condition < 0 || !tokens.is(condition, "?")) {
            return -1;
        }
        int then = type(condition + 1);
        return then < 0 || !tokens.is(then, ":") ? -1 : type(then + 1);
    }

    private int union(int i) {
        int at = tokens.is(i, "|") || tokens.is(i, "&") ? i + 1 : i;
        int end = operand(at);
        while (end >= 0 && (tokens.is(end, "|") || tokens.is(end, "&"))) {
            end = operand(end + 1);
        }
        return end;
    }

    private int operand(int i) {
        if (i >= tokens.size()) {
            return -1;
        }
        boolean isPrefix =
                PREFIXES.contains(tokens.of(i)) && (tokens.isWord(i + 1) || "{[(".contains(tokens.of(i + 1)));
        int end = isPrefix ? operand(i + 1) : primary(i);
        while (end >= 0 && tokens.is(end, "[") && !tokens.isFirstOfLine(end)) {
            end = tokens.next(end);
        }
        return end;
    }

    private int primary(int i) {
        return switch (tokens.get(i).kind()) {
            case NUMBER, LITERAL -> i + 1;
            case HEAD -> tokens.next(i);
            case MIDDLE, TAIL -> -1;
            case WORD -> tokens.is(i, "new") ? function(i + 1) : name(tokens.is(i, "typeof") ? i + 1 : i);
            case MARK -> marked(i);
        };
    }

    private int marked(int i) {
        return switch (tokens.of(i)) {
            case "{", "[" -> tokens.next(i);
            case "(" -> {
                int end = tokens.next(i);
                yield tokens.is(end, "=>") ? type(end + 1) : end;
            }
            case "<" -> function(i);
            case "-" -> i + 2;
            default -> -1;
        };
    }

    /** {@code <T>(a: A) => B}. */
    private int function(int i) {
        int start = tokens.is(i, "<") ? parameters(i) : i;
        if (start < 0 || !tokens.is(start, "(")) {
            return -1;
        }
        int end = tokens.next(start);
        return tokens.is(end, "=>") ? type(end + 1) : -1;
    }

    /** {@code a.b.C<D>} and {@code import('a').B}. */
    private int name(int i) {
        if (!tokens.isWord(i)) {
            return -1;
        }
        int end = tokens.is(i, "import") && tokens.is(i + 1, "(") ? tokens.next(i + 1) : i + 1;
        while (tokens.is(end, ".") && tokens.isWord(end + 1)) {
            end += 2;
        }
        return tokens.is(end, "<") ? arguments(end) : end;
    }

    /** {@code <A, B>}. */
    int arguments(int i) {
        int end = type(i + 1);
        while (end >= 0 && tokens.is(end, ",")) {
            end = type(end + 1);
        }
        return end >= 0 && tokens.is(end, ">") ? end + 1 : -1;
    }

    /** {@code <A extends B, const C = D>}. */
    int parameters(int i) {
        int end = i;
        do {
            end += tokens.is(end + 1, "const") ? 2 : 1;
            if (!tokens.isWord(end)) {
                return -1;
            }
            end++;
            for (String clause : new String[] {"extends", "="}) {
                if (tokens.is(end, clause)) {
                    end = type(end + 1);
                    if (end < 0) {
                        return -1;
                    }
                }
            }
        } while (tokens.is(end, ","));
        return tokens.is(end, ">") ? end + 1 : -1;
    }
}
