package dev.flashorm.runtime.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteError;
import dev.flashorm.runtime.CheckViolation;
import dev.flashorm.runtime.ConnectionFailure;
import dev.flashorm.runtime.ConstraintPlace;
import dev.flashorm.runtime.FlashException;
import dev.flashorm.runtime.SerializationConflict;
import dev.flashorm.runtime.StatementFailure;
import dev.flashorm.runtime.Timeout;
import dev.flashorm.runtime.UniqueViolation;
import dev.flashorm.runtime.error.ModelNames;
import java.util.List;
import org.bson.BsonDocument;

/** Finds the exception of Flash for one of the driver. */
final class MongodbErrors {
    /** `DocumentValidationFailure`. */
    private static final int VALIDATION = 121;

    private static final int DUPLICATE_KEY = 11_000;

    /** Servers that are too busy or whose pool is used up are waited for this way. */
    private static final String POOL = "waiting for a connection";

    private final ModelNames names;

    MongodbErrors(ModelNames names) {
        this.names = names;
    }

    FlashException translate(MongoException thrown) {
        if (thrown instanceof MongoWriteException write) {
            return write(write.getError(), thrown);
        }
        if (thrown instanceof MongoBulkWriteException bulk
                && !bulk.getWriteErrors().isEmpty()) {
            return write(bulk.getWriteErrors().get(0), thrown);
        }
        if (thrown.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                && thrown instanceof MongoServerException) {
            return new SerializationConflict(
                    "Another transaction changed the same documents: " + thrown.getMessage(), thrown);
        }
        if (thrown instanceof MongoExecutionTimeoutException || thrown instanceof MongoOperationTimeoutException) {
            return new Timeout("The command took longer than it may.", thrown);
        }
        if (thrown instanceof MongoTimeoutException) {
            String message = String.valueOf(thrown.getMessage());
            return message.contains(POOL)
                    ? new Timeout("No connection of the pool became free in time.", thrown)
                    : new ConnectionFailure("MongoDB cannot be reached.", thrown);
        }
        if (thrown instanceof MongoSecurityException) {
            return new ConnectionFailure("MongoDB refuses the log-in.", thrown);
        }
        if (thrown instanceof MongoSocketException) {
            return new ConnectionFailure("The connection to MongoDB broke.", thrown);
        }
        if (thrown instanceof MongoCommandException command) {
            return command(command);
        }
        return new StatementFailure(null, thrown);
    }

    private FlashException command(MongoCommandException thrown) {
        return switch (thrown.getErrorCode()) {
            case DUPLICATE_KEY -> unique(thrown.getErrorMessage(), thrown.getResponse(), thrown);
            case VALIDATION -> new CheckViolation(new ConstraintPlace(null, List.of(), null), thrown);
            default -> new StatementFailure(null, thrown);
        };
    }

    private FlashException write(WriteError error, MongoException thrown) {
        if (error.getCategory() == ErrorCategory.DUPLICATE_KEY) {
            return unique(error.getMessage(), error.getDetails(), thrown);
        }
        return error.getCode() == VALIDATION
                ? new CheckViolation(new ConstraintPlace(null, List.of(), null), thrown)
                : new StatementFailure(null, thrown);
    }

    /** The server tells the collection and the index in its text only: `… collection: shop.users index: email_1 …`. */
    private UniqueViolation unique(String message, BsonDocument details, MongoException thrown) {
        String namespace = word(message, "collection: ");
        String index = word(message, "index: ");
        String collection = namespace.substring(namespace.indexOf('.') + 1);
        List<String> columns = details.containsKey("keyPattern")
                ? List.copyOf(details.getDocument("keyPattern").keySet())
                : columns(index);
        return new UniqueViolation(
                names.place(collection.isEmpty() ? null : collection, index.isEmpty() ? null : index, columns), thrown);
    }

    /** The name of an index that nobody named lists its fields with their directions: `email_1_at_-1`. */
    private static List<String> columns(String index) {
        return index.equals("_id_") ? List.of("_id") : List.of();
    }

    private static String word(String text, String label) {
        int start = text.indexOf(label);
        if (start < 0) {
            return "";
        }
        int from = start + label.length();
        int end = text.indexOf(' ', from);
        return end < 0 ? text.substring(from) : text.substring(from, end);
    }
}
