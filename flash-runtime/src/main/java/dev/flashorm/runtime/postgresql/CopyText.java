package dev.flashorm.runtime.postgresql;

import dev.flashorm.runtime.connection.CopiedRows;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text format of COPY (PostgreSQL manual, "COPY", "Text Format"): tabs between values, a line for each row, a
 * backslash before whatever would mean something else. The driver has the server take UTF-8.
 */
final class CopyText implements CopiedRows.Sink {
    /** What is sent at once. */
    private static final int BUFFER = 64 * 1024;

    private static final byte[] NULL = {'\\', 'N'};

    private final Target target;
    private byte[] buffer = new byte[2 * BUFFER];
    private int length;
    private boolean isFirst = true;

    CopyText(Target target) {
        this.target = target;
    }

    /** Takes bytes away. */
    @FunctionalInterface
    interface Target {
        void write(byte[] bytes, int from, int length) throws SQLException;
    }

    @Override
    public void value(@Nullable String text) {
        if (!isFirst) {
            buffer[length++] = '\t';
        }
        isFirst = false;
        byte[] bytes = text == null ? NULL : text.getBytes(StandardCharsets.UTF_8);
        // Room for all of them escaped, and for what ends a value and a row.
        if (buffer.length - length < 2 * bytes.length + 2) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length + 2 * bytes.length);
        }
        if (text == null) {
            System.arraycopy(bytes, 0, buffer, length, bytes.length);
            length += bytes.length;
        } else {
            escape(bytes);
        }
    }

    private void escape(byte[] bytes) {
        for (byte b : bytes) {
            switch (b) {
                case '\\' -> put('\\', '\\');
                case '\n' -> put('\\', 'n');
                case '\r' -> put('\\', 'r');
                case '\t' -> put('\\', 't');
                default -> buffer[length++] = b;
            }
        }
    }

    private void put(char first, char second) {
        buffer[length++] = (byte) first;
        buffer[length++] = (byte) second;
    }

    @Override
    public void endRow() throws SQLException {
        buffer[length++] = '\n';
        isFirst = true;
        if (length >= BUFFER) {
            flush();
        }
    }

    void flush() throws SQLException {
        if (length > 0) {
            target.write(buffer, 0, length);
            length = 0;
        }
    }
}
