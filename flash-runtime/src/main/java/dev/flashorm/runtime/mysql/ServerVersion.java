package dev.flashorm.runtime.mysql;

/** The numbers of a version such as {@code 8.4.3} or {@code 5.5.5-10.11.6-MariaDB-log}. */
final class ServerVersion {
    /** MariaDB once hid its version behind one that old replicas of MySQL understood. */
    private static final String OLD_DISGUISE = "5.5.5-";

    private ServerVersion() {}

    /** Major and minor; zero where the text has none. */
    static int[] firstTwo(String version) {
        String text = version.startsWith(OLD_DISGUISE) ? version.substring(OLD_DISGUISE.length()) : version;
        int[] numbers = new int[2];
        int part = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && part == 0) {
                part = 1;
            } else if (c >= '0' && c <= '9') {
                numbers[part] = numbers[part] * 10 + (c - '0');
            } else {
                break;
            }
        }
        return numbers;
    }
}
