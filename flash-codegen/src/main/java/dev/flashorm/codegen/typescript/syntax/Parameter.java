package dev.flashorm.codegen.typescript.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * A parameter of a function, by the numbers of tokens; a number is -1 where there is no such thing.
 *
 * @param nameEnd behind its name or pattern
 * @param mark the question mark behind its name
 * @param type the colon before its type
 * @param typeEnd behind its type; behind its name if it has none
 * @param value the `=` before its default
 * @param end behind it, where the comma or the closing bracket is
 */
record Parameter(int start, int nameEnd, int mark, int type, int typeEnd, int value, int end) {
    /** @param open the bracket before the first one */
    static List<Parameter> of(Tokens tokens, TypeSyntax types, int open) {
        List<Parameter> parameters = new ArrayList<>();
        int close = tokens.closing(open);
        int at = open + 1;
        while (at < close) {
            Parameter parameter = one(tokens, types, at, close);
            parameters.add(parameter);
            at = parameter.end + 1;
        }
        return parameters;
    }

    private static Parameter one(Tokens tokens, TypeSyntax types, int start, int close) {
        int nameEnd = tokens.next(tokens.is(start, "...") ? start + 1 : start);
        int mark = tokens.is(nameEnd, "?") ? nameEnd : -1;
        int after = mark < 0 ? nameEnd : nameEnd + 1;
        int type = tokens.is(after, ":") ? after : -1;
        int typeEnd = type < 0 ? after : types.type(type + 1);
        int value = tokens.is(typeEnd, "=") ? typeEnd : -1;
        int end = typeEnd;
        while (end < close && !tokens.is(end, ",")) {
            end = tokens.next(end);
        }
        return new Parameter(start, nameEnd, mark, type, typeEnd, value, end);
    }
}
