package dev.flashorm.cli.config;

/**
 * A setting as it holds for this run.
 *
 * @param key as `flash.toml` calls it
 * @param origin who said so: `--schema`, `FLASH_SCHEMA`, `.env:3`, `flash.toml:2:1`, `default`
 */
public record Setting(String key, String value, String origin) {
    static final String DEFAULT = "default";
}
