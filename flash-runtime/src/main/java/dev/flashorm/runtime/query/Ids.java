package dev.flashorm.runtime.query;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The ids and times that the client makes for `@default(…)`. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String URL_SAFE = "useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict";
    private static final int BASE36 = 36;
    private static final AtomicLong COUNTER = new AtomicLong(RANDOM.nextInt(Integer.MAX_VALUE));
    private static final String FINGERPRINT = block(RANDOM.nextInt(Integer.MAX_VALUE));

    private Ids() {}

    /** The present, to the millisecond: what every database keeps. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A random UUID (RFC 9562, version 4). */
    public static UUID uuid4() {
        return UUID.randomUUID();
    }

    /** A UUID that sorts by its time, to the millisecond (RFC 9562, version 7). */
    public static UUID uuid7() {
        long high = (System.currentTimeMillis() << 16) | 0x7000 | RANDOM.nextInt(1 << 12);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** 26 characters, which sort by their time (ULID specification). */
    public static String ulid() {
        char[] text = new char[26];
        long time = System.currentTimeMillis();
        for (int i = 9; i >= 0; i--) {
            text[i] = BASE32.charAt((int) (time & 31));
            time >>>= 5;
        }
        for (int i = 10; i < text.length; i++) {
            text[i] = BASE32.charAt(RANDOM.nextInt(32));
        }
        return new String(text);
    }

    /** Characters that need no escape in a URL. */
    public static String nanoid(int length) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = URL_SAFE.charAt(RANDOM.nextInt(URL_SAFE.length()));
        }
        return new String(text);
    }

    /** 25 characters: time, a counter, this process, chance. */
    public static String cuid() {
        return "c" + Long.toString(System.currentTimeMillis(), BASE36) + block(COUNTER.getAndIncrement()) + FINGERPRINT
                + block(RANDOM.nextInt(Integer.MAX_VALUE)) + block(RANDOM.nextInt(Integer.MAX_VALUE));
    }

    /** 24 characters that tell nothing: a hash over time, chance and a counter. */
    public static String cuid2() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            byte[] chance = new byte[32];
            RANDOM.nextBytes(chance);
            digest.update(chance);
            digest.update(Long.toString(System.currentTimeMillis(), BASE36).getBytes(StandardCharsets.US_ASCII));
            digest.update(Long.toString(COUNTER.getAndIncrement(), BASE36).getBytes(StandardCharsets.US_ASCII));
            String hash = new BigInteger(1, digest.digest()).toString(BASE36);
            return (char) ('a' + RANDOM.nextInt(26)) + hash.substring(1, 24);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-512", impossible);
        }
    }

    /** Four characters of base 36. */
    private static String block(long value) {
        String text = "000" + Long.toString(value, BASE36);
        return text.substring(text.length() - 4);
    }
}
