package dev.flashorm.schema.corpus;

import java.util.Optional;

/** What the reference's formatted text says about layout. */
final class ReferenceLayout {
    private ReferenceLayout() {}

    /**
     * The reference's text, when it differs from the source in nothing but white space. Empty where the reference does
     * more, which Flash's formatter never does: it adds fields, reorders attributes, drops commas. Terminal colours,
     * which some expected comments carry, are taken out.
     */
    static Optional<String> whiteSpaceOnly(String source, String formatted) {
        String plain = withoutColours(formatted);
        return withoutSpace(plain).equals(withoutSpace(withoutColours(source))) ? Optional.of(plain) : Optional.empty();
    }

    private static String withoutColours(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) == '\u001b' && i + 1 < text.length() && text.charAt(i + 1) == '[') {
                i = text.indexOf('m', i) + 1;
            } else {
                plain.append(text.charAt(i++));
            }
        }
        return plain.toString();
    }

    private static String withoutSpace(String text) {
        StringBuilder dense = new StringBuilder(text.length());
        text.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(dense::appendCodePoint);
        return dense.toString();
    }
}
