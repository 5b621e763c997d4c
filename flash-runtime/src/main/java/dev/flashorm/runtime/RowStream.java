package dev.flashorm.runtime;

import dev.flashorm.runtime.connection.StreamControl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows that are read when they are asked for. At the end, at a failure or when it is closed it gives back what it holds. */
final class RowStream<R extends @Nullable Object> implements Iterator<R>, AutoCloseable {
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final ResultReader<R> reader;
    private final Function<SQLException, FlashException> errors;
    private final Runnable release;
    private boolean isOnRow;
    private boolean isClosed;

    private RowStream(
            PreparedStatement statement,
            ResultSet rows,
            ResultReader<R> reader,
            Function<SQLException, FlashException> errors,
            Runnable release) {
        this.statement = statement;
        this.rows = rows;
        this.reader = reader;
        this.errors = errors;
        this.release = release;
    }

    /**
     * @param reader reads the current row
     * @param errors makes of the driver's exception what is thrown
     * @param release gives back the connection, whatever happened on it
     */
    static <R extends @Nullable Object> RowStream<R> open(
            Connection connection,
            String sql,
            Binder binder,
            int fetchSize,
            StreamControl control,
            ResultReader<R> reader,
            Function<SQLException, FlashException> errors,
            Runnable release)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        boolean isOpen = false;
        try {
            control.prepare(statement, fetchSize);
            binder.bind(statement);
            RowStream<R> rows = new RowStream<>(statement, Statements.rows(statement), reader, errors, release);
            isOpen = true;
            return rows;
        } finally {
            if (!isOpen) {
                statement.setFetchSize(0);
                statement.close();
            }
        }
    }

    Stream<R> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false)
                .onClose(this::close);
    }

    boolean isClosed() {
        return isClosed;
    }

    @Override
    public boolean hasNext() {
        if (isOnRow) {
            return true;
        }
        if (isClosed) {
            return false;
        }
        try {
            isOnRow = rows.next();
        } catch (SQLException failed) {
            throw failed(failed);
        }
        if (!isOnRow) {
            close();
        }
        return isOnRow;
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        isOnRow = false;
        try {
            return reader.read(rows);
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    private FlashException failed(SQLException failed) {
        FlashException translated = errors.apply(failed);
        try {
            close();
        } catch (FlashException second) {
            translated.addSuppressed(second);
        }
        return translated;
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        isOnRow = false;
        try (PreparedStatement closed = statement) {
            rows.close();
            // The connection may keep the statement for others.
            closed.setFetchSize(0);
        } catch (SQLException failed) {
            throw errors.apply(failed);
        } finally {
            release.run();
        }
    }
}
