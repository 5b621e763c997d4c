package dev.flashorm.migrate.faults;

import dev.flashorm.schema.diagnostic.FailureException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run that failed says to its user, whether it ran here or in a process of its own.
 *
 * @param where `path:line:column`, or empty
 */
record Complaint(String code, String message, String where, List<String> notes, String next) {
    Complaint {
        notes = List.copyOf(notes);
    }

    static Complaint of(FailureException failure) {
        return new Complaint(
                failure.code(),
                String.valueOf(failure.getMessage()),
                failure.where().map(Object::toString).orElse(""),
                failure.notes(),
                failure.nextCommand().orElse(""));
    }

    /** Writes it so that {@link #read} finds it again. */
    void print(PrintStream out) {
        out.println("code " + code);
        out.println("message " + message.replace('\n', ' '));
        out.println("where " + where);
        notes.forEach(note -> out.println("note " + note.replace('\n', ' ')));
        out.println("next " + next);
    }

    static Complaint read(List<String> lines) {
        List<String> notes = new ArrayList<>();
        String[] found = {"", "", "", ""};
        for (String line : lines) {
            int blank = line.indexOf(' ');
            String value = blank < 0 ? "" : line.substring(blank + 1);
            switch (blank < 0 ? line : line.substring(0, blank)) {
                case "code" -> found[0] = value;
                case "message" -> found[1] = value;
                case "where" -> found[2] = value;
                case "next" -> found[3] = value;
                case "note" -> notes.add(value);
                default -> {}
            }
        }
        return new Complaint(found[0], found[1], found[2], notes, found[3]);
    }

    boolean says(String text) {
        return message.contains(text) || notes.stream().anyMatch(note -> note.contains(text));
    }

    /** The server's product, code and text: `PostgreSQL 42P01: relation …`. */
    boolean quotesTheServer() {
        return notes.stream().anyMatch(note -> {
            int colon = note.indexOf(": ");
            String head = colon < 0 ? "" : note.substring(0, colon);
            return (head.startsWith("PostgreSQL ")
                            || head.startsWith("MySQL ")
                            || head.startsWith("MariaDB ")
                            || head.startsWith("SQLite "))
                    && head.length() > head.indexOf(' ') + 1
                    && colon + 2 < note.length();
        });
    }

    /** Promise C for a statement that failed: its place, the server's words, how far, what next. */
    boolean blames(Course course, int step) {
        return where.contains("/up.sql:" + (step + 1) + ":")
                && !where.endsWith(":0")
                && quotesTheServer()
                && says("statement " + step + " of " + course.size())
                && next.equals("flash migrate up");
    }

    /** Promise C for a connection that broke: the same, and before the first statement that nothing has run. */
    boolean tellsOfLoss(Course course) {
        boolean progress = !where.isEmpty() && says(" of " + course.size());
        return (progress || says("nothing was executed") || says("this run executed nothing"))
                && quotesTheServer()
                && next.startsWith("flash ");
    }

    @Override
    public String toString() {
        return code + " " + message + " at " + where + " " + notes + " next: " + next;
    }
}
