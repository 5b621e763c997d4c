package dev.flashorm.runtime.query;

import java.util.List;

/** A statement being written. */
final class SqlText {
    private final StringBuilder text = new StringBuilder(256);
    private final Dialect dialect;
    private int aliases;

    SqlText(Dialect dialect) {
        this.dialect = dialect;
    }

    SqlText append(String part) {
        text.append(part);
        return this;
    }

    Dialect dialect() {
        return dialect;
    }

    /** A new name for a table of this statement: t0, t1, … */
    String newAlias() {
        return "t" + aliases++;
    }

    SqlText fragment(Fragment fragment) {
        text.append(dialect.fragment(fragment));
        return this;
    }

    SqlText fragment(Fragment fragment, String column) {
        text.append(Dialect.fill(dialect.fragment(fragment), column));
        return this;
    }

    /** A fragment with as many parameters as a list has room for. */
    SqlText fragment(Fragment fragment, String column, int parameters) {
        text.append(Dialect.fill(dialect.fragment(fragment), column).replace("{list}", parameters(parameters)));
        return this;
    }

    SqlText columns(String alias, List<? extends Column<?, ?>> columns) {
        String separator = "";
        for (Column<?, ?> column : columns) {
            text.append(separator).append(column.in(alias));
            separator = ", ";
        }
        return this;
    }

    /** What this writes, to be put elsewhere. */
    String captured(Runnable write) {
        int start = text.length();
        write.run();
        String part = text.substring(start);
        text.setLength(start);
        return part;
    }

    static String parameters(int count) {
        return count == 0 ? "" : "?" + ", ?".repeat(count - 1);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
