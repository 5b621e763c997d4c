package dev.flashorm.codegen.ir;

import java.util.Map;

/**
 * How a database writes what queries leave open.
 *
 * @param patterns how `contains`, `startsWith` and `endsWith` write their value
 * @param hasArrays whether a list of values is one parameter
 * @param fragments pieces of SQL; in their text `{}` stands for the column, `{current}` for its present value, `{list}`
 *     for parameters, `{path}` for a parameter that is a path in a JSON value
 * @param variants by the name of a relative of the database, such as `mariadb`: the fragments in which it differs
 */
public record DialectClient(
        Pattern patterns,
        boolean hasArrays,
        Map<Fragment, String> fragments,
        Map<String, Map<Fragment, String>> variants) {

    /** Pattern languages. */
    public enum Pattern {
        /** `%` and `_`, escaped by `!`. */
        LIKE,
        /** `*` and `?`, escaped by brackets. */
        GLOB
    }
}
