package dev.flashorm.codegen;

/**
 * A file in memory.
 *
 * @param path relative to the output folder, `/` as separator
 */
public record GeneratedFile(String path, String content) {}
