package dev.flashorm.migrate.physical;

import java.util.Optional;

/**
 * What exists beside the model: a trigger, a function, a policy. A diff reports it by name and never touches it.
 *
 * @param kind in lower case, for people: `trigger`
 * @param table the table that it hangs on, if any
 * @param definition the statement that makes it, where the catalog keeps one
 */
public record UnmanagedObject(String kind, String name, Optional<ObjectName> table, Optional<String> definition) {}
