package dev.flashorm.codegen.typescript.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A member of a class, by the numbers of tokens; a number is -1 where there is no such thing.
 *
 * @param start its first modifier, or its name
 * @param name its name, or the bracket before one that is computed
 * @param mark the question mark behind its name
 * @param generics the bracket before its type parameters
 * @param parameters the bracket before its parameters
 * @param type the colon before its type, or before that of its result
 * @param typeEnd behind that type; behind what stands before it if there is none
 * @param body the brace before its statements
 * @param value the `=` before its value
 * @param end behind it
 */
record Member(
        int start,
        Set<String> modifiers,
        int name,
        int mark,
        int generics,
        int parameters,
        int type,
        int typeEnd,
        int body,
        int value,
        int end) {
    private static final Set<String> MODIFIERS = Set.of(
            "private", "protected", "public", "readonly", "override", "static", "async", "get", "set", "declare", "*");

    /** @param open the brace before the first one */
    static List<Member> of(Tokens tokens, TypeSyntax types, int open) {
        List<Member> members = new ArrayList<>();
        int at = open + 1;
        while (at < tokens.closing(open)) {
            Member member = one(tokens, types, at);
            members.add(member);
            at = member.end;
        }
        return members;
    }

    private static Member one(Tokens tokens, TypeSyntax types, int start) {
        Set<String> modifiers = new HashSet<>();
        int name = start;
        while (MODIFIERS.contains(tokens.of(name)) && isName(tokens, name + 1)) {
            modifiers.add(tokens.of(name++));
        }
        int at = tokens.next(name);
        int mark = tokens.is(at, "?") ? at++ : -1;
        int generics = tokens.is(at, "<") ? at : -1;
        at = generics < 0 ? at : types.parameters(generics);
        int parameters = tokens.is(at, "(") ? at : -1;
        at = parameters < 0 ? at : tokens.next(parameters);
        int type = tokens.is(at, ":") ? at : -1;
        int typeEnd = type < 0 ? at : types.type(type + 1);
        if (parameters >= 0) {
            boolean hasBody = tokens.is(typeEnd, "{") && !tokens.isFirstOfLine(typeEnd);
            int end = hasBody ? tokens.next(typeEnd) : typeEnd;
            return new Member(
                    start, modifiers, name, mark, generics, parameters, type, typeEnd, hasBody ? typeEnd : -1, -1, end);
        }
        int value = tokens.is(typeEnd, "=") ? typeEnd : -1;
        int end = value < 0 ? typeEnd : tokens.expressionEnd(value + 1);
        return new Member(start, modifiers, name, mark, generics, -1, type, typeEnd, -1, value, end);
    }

    private static boolean isName(Tokens tokens, int i) {
        return tokens.isWord(i) || tokens.is(i, "[") || tokens.is(i, "*");
    }
}
