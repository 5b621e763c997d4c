package dev.flashorm.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Asks somebody at a terminal. An end of input is an answer: no. */
final class Question {
    private static final int LONGEST_ANSWER = 1000;
    private static final int TRIES = 3;

    private final Invocation invocation;

    Question(Invocation invocation) {
        this.invocation = invocation;
    }

    /** One of several, by number or by name; empty when nobody answers, or three times something else. */
    Optional<String> choose(String question, List<String> choices) throws IOException {
        invocation.console().alert(question);
        for (int i = 0; i < choices.size(); i++) {
            invocation.console().alert("  " + (i + 1) + " " + choices.get(i));
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<String> line = line();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            String answer = line.get();
            for (int i = 0; i < choices.size(); i++) {
                if (answer.equals(Integer.toString(i + 1)) || answer.equalsIgnoreCase(choices.get(i))) {
                    return Optional.of(choices.get(i));
                }
            }
            invocation.console().alert("type a number from 1 to " + choices.size() + ", or a name");
        }
        return Optional.empty();
    }

    /** Whatever somebody types in one line; empty when nobody answers. */
    Optional<String> text(String question) throws IOException {
        invocation.console().alert(question);
        return line();
    }

    private Optional<String> line() throws IOException {
        InputStream stdin = invocation.host().stdin();
        byte[] bytes = new byte[LONGEST_ANSWER];
        int length = 0;
        int next = stdin.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n' && length < bytes.length) {
            bytes[length++] = (byte) next;
            next = stdin.read();
        }
        return Optional.of(new String(bytes, 0, length, StandardCharsets.UTF_8).strip());
    }
}
