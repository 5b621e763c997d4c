package dev.flashorm.cli.output;

import dev.flashorm.migrate.connect.PasswordMask;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes passwords out of everything that leaves the process as text for people: messages, errors, reports. What is
 * masked is the business of {@link PasswordMask}; here the addresses in use are known besides, and are masked whole even
 * where they can't be recognised in a text.
 */
public final class Redaction {
    private final List<String> knownUrls = new ArrayList<>();

    public void know(String url) {
        if (!url.isEmpty()) {
            knownUrls.add(url);
        }
    }

    public String mask(String text) {
        String masked = text;
        for (String url : knownUrls) {
            masked = masked.replace(url, PasswordMask.mask(url));
        }
        return PasswordMask.mask(masked);
    }
}
