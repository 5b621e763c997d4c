package dev.flashorm.migrate.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over tokens: the blanks between them don't count, and CRLF counts as LF inside of them. */
final class TokenDigest {
    private static final byte[] SEPARATOR = {0};

    private final MessageDigest digest;

    TokenDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(Token token) {
        String text = token.text();
        if (text.indexOf('\r') >= 0) {
            text = text.replace("\r\n", "\n");
        }
        add(text);
    }

    void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update(SEPARATOR);
    }

    /** The digest so far; the next begins empty. */
    String take() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
