package dev.flashorm.schema.validate;

import java.util.Base64;

/** Base64 as RFC 4648 has it in section 4, with its padding. */
final class Base64Text {
    private Base64Text() {}

    static boolean isValid(String text) {
        if (text.length() % 4 != 0) {
            return false;
        }
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
