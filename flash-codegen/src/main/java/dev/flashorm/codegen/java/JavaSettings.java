package dev.flashorm.codegen.java;

/**
 * What a `generator` block may choose.
 *
 * @param packageName of all generated classes
 * @param clientName the simple name of the class to begin with
 */
public record JavaSettings(String packageName, String clientName) {
    public static final JavaSettings DEFAULT = new JavaSettings("db", "AppDb");
}
