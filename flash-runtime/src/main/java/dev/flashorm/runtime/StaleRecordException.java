package dev.flashorm.runtime;

import java.util.Map;
import java.util.stream.Collectors;

/** A record was to be written as it was read, but somebody else changed or deleted it since. */
public final class StaleRecordException extends FlashException {
    private static final long serialVersionUID = 1L;

    private final String model;
    private final transient Map<String, Object> key;

    /** @param key the fields of the record's primary key and their values, in the order of the key */
    public StaleRecordException(String model, Map<String, Object> key) {
        super(
                "F8015",
                model + " with "
                        + key.entrySet().stream()
                                .map(field -> field.getKey() + " = " + field.getValue())
                                .collect(Collectors.joining(", "))
                        + " was changed or deleted since it was read: read it again, and decide anew.",
                null);
        this.model = model;
        this.key = key;
    }

    public String model() {
        return model;
    }

    /** The fields of the record's primary key and their values. */
    public Map<String, Object> key() {
        return key;
    }
}
