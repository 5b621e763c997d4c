package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Values of an enum that are sorted before or behind one of them: as an enum or as a text, whichever the database sorts
 * by, or by their places in it, which are those of the schema.
 */
final class EnumCondition<M, T> extends ValueCondition<M, T> {
    EnumCondition(Column<M, T> column, Fragment operator, T value) {
        super(column, operator, value);
    }

    @Override
    void write(SqlText sql, String alias) {
        String left = column.in(alias);
        sql.fragment(
                operator,
                sql.dialect().has(Fragment.ENUM_PLACE)
                        ? Dialect.fill(sql.dialect().fragment(Fragment.ENUM_PLACE), left)
                        : left);
    }

    @Override
    @SuppressWarnings("EnumOrdinal")
    int bind(PreparedStatement statement, int index, Dialect dialect) throws SQLException {
        if (dialect.has(Fragment.ENUM_PLACE)) {
            statement.setInt(index, ((Enum<?>) value).ordinal() + 1);
            return index + 1;
        }
        return super.bind(statement, index, dialect);
    }
}
