package dev.flashorm.migrate.engine.mongodb;

import com.mongodb.MongoException;
import java.sql.SQLException;
import java.util.function.Supplier;

/** A failure of the driver in the form in which the executor knows failures of every database. */
final class MongoFailure extends SQLException {
    private static final long serialVersionUID = 1;

    private final MongoException thrown;

    MongoFailure(MongoException thrown) {
        super(thrown.getMessage(), "", thrown.getCode(), thrown);
        this.thrown = thrown;
    }

    static <T> T call(Supplier<T> work) throws MongoFailure {
        try {
            return work.get();
        } catch (MongoException e) {
            throw new MongoFailure(e);
        }
    }

    static void run(Runnable work) throws MongoFailure {
        try {
            work.run();
        } catch (MongoException e) {
            throw new MongoFailure(e);
        }
    }

    MongoException thrown() {
        return thrown;
    }
}
