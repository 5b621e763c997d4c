package dev.flashorm.runtime;

import org.jspecify.annotations.Nullable;

/** Another transaction got in the way (serialization failure, deadlock): the same work may well succeed when it is run again, see {@link TransactionOptions#retry}. */
public final class SerializationConflict extends FlashException {
    private static final long serialVersionUID = 1L;

    public SerializationConflict(String message, @Nullable Throwable cause) {
        super("F8010", message, cause);
    }
}
