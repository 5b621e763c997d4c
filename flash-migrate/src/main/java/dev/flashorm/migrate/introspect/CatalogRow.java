package dev.flashorm.migrate.introspect;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The current row of a catalog query, its columns by name. */
public final class CatalogRow {
    private final ResultSet rows;

    CatalogRow(ResultSet rows) {
        this.rows = rows;
    }

    /** A text that is never NULL. */
    public String text(String column) throws SQLException {
        return Objects.requireNonNull(rows.getString(column), column);
    }

    /** A text; empty for NULL. */
    public Optional<String> maybe(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    /** A text; empty for NULL and for the empty one. */
    public Optional<String> filled(String column) throws SQLException {
        return maybe(column).filter(text -> !text.isEmpty());
    }

    /** The letter of an internal enumeration; a blank for NULL and for none. */
    public char letter(String column) throws SQLException {
        return filled(column).map(text -> text.charAt(0)).orElse(' ');
    }

    /** A number; 0 for NULL. */
    public int number(String column) throws SQLException {
        return rows.getInt(column);
    }

    /** A large number; 0 for NULL. */
    public long big(String column) throws SQLException {
        return rows.getLong(column);
    }

    /** A truth value; false for NULL. */
    public boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    /** The texts of an array; none for NULL. */
    public List<String> texts(String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
