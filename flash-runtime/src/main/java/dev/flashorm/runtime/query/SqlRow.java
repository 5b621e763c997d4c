package dev.flashorm.runtime.query;

import dev.flashorm.runtime.query.type.BooleanType;
import dev.flashorm.runtime.query.type.BytesType;
import dev.flashorm.runtime.query.type.DecimalType;
import dev.flashorm.runtime.query.type.DoubleType;
import dev.flashorm.runtime.query.type.IntType;
import dev.flashorm.runtime.query.type.LongType;
import dev.flashorm.runtime.query.type.SqlType;
import dev.flashorm.runtime.query.type.StringType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a statement of the user's own. Columns are counted from 1; each value is null for NULL. It is good
 * only while the row is being read.
 */
public final class SqlRow {
    private static final SqlType<String> STRING = new StringType();
    private static final SqlType<Integer> INTEGER = new IntType();
    private static final SqlType<Long> BIG_INT = new LongType();
    private static final SqlType<Double> FLOAT = new DoubleType();
    private static final SqlType<BigDecimal> DECIMAL = new DecimalType();
    private static final SqlType<Boolean> BOOLEAN = new BooleanType();
    private static final SqlType<byte[]> BYTES = new BytesType();

    private final ResultSet rows;

    SqlRow(ResultSet rows) {
        this.rows = rows;
    }

    public @Nullable String string(int column) throws SQLException {
        return read(STRING, column);
    }

    public @Nullable Integer integer(int column) throws SQLException {
        return read(INTEGER, column);
    }

    public @Nullable Long bigInt(int column) throws SQLException {
        return read(BIG_INT, column);
    }

    public @Nullable Double floating(int column) throws SQLException {
        return read(FLOAT, column);
    }

    public @Nullable BigDecimal decimal(int column) throws SQLException {
        return read(DECIMAL, column);
    }

    public @Nullable Boolean bool(int column) throws SQLException {
        return read(BOOLEAN, column);
    }

    public byte @Nullable [] bytes(int column) throws SQLException {
        return read(BYTES, column);
    }

    /** A value as a column of the schema keeps it: {@code row.value(3, Users.CREATED_AT)}. */
    public <T> @Nullable T value(int column, Column<?, T> like) throws SQLException {
        return read(like.type(), column);
    }

    private <T> @Nullable T read(SqlType<T> type, int column) throws SQLException {
        return type.read(rows, column);
    }
}
