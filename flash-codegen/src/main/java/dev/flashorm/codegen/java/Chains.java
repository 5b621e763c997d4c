package dev.flashorm.codegen.java;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Chains of calls on a builder, cut where they would be too long for a compiler or a reader. */
final class Chains {
    private static final int LONGEST = 50;

    private Chains() {}

    /** Whether one expression can hold so many calls. */
    static boolean isShort(int calls) {
        return calls <= LONGEST;
    }

    /** Statements of the form {@code builder.a(…).b(…);}, a call a line. */
    static void add(CodeBlock.Builder code, String builder, List<CodeBlock> calls) {
        for (int from = 0; from < calls.size(); from += LONGEST) {
            code.add("$L$>$>", builder);
            String separator = "";
            for (CodeBlock call : calls.subList(from, Math.min(calls.size(), from + LONGEST))) {
                code.add(separator).add(call);
                separator = "\n";
            }
            code.add("$<$<;\n");
        }
    }
}
