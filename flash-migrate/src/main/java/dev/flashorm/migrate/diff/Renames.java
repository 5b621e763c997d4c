package dev.flashorm.migrate.diff;

import dev.flashorm.migrate.physical.ObjectName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What only changed its name, in database names. A rename that is not said here is a drop and an add.
 *
 * @param tables old to new
 * @param enums old to new
 * @param columns of a table under its new name
 * @param values of an enum under its new name
 */
public record Renames(
        Map<ObjectName, ObjectName> tables,
        Map<ObjectName, ObjectName> enums,
        Map<Member, String> columns,
        Map<Member, String> values) {
    private static final Renames NONE = new Renames(Map.of(), Map.of(), Map.of(), Map.of());

    public Renames {
        tables = Map.copyOf(tables);
        enums = Map.copyOf(enums);
        columns = Map.copyOf(columns);
        values = Map.copyOf(values);
    }

    /**
     * Part of a table or enum.
     *
     * @param owner the new name of the table or enum
     * @param oldName of the column or value; what it maps to is its new name
     */
    public record Member(ObjectName owner, String oldName) {}

    public static Renames none() {
        return NONE;
    }

    public ObjectName table(ObjectName old) {
        return tables.getOrDefault(old, old);
    }

    public ObjectName enumType(ObjectName old) {
        return enums.getOrDefault(old, old);
    }

    /** The new name of a column. */
    public String column(ObjectName newTable, String old) {
        return Optional.ofNullable(columns.get(new Member(newTable, old))).orElse(old);
    }

    /** The new name of an enum's value. */
    public String value(ObjectName newEnum, String old) {
        return Optional.ofNullable(values.get(new Member(newEnum, old))).orElse(old);
    }

    /** The way back. */
    public Renames inverse() {
        Map<ObjectName, ObjectName> oldTables = swap(tables);
        Map<ObjectName, ObjectName> oldEnums = swap(enums);
        return new Renames(oldTables, oldEnums, swapMembers(columns, oldTables), swapMembers(values, oldEnums));
    }

    private static Map<ObjectName, ObjectName> swap(Map<ObjectName, ObjectName> names) {
        Map<ObjectName, ObjectName> swapped = new HashMap<>();
        names.forEach((before, after) -> swapped.put(after, before));
        return swapped;
    }

    private static Map<Member, String> swapMembers(Map<Member, String> members, Map<ObjectName, ObjectName> owners) {
        Map<Member, String> swapped = new HashMap<>();
        members.forEach((member, after) ->
                swapped.put(new Member(owners.getOrDefault(member.owner(), member.owner()), after), member.oldName()));
        return swapped;
    }
}
