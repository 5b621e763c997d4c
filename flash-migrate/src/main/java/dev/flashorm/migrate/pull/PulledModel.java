package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A block that is being written. Fields and attributes grow until it is printed. */
final class PulledModel {
    private final String keyword;
    private final String name;
    private final ObjectName table;
    private final List<String> documentation = new ArrayList<>();
    private final Map<String, PulledField> columns = new LinkedHashMap<>();
    private final List<PulledField> relations = new ArrayList<>();
    private final List<String> attributes = new ArrayList<>();
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Identifiers fieldNames = new Identifiers();
    private boolean ignored;

    PulledModel(String keyword, String name, ObjectName table) {
        this.keyword = keyword;
        this.name = name;
        this.table = table;
    }

    /**
     * One line.
     *
     * @param type with `?` or `[]`
     * @param supported not `Unsupported("…")`
     */
    record PulledField(
            String name,
            String type,
            boolean required,
            boolean supported,
            List<String> attributes,
            List<String> notes) {
        static PulledField of(String name, String type, boolean required, boolean supported) {
            return new PulledField(name, type, required, supported, new ArrayList<>(), new ArrayList<>());
        }
    }

    String name() {
        return name;
    }

    ObjectName table() {
        return table;
    }

    Identifiers fieldNames() {
        return fieldNames;
    }

    void document(String text) {
        documentation.addAll(text.lines().toList());
    }

    void add(String column, PulledField field) {
        columns.put(column, field);
        paths.put(column, field.name());
    }

    /** What lies inside of a column. */
    void addMembers(String column, String field, PulledModel type) {
        type.paths.forEach((path, names) -> paths.put(column + "." + path, field + "." + names));
    }

    /** How an index names a column, or a member inside of one. */
    Optional<String> path(String column) {
        return Optional.ofNullable(paths.get(column));
    }

    void addRelation(PulledField field) {
        relations.add(field);
    }

    Optional<PulledField> column(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    /** The fields of columns that have one each; empty when one has none. */
    Optional<List<PulledField>> fields(List<String> names) {
        List<PulledField> found = new ArrayList<>();
        for (String one : names) {
            PulledField field = columns.get(one);
            if (field == null) {
                return Optional.empty();
            }
            found.add(field);
        }
        return Optional.of(found);
    }

    void attribute(String text) {
        attributes.add(text);
    }

    boolean isIgnored() {
        return ignored;
    }

    void ignore() {
        ignored = true;
    }

    String text() {
        StringBuilder out = new StringBuilder();
        print(out);
        return out.toString();
    }

    void print(StringBuilder out) {
        documentation.forEach(line -> out.append("/// ").append(line).append('\n'));
        out.append(keyword).append(' ').append(name).append(" {\n");
        columns.values().forEach(field -> print(field, out));
        relations.forEach(field -> print(field, out));
        if (!attributes.isEmpty() || ignored) {
            out.append('\n');
        }
        attributes.forEach(text -> out.append("  ").append(text).append('\n'));
        if (ignored) {
            out.append("  @@ignore\n");
        }
        out.append("}\n");
    }

    private static void print(PulledField field, StringBuilder out) {
        field.notes().forEach(line -> out.append("  /// ").append(line).append('\n'));
        out.append("  ").append(field.name()).append(' ').append(field.type());
        field.attributes().forEach(text -> out.append(' ').append(text));
        out.append('\n');
    }
}
