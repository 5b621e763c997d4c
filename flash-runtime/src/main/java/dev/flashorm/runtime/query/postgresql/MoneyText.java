package dev.flashorm.runtime.query.postgresql;

import java.math.BigDecimal;

/**
 * The text form of {@code money}, which follows the server's {@code lc_monetary}: <code>-$1,234.50</code>,
 * <code>($1,234.50)</code>, <code>1.234,50 €</code>. The last separator is the decimal one, if fewer or more than three
 * digits follow it: groups have three.
 */
final class MoneyText {
    private static final int GROUP = 3;

    private MoneyText() {}

    static BigDecimal parse(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        int decimals = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                decimals = decimals < 0 ? decimals : decimals + 1;
            } else if ((c == '.' || c == ',') && digits.length() > 0) {
                decimals = 0;
            }
        }
        int scale = decimals < 0 || decimals == GROUP ? 0 : decimals;
        BigDecimal amount = new BigDecimal(digits.toString()).movePointLeft(scale);
        boolean isNegative = text.indexOf('-') >= 0 || text.indexOf('(') >= 0;
        return isNegative ? amount.negate() : amount;
    }
}
