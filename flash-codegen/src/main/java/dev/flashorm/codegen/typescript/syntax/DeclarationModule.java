package dev.flashorm.codegen.typescript.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a module declares: {@code export function f(a: A): B {}} becomes {@code export declare function f(a: A): B}. As
 * with `isolatedDeclarations` types are not inferred, they must be there.
 */
public final class DeclarationModule {
    private final Tokens tokens;
    private final TypeSyntax types;
    private final Edits edits;

    private DeclarationModule(String typescript) {
        this.tokens = new Tokens(typescript);
        this.types = new TypeSyntax(tokens);
        this.edits = new Edits(typescript);
    }

    /** @throws IllegalStateException if something that is exported has no type */
    public static String of(String typescript) {
        DeclarationModule module = new DeclarationModule(typescript);
        int at = 0;
        while (at < module.tokens.size()) {
            at = module.statement(at);
        }
        return withoutUnused(module.edits.toString());
    }

    /** @return the number of the next statement's first token */
    private int statement(int i) {
        boolean isExported = tokens.is(i, "export");
        int declaration = isExported ? i + 1 : i;
        int typeEnd = types.declaration(declaration);
        if (typeEnd > 0) {
            return typeEnd;
        }
        if (tokens.is(i, "import") || (isExported && (tokens.is(i + 1, "{") || tokens.is(i + 1, "*")))) {
            return endOfImport(i);
        }
        int keyword = tokens.is(declaration, "async") ? declaration + 1 : declaration;
        int end = switch (tokens.of(keyword)) {
            case "class" -> classOf(keyword);
            case "function" -> function(keyword);
            case "const", "let" -> tokens.expressionEnd(keyword + 2);
            default -> tokens.expressionEnd(i);
        };
        if (!isExported) {
            edits.eraseLines(tokens.get(i).start(), tokens.get(end - 1).end());
            return end;
        }
        edits.replace(tokens.get(declaration).start(), tokens.get(keyword).start(), "declare ");
        if (tokens.is(keyword, "const")) {
            constant(keyword, end);
        }
        return end;
    }

    private int endOfImport(int i) {
        int end = i + 1;
        while (tokens.get(end).kind() != Tokens.Kind.LITERAL && !tokens.is(end, "}")) {
            end = tokens.is(end, "{") ? tokens.closing(end) : end + 1;
        }
        return tokens.is(end + 1, "from") ? end + 3 : end + 1;
    }

    private int function(int i) {
        int open = i + 1;
        if (tokens.is(open, "*")) {
            edits.erase(tokens.get(open).start(), tokens.get(open).end());
            open++;
        }
        while (!tokens.is(open, "(")) {
            open = tokens.is(open, "<") ? types.parameters(open) : open + 1;
        }
        parameters(open);
        int type = tokens.next(open);
        int end = types.type(type + 1);
        if (!tokens.is(end, "{")) {
            return end;
        }
        erase(end, tokens.next(end));
        return tokens.next(end);
    }

    private void constant(int keyword, int end) {
        int after = keyword + 2;
        if (tokens.is(after, ":")) {
            int type = types.type(after + 1);
            if (type < end) {
                erase(type, end);
            }
            return;
        }
        boolean isLiteral = tokens.is(after + 1, "{") && tokens.is(end - 2, "as") && tokens.is(end - 1, "const");
        if (!isLiteral) {
            throw untyped(keyword + 1);
        }
        // `{ A: 'a' } as const` is of type `{ readonly A: 'a' }`.
        int nameEnd = tokens.get(keyword + 1).end();
        int brace = tokens.get(after + 1).start();
        edits.replace(nameEnd, brace, ": ");
        int close = tokens.closing(after + 1);
        for (int at = after + 2; at < close; at = tokens.next(at)) {
            if (tokens.is(tokens.next(at), ":")) {
                edits.replace(tokens.get(at).start(), tokens.get(at).start(), "readonly ");
            }
        }
        erase(end - 2, end);
    }

    private int classOf(int i) {
        int open = i + 1;
        while (!tokens.is(open, "{")) {
            int generics = tokens.is(open, "<") ? types.parameters(open) : -1;
            open = generics > 0 ? generics : open + 1;
        }
        String overloaded = "";
        for (Member member : Member.of(tokens, types, open)) {
            String name = tokens.of(member.name());
            if (name.startsWith("#") || (member.body() >= 0 && name.equals(overloaded))) {
                edits.eraseLines(
                        tokens.get(member.start()).start(),
                        tokens.get(member.end() - 1).end());
            } else {
                member(member);
            }
            overloaded = member.parameters() >= 0 && member.body() < 0 ? name : "";
        }
        return tokens.next(open);
    }

    private void member(Member member) {
        for (int i = member.start(); i < member.name(); i++) {
            if (tokens.is(i, "async") || tokens.is(i, "*")) {
                edits.erase(tokens.get(i).start(), tokens.get(i + 1).start());
            }
        }
        if (member.modifiers().contains("private")) {
            boolean isCalled = tokens.is(member.name(), "constructor")
                    || member.modifiers().contains("get");
            edits.replace(
                    tokens.get(tokens.next(member.name()) - 1).end(),
                    tokens.get(member.end() - 1).end(),
                    isCalled ? "()" : "");
            return;
        }
        boolean isConstructor = tokens.is(member.name(), "constructor");
        boolean isConstant = member.value() >= 0 && member.end() == member.value() + 2;
        if (member.type() < 0 && !isConstructor && !isConstant) {
            throw untyped(member.name());
        }
        if (member.parameters() >= 0) {
            parameters(member.parameters());
        }
        if (member.type() >= 0 || isConstructor) {
            if (member.typeEnd() < member.end()) {
                erase(member.typeEnd(), member.end());
            }
        }
    }

    /** What has a default need not be given. */
    private void parameters(int open) {
        for (Parameter parameter : Parameter.of(tokens, types, open)) {
            int name = tokens.get(parameter.nameEnd() - 1).end();
            if (parameter.value() >= 0 && parameter.type() < 0) {
                int end = tokens.get(parameter.end() - 1).end();
                edits.replace(name, end, "?: " + literal(parameter.value() + 1));
            } else if (parameter.value() >= 0) {
                edits.replace(name, name, "?");
                erase(parameter.typeEnd(), parameter.end());
            } else if (parameter.type() < 0) {
                throw untyped(parameter.start());
            }
        }
    }

    private String literal(int i) {
        return switch (tokens.get(i).kind()) {
            case LITERAL -> "string";
            case NUMBER -> "number";
            default -> {
                if (tokens.is(i, "true") || tokens.is(i, "false")) {
                    yield "boolean";
                }
                throw untyped(i);
            }
        };
    }

    private void erase(int from, int end) {
        edits.erase(tokens.get(from - 1).end(), tokens.get(end - 1).end());
    }

    private IllegalStateException untyped(int i) {
        return new IllegalStateException("its type must be said: " + tokens.of(i));
    }

    /** Without imports of which nothing is left that needs them. */
    private static String withoutUnused(String declarations) {
        Tokens tokens = new Tokens(declarations);
        Map<String, Integer> uses = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            uses.merge(tokens.of(i), 1, Integer::sum);
        }
        Edits edits = new Edits(declarations);
        for (int i = 0; i < tokens.size() && tokens.is(i, "import"); ) {
            int from = i + 1;
            while (!tokens.is(from, "from")) {
                from++;
            }
            List<String> used = IntStream.range(i + 1, from)
                    .filter(tokens::isWord)
                    .mapToObj(tokens::of)
                    .filter(name -> !List.of("type", "as").contains(name) && uses.getOrDefault(name, 0) > 1)
                    .distinct()
                    .toList();
            int end = from + 2;
            if (used.isEmpty()) {
                edits.eraseLines(tokens.get(i).start(), tokens.get(end - 1).end());
            }
            i = end;
        }
        return edits.toString();
    }
}
