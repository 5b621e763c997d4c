package dev.flashorm.codegen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of schema files in the cases of Java. */
final class Words {
    private static final Map<String, String> IRREGULAR = Map.of(
            "person", "people",
            "child", "children",
            "man", "men",
            "woman", "women",
            "foot", "feet",
            "mouse", "mice",
            "criterion", "criteria",
            "analysis", "analyses",
            "datum", "data");
    private static final Set<String> UNCOUNTABLE = Set.of(
            "data",
            "media",
            "metadata",
            "info",
            "information",
            "equipment",
            "series",
            "news",
            "staff",
            "feedback",
            "people",
            "children",
            "men",
            "women",
            "criteria",
            "content",
            "settings",
            "history");

    private Words() {}

    /** {@code created_at}, {@code createdAt} and {@code CreatedAt} are two words, {@code HTTPServer} too. */
    static List<String> split(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letterOrDigit = Character.isLetterOrDigit(c);
            if (!letterOrDigit || isBoundary(name, i)) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            }
            if (letterOrDigit) {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isBoundary(String name, int i) {
        if (i == 0 || !Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        boolean afterLower = Character.isLowerCase(name.charAt(i - 1)) || Character.isDigit(name.charAt(i - 1));
        boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return afterLower || (Character.isUpperCase(name.charAt(i - 1)) && beforeLower);
    }

    /** {@code userId}; an identifier that cannot be one word stays what it is. */
    static String camel(String name) {
        String pascal = pascal(name);
        int upper = 1;
        if (isAllUpper(pascal)) {
            return pascal.toLowerCase(Locale.ROOT);
        }
        // A leading abbreviation goes down as a whole: URLPath becomes urlPath.
        while (upper + 1 < pascal.length()
                && Character.isUpperCase(pascal.charAt(upper))
                && !Character.isLowerCase(pascal.charAt(upper + 1))) {
            upper++;
        }
        return pascal.substring(0, upper).toLowerCase(Locale.ROOT) + pascal.substring(upper);
    }

    /** {@code UserId}. What is already in this form is kept as it is, {@code OAuthToken}; {@code ROLE} becomes {@code Role}. */
    static String pascal(String name) {
        StringBuilder text = new StringBuilder();
        boolean shouting = isAllUpper(name);
        for (String part : name.split("_", -1)) {
            if (!part.isEmpty()) {
                text.append(Character.toUpperCase(part.charAt(0)));
                text.append(shouting ? part.substring(1).toLowerCase(Locale.ROOT) : part.substring(1));
            }
        }
        return text.isEmpty() ? name : text.toString();
    }

    /** {@code USER_ID}. */
    static String constant(String name) {
        List<String> words = split(name);
        return words.isEmpty() ? name : String.join("_", words).toUpperCase(Locale.ROOT);
    }

    private static boolean isAllUpper(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLowerCase(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The plural of a name's last word; a plural stays what it is. */
    static String plural(String name) {
        List<String> words = split(name);
        if (words.isEmpty()) {
            return name;
        }
        String last = words.get(words.size() - 1);
        if (!name.endsWith(last)) {
            return name + "s";
        }
        return name.substring(0, name.length() - last.length()) + pluralWord(last);
    }

    private static String pluralWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String irregular = IRREGULAR.get(lower);
        if (irregular != null) {
            return Character.isUpperCase(word.charAt(0))
                    ? Character.toUpperCase(irregular.charAt(0)) + irregular.substring(1)
                    : irregular;
        }
        if (UNCOUNTABLE.contains(lower)) {
            return word;
        }
        if (endsWithAny(lower, "ss", "us", "is", "as", "x", "z", "ch", "sh")) {
            return word + "es";
        }
        if (lower.endsWith("s")) {
            return word;
        }
        if (lower.endsWith("y") && lower.length() > 1 && "aeiou".indexOf(lower.charAt(lower.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word + "s";
    }

    private static boolean endsWithAny(String word, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
