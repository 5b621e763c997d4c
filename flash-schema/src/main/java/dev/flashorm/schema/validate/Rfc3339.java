package dev.flashorm.schema.validate;

import java.time.YearMonth;

/** Dates with times as RFC 3339 writes them: `2030-01-31T12:00:00.000Z`. */
final class Rfc3339 {
    private Rfc3339() {}

    static boolean isValid(String text) {
        if (text.length() < 20
                || !matches(text, 0, "dddd-dd-dd")
                || "Tt ".indexOf(text.charAt(10)) < 0
                || !matches(text, 11, "dd:dd:dd")) {
            return false;
        }
        int month = number(text, 5);
        if (month < 1 || month > 12) {
            return false;
        }
        int year = number(text, 0) * 100 + number(text, 2);
        int day = number(text, 8);
        if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            return false;
        }
        // A leap second is a time that exists.
        if (number(text, 11) > 23 || number(text, 14) > 59 || number(text, 17) > 60) {
            return false;
        }
        int at = 19;
        if (text.charAt(at) == '.') {
            int digits = at + 1;
            while (digits < text.length() && isDigit(text.charAt(digits))) {
                digits++;
            }
            if (digits == at + 1) {
                return false;
            }
            at = digits;
        }
        return isOffset(text, at);
    }

    private static boolean isOffset(String text, int at) {
        if (at + 1 == text.length()) {
            return text.charAt(at) == 'Z' || text.charAt(at) == 'z';
        }
        return at + 6 == text.length()
                && (text.charAt(at) == '+' || text.charAt(at) == '-')
                && matches(text, at + 1, "dd:dd")
                && number(text, at + 1) < 24
                && number(text, at + 4) < 60;
    }

    private static boolean matches(String text, int at, String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char wanted = pattern.charAt(i);
            char found = text.charAt(at + i);
            if (wanted == 'd' ? !isDigit(found) : wanted != found) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
