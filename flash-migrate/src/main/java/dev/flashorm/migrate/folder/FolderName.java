package dev.flashorm.migrate.folder;

import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** `20261121015104_add_users`: the time only names, it doesn't order. */
final class FolderName {
    private static final int LONGEST_SLUG = 60;

    private FolderName() {}

    static String of(Clock clock, String name) {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        StringBuilder out = new StringBuilder();
        out.append(now.getYear());
        for (int part :
                new int[] {now.getMonthValue(), now.getDayOfMonth(), now.getHour(), now.getMinute(), now.getSecond()}) {
            out.append((char) ('0' + part / 10)).append((char) ('0' + part % 10));
        }
        return out.append('_').append(slug(name)).toString();
    }

    /** Letters and digits of ASCII, accents taken off, everything else an underscore. */
    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < plain.length() && out.length() < LONGEST_SLUG; i++) {
            char c = Character.toLowerCase(plain.charAt(i));
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                out.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && out.length() > 0
                    && out.charAt(out.length() - 1) != '_') {
                out.append('_');
            }
        }
        while (out.length() > 0 && out.charAt(out.length() - 1) == '_') {
            out.setLength(out.length() - 1);
        }
        return out.length() == 0 ? "migration" : out.toString();
    }
}
