package dev.flashorm.runtime.query.mongodb;

import org.bson.types.ObjectId;

/** The ids that the client makes for `@default(auto())`. */
public final class ObjectIds {
    private ObjectIds() {}

    /** 24 hexadecimal digits, which sort by the second in which they were made. */
    public static String create() {
        return new ObjectId().toHexString();
    }

    /** The same as 12 bytes. */
    public static byte[] bytes() {
        return new ObjectId().toByteArray();
    }
}
