package dev.flashorm.runtime;

/** A record that must exist does not. */
public final class RecordNotFoundException extends FlashException {
    private static final long serialVersionUID = 1L;

    private final String model;

    /** @param sought what was looked for, in the words of the call, such as {@code id} */
    public RecordNotFoundException(String model, String sought) {
        super("F8001", "No " + model + " was found for the given " + sought + ".", null);
        this.model = model;
    }

    public String model() {
        return model;
    }
}
