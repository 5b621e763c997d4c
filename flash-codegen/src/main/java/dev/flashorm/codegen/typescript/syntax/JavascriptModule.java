package dev.flashorm.codegen.typescript.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The module without its types: {@code export function f(a: A): B {}} becomes {@code export function f(a) {}}. */
public final class JavascriptModule {
    private static final Set<String> CONTROL = Set.of("if", "for", "while", "switch", "return", "await", "function");
    private static final Set<String> ERASED_MODIFIERS =
            Set.of("private", "protected", "public", "readonly", "override", "declare");

    private final Tokens tokens;
    private final TypeSyntax types;
    private final Edits edits;

    private JavascriptModule(String typescript) {
        this.tokens = new Tokens(typescript);
        this.types = new TypeSyntax(tokens);
        this.edits = new Edits(typescript);
    }

    /** @return empty if the module has nothing but types */
    public static String of(String typescript) {
        JavascriptModule module = new JavascriptModule(typescript);
        module.walk(0, module.tokens.size());
        String text = module.edits.toString();
        return new Tokens(text).size() == 0 ? "" : text;
    }

    private void walk(int from, int end) {
        int at = from;
        while (at < end) {
            at = step(at);
        }
    }

    /** @return the number of the token to go on with */
    private int step(int i) {
        if (tokens.isWord(i) && (tokens.is(i + 1, ":") || tokens.is(i - 1, "."))) {
            // The name of a member, which may be any word.
            return i + 1;
        }
        boolean isStatement = tokens.isFirstOfLine(i) || tokens.is(i - 1, ";") || tokens.is(i - 1, "{");
        int declaration = tokens.is(i, "export") ? i + 1 : i;
        int typeEnd = isStatement ? types.declaration(declaration) : -1;
        if (typeEnd > 0) {
            edits.eraseLines(tokens.get(i).start(), tokens.get(typeEnd - 1).end());
            return typeEnd;
        }
        String word = tokens.of(i);
        if (isStatement
                && (word.equals("import") || (word.equals("export") && tokens.is(i + 1, "{")))
                && !tokens.is(i + 1, "(")) {
            return imports(i);
        }
        return tokens.isWord(i) ? word(i) : mark(i);
    }

    private int word(int i) {
        return switch (tokens.of(i)) {
            case "class" -> classOf(i);
            case "function" -> function(i);
            case "const", "let", "var" -> variable(i);
            case "as", "satisfies" ->
                tokens.endsExpression(i - 1) && !tokens.isFirstOfLine(i)
                        ? erase(i, tokens.is(i + 1, "const") ? i + 2 : types.type(i + 1))
                        : i + 1;
            default -> isMethod(i) ? signature(i + 1) : i + 1;
        };
    }

    private int mark(int i) {
        if (tokens.is(i, "(") && isFollowedBy(i, "=>")) {
            return signature(i);
        }
        boolean isBehind = tokens.endsExpression(i - 1);
        if (tokens.is(i, "<")) {
            int end = isBehind && !tokens.is(i - 1, "async") ? types.arguments(i) : types.parameters(i);
            if (end > 0 && tokens.is(end, "(")) {
                int start = tokens.get(i).start();
                edits.erase(start, tokens.get(end - 1).end());
                return end;
            }
        }
        boolean isAdjacent =
                isBehind && tokens.get(i - 1).end() == tokens.get(i).start();
        return tokens.is(i, "!") && isAdjacent ? erase(i, i + 1) : i + 1;
    }

    /** An import, or an export of names: what is a type goes. */
    private int imports(int i) {
        if (tokens.is(i + 1, "type") && !tokens.is(i + 2, "from") && !tokens.is(i + 2, ",")) {
            int end = i;
            while (tokens.get(end).kind() != Tokens.Kind.LITERAL) {
                end++;
            }
            edits.eraseLines(tokens.get(i).start(), tokens.get(end).end());
            return end + 1;
        }
        int open = i + 1;
        while (!tokens.is(open, "{") && tokens.get(open).kind() != Tokens.Kind.LITERAL) {
            open++;
        }
        if (!tokens.is(open, "{")) {
            return open + 1;
        }
        int close = tokens.closing(open);
        List<String> values = new ArrayList<>();
        for (int at = open + 1; at < close; ) {
            int end = at;
            while (end < close && !tokens.is(end, ",")) {
                end++;
            }
            if (!tokens.is(at, "type") || end == at + 1) {
                values.add(tokens.text.substring(
                        tokens.get(at).start(), tokens.get(end - 1).end()));
            }
            at = end + 1;
        }
        String list = values.isEmpty() ? "" : " " + String.join(", ", values) + " ";
        int listStart = tokens.get(open).end();
        int listEnd = tokens.get(close).start();
        edits.replace(listStart, listEnd, list);
        return close + 1;
    }

    private int classOf(int i) {
        int open = i + 1;
        while (!tokens.is(open, "{")) {
            if (tokens.is(open, "<")) {
                int end = types.parameters(open) > 0 ? types.parameters(open) : types.arguments(open);
                edits.erase(tokens.get(open).start(), tokens.get(end - 1).end());
                open = end;
            } else if (tokens.is(open, "implements")) {
                int end = open;
                while (!tokens.is(end, "{")) {
                    end++;
                }
                open = erase(open, end);
            } else {
                open++;
            }
        }
        for (Member member : Member.of(tokens, types, open)) {
            member(member);
        }
        return tokens.next(open);
    }

    private void member(Member member) {
        if (member.parameters() >= 0 && member.body() < 0) {
            edits.eraseLines(
                    tokens.get(member.start()).start(),
                    tokens.get(member.end() - 1).end());
            return;
        }
        for (int i = member.start(); i < member.name(); i++) {
            if (ERASED_MODIFIERS.contains(tokens.of(i))) {
                edits.erase(tokens.get(i).start(), tokens.get(i + 1).start());
            }
        }
        if (member.mark() >= 0) {
            erase(member.mark(), member.mark() + 1);
        }
        if (member.generics() >= 0) {
            erase(member.generics(), member.parameters());
        }
        if (member.parameters() >= 0) {
            parameters(member.parameters());
        }
        if (member.type() >= 0) {
            erase(member.type(), member.typeEnd());
        }
        if (member.body() >= 0) {
            walk(member.body(), member.end());
        } else if (member.value() >= 0) {
            walk(member.value(), member.end());
        }
    }

    private int function(int i) {
        int open = i + 1;
        while (!tokens.is(open, "(")) {
            open = tokens.is(open, "<") ? erase(open, types.parameters(open)) : open + 1;
        }
        return signature(open);
    }

    private int variable(int i) {
        int at = i;
        do {
            int name = at + 1;
            int end = tokens.next(name);
            walk(name + 1, end);
            at = tokens.is(end, ":") ? erase(end, types.type(end + 1)) : end;
        } while (tokens.is(at, ","));
        return at;
    }

    /** Whether a word is the name of a method, or `catch`: brackets and statements follow. */
    private boolean isMethod(int i) {
        return !CONTROL.contains(tokens.of(i)) && tokens.is(i + 1, "(") && isFollowedBy(i + 1, "{");
    }

    private boolean isFollowedBy(int open, String mark) {
        int end = tokens.next(open);
        if (tokens.is(end, mark)) {
            return true;
        }
        int type = tokens.is(end, ":") ? types.type(end + 1) : -1;
        return type > 0 && tokens.is(type, mark);
    }

    /** Parameters, and the type of what comes back. */
    private int signature(int open) {
        parameters(open);
        int end = tokens.next(open);
        return tokens.is(end, ":") ? erase(end, types.type(end + 1)) : end;
    }

    private void parameters(int open) {
        for (Parameter parameter : Parameter.of(tokens, types, open)) {
            if (tokens.is(parameter.start(), "this")) {
                int end = Math.min(parameter.end() + 1, tokens.closing(open));
                edits.erase(
                        tokens.get(parameter.start()).start(), tokens.get(end).start());
                continue;
            }
            walk(parameter.start(), parameter.nameEnd());
            if (parameter.nameEnd() < parameter.typeEnd()) {
                erase(parameter.nameEnd(), parameter.typeEnd());
            }
            if (parameter.value() >= 0) {
                walk(parameter.value(), parameter.end());
            }
        }
    }

    /** Erases tokens, and the space before them. */
    private int erase(int from, int end) {
        edits.erase(tokens.get(from - 1).end(), tokens.get(end - 1).end());
        return end;
    }
}
