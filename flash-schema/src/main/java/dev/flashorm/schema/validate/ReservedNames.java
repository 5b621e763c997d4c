package dev.flashorm.schema.validate;

import java.util.Set;

/**
 * Words that cannot name a model or enum, because the languages that code is generated for use them: the reserved words
 * of ECMAScript (ECMA-262, 12.7.2) that start with a small letter, and the reference client's own class.
 */
public final class ReservedNames {
    private static final Set<String> NAMES = Set.of(
            "PrismaClient",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "interface",
            "let",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "var",
            "void",
            "while",
            "with",
            "yield");

    private ReservedNames() {}

    public static boolean isReserved(String name) {
        return NAMES.contains(name);
    }
}
