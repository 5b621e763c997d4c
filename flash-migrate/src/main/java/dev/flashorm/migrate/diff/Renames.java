package dev.flashorm.migrate.diff;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.DatabaseEnum;
import dev.flashorm.migrate.physical.DatabaseSchema;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What only changed its name, in database names. A rename that is not said here is a drop and an add.
 *
 * @param tables old to new
 * @param enums old to new
 * @param columns of a table under its new name
 * @param values of an enum under its new name
 * @param texts literals of a column, old to new, where its rows hold the values of an enum as text; column and table are
 *     under their new names
 */
public record Renames(
        Map<ObjectName, ObjectName> tables,
        Map<ObjectName, ObjectName> enums,
        Map<Member, String> columns,
        Map<Member, String> values,
        Map<Member, Map<String, String>> texts) {
    private static final Renames NONE = new Renames(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public Renames {
        tables = Map.copyOf(tables);
        enums = Map.copyOf(enums);
        columns = Map.copyOf(columns);
        values = Map.copyOf(values);
        texts = Map.copyOf(texts);
    }

    /**
     * Part of a table or enum.
     *
     * @param owner the new name of the table or enum
     * @param oldName of the column or value; what it maps to is its new name (a column with texts has its new one here)
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

    /**
     * Those that a database can do: what it does not have is left out, and what stands where a renamed thing goes, and
     * goes itself, steps aside under a name of its own.
     */
    Renames in(DatabaseSchema before) {
        Map<ObjectName, ObjectName> known = new LinkedHashMap<>();
        Map<Member, String> members = new LinkedHashMap<>();
        Map<Member, Map<String, String>> knownTexts = new LinkedHashMap<>();
        for (Table table : before.tables()) {
            put(known, table.name(), tables.get(table.name()));
        }
        for (Table table : before.tables()) {
            ObjectName name = table.name();
            if (known.containsValue(name) && !known.containsKey(name)) {
                known.put(name, name.sibling(name.name() + "_old"));
            }
            ObjectName now = known.getOrDefault(name, name);
            List<String> names = table.columns().stream().map(Column::name).toList();
            members(members, columns, now, names);
            for (String column : names) {
                Member member = new Member(now, members.getOrDefault(new Member(now, column), column));
                Optional.ofNullable(texts.get(member)).ifPresent(found -> knownTexts.put(member, found));
            }
        }
        Map<ObjectName, ObjectName> knownEnums = new LinkedHashMap<>();
        Map<Member, String> knownValues = new LinkedHashMap<>();
        for (DatabaseEnum type : before.enums()) {
            put(knownEnums, type.name(), enums.get(type.name()));
        }
        for (DatabaseEnum type : before.enums()) {
            ObjectName name = type.name();
            if (knownEnums.containsValue(name) && !knownEnums.containsKey(name)) {
                knownEnums.put(name, name.sibling(name.name() + "_old"));
            }
            members(knownValues, values, knownEnums.getOrDefault(name, name), type.values());
        }
        return new Renames(known, knownEnums, members, knownValues, knownTexts);
    }

    /** The new literal of a column's values. */
    public String text(ObjectName newTable, String newColumn, String old) {
        return texts.getOrDefault(new Member(newTable, newColumn), Map.of()).getOrDefault(old, old);
    }

    private static void put(Map<ObjectName, ObjectName> known, ObjectName name, @Nullable ObjectName other) {
        if (other != null && !other.equals(name)) {
            known.put(name, other);
        }
    }

    private static void members(
            Map<Member, String> known, Map<Member, String> all, ObjectName owner, List<String> names) {
        Set<String> targets = new HashSet<>();
        for (String name : names) {
            String other = all.get(new Member(owner, name));
            if (other != null && !other.equals(name)) {
                known.put(new Member(owner, name), other);
                targets.add(other);
            }
        }
        for (String name : names) {
            Member member = new Member(owner, name);
            if (targets.contains(name) && !known.containsKey(member)) {
                known.put(member, name + "_old");
            }
        }
    }

    /** The way back. */
    public Renames inverse() {
        Map<ObjectName, ObjectName> oldTables = swap(tables);
        Map<ObjectName, ObjectName> oldEnums = swap(enums);
        Map<Member, String> oldColumns = swapMembers(columns, oldTables);
        Map<Member, Map<String, String>> oldTexts = new HashMap<>();
        texts.forEach((member, literals) -> {
            ObjectName table = oldTables.getOrDefault(member.owner(), member.owner());
            String column = oldColumns.getOrDefault(new Member(table, member.oldName()), member.oldName());
            oldTexts.put(new Member(table, column), swap(literals));
        });
        return new Renames(oldTables, oldEnums, oldColumns, swapMembers(values, oldEnums), oldTexts);
    }

    private static <N> Map<N, N> swap(Map<N, N> names) {
        Map<N, N> swapped = new HashMap<>();
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
