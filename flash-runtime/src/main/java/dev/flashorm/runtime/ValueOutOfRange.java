package dev.flashorm.runtime;

/** The database cannot keep a value as it is: it would come back as another one. Nothing was sent. */
public final class ValueOutOfRange extends FlashException {
    private static final long serialVersionUID = 1L;

    public ValueOutOfRange(String message) {
        super("F8016", message, null);
    }
}
