package dev.flashorm.runtime.query;

/**
 * The table of pairs behind an implicit many-to-many relation, seen from one end.
 *
 * @param sql its quoted name
 * @param local the quoted column that points to this end
 * @param remote the quoted column that points to the other
 */
public record JoinTable(String sql, String local, String remote) {}
