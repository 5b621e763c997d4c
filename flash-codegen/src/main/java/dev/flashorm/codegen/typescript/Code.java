package dev.flashorm.codegen.typescript;

import java.util.Optional;
import java.util.function.Consumer;

/** Declarations of a module, with an empty line between them. */
final class Code {
    private final StringBuilder text = new StringBuilder();

    /** A declaration in one line. */
    void line(String line) {
        separate();
        text.append(line).append('\n');
    }

    void block(String head, Consumer<Code> members) {
        block(Optional.empty(), head, members);
    }

    /** A declaration with members; in one line if there are none. */
    void block(Optional<String> documentation, String head, Consumer<Code> members) {
        Code body = new Code();
        members.accept(body);
        separate();
        text.append(Literals.comment(documentation, ""));
        text.append(head).append(body.text.isEmpty() ? " {}\n" : " {\n" + body.text + "}\n");
    }

    void member(String name, boolean isOptional, String type) {
        member(Optional.empty(), name, isOptional, type);
    }

    void member(Optional<String> documentation, String name, boolean isOptional, String type) {
        text.append(Literals.comment(documentation, "  "))
                .append("  ")
                .append(Literals.member(name))
                .append(isOptional ? "?: " : ": ")
                .append(type)
                .append('\n');
    }

    private void separate() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
