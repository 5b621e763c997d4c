package dev.flashorm.runtime.postgresql;

import dev.flashorm.runtime.CheckViolation;
import dev.flashorm.runtime.ConnectionFailure;
import dev.flashorm.runtime.ConstraintPlace;
import dev.flashorm.runtime.FlashException;
import dev.flashorm.runtime.ForeignKeyViolation;
import dev.flashorm.runtime.NotNullViolation;
import dev.flashorm.runtime.SerializationConflict;
import dev.flashorm.runtime.StatementFailure;
import dev.flashorm.runtime.Timeout;
import dev.flashorm.runtime.TransactionUnusable;
import dev.flashorm.runtime.UniqueViolation;
import dev.flashorm.runtime.error.BatchErrors;
import dev.flashorm.runtime.error.ErrorTranslator;
import dev.flashorm.runtime.error.ModelNames;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By SQLSTATE: PostgreSQL manual, appendix A "PostgreSQL Error Codes". */
final class PostgresqlErrors implements ErrorTranslator {
    private final ModelNames names;

    PostgresqlErrors(ModelNames names) {
        this.names = names;
    }

    @Override
    public FlashException translate(SQLException thrown, @Nullable String sql) {
        SQLException first = BatchErrors.first(thrown);
        String state = first.getSQLState();
        if (state == null) {
            return new StatementFailure(sql, first);
        }
        return switch (state) {
            case "23505" -> new UniqueViolation(place(first), first);
            case "23503", "23001" -> new ForeignKeyViolation(place(first), first);
            case "23502" -> new NotNullViolation(place(first), first);
            case "23514" -> new CheckViolation(place(first), first);
            case "40001", "40P01" ->
                new SerializationConflict("Another transaction got in the way: " + first.getMessage(), first);
            case "55P03" -> new Timeout("A lock was not to be had in time: " + first.getMessage(), first);
            case "57014", "25P03", "25P04" ->
                new Timeout("The database stopped the statement: " + first.getMessage(), first);
            case "25P02" ->
                new TransactionUnusable(
                        "An earlier statement of this transaction has failed, so it can only roll back.", first);
            case "28P01", "28000" ->
                new ConnectionFailure(
                        "The server refuses the log-in; check user and password. " + first.getMessage(), first);
            case "3D000" -> new ConnectionFailure("There is no such database. " + first.getMessage(), first);
            case "53300" -> new ConnectionFailure("The server has no connection left. " + first.getMessage(), first);
            default ->
                isConnectionLost(state)
                        ? new ConnectionFailure("The connection failed: " + first.getMessage(), first)
                        : new StatementFailure(sql, first);
        };
    }

    private static boolean isConnectionLost(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }

    private ConstraintPlace place(SQLException thrown) {
        PostgresqlMessage message = PostgresqlMessage.of(thrown);
        List<String> columns = message.columns();
        return names.place(message.table(), message.constraint(), columns);
    }
}
