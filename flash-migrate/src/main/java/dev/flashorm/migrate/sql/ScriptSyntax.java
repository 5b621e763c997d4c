package dev.flashorm.migrate.sql;

/** How the files of a migration are written: each runs in the shell that its database comes with, too. */
public enum ScriptSyntax {
    SQL("sql", "--"),
    /** Calls of mongosh, whose arguments are Extended JSON. */
    MONGOSH("js", "//");

    private final String extension;
    private final String comment;

    ScriptSyntax(String extension, String comment) {
        this.extension = extension;
        this.comment = comment;
    }

    /** A file's name: `up` becomes `up.sql`. */
    public String file(String stem) {
        return stem + "." + extension;
    }

    /** A line of comment; a line break in the text becomes a blank. */
    public String comment(String text) {
        return comment + " " + text.replace('\r', ' ').replace('\n', ' ') + "\n";
    }
}
