package dev.flashorm.schema.model;

import dev.flashorm.schema.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A `model` or `view` block: a table, a view or a collection. */
public final class Model {
    private final String name;
    private final boolean view;
    private final String databaseName;
    private final Optional<String> schemaName;
    private final Optional<String> documentation;
    private final boolean ignored;
    private final Optional<String> renamedFrom;
    private final Span span;
    private List<Field> fields = List.of();
    private List<Index> indexes = List.of();
    private List<Check> checks = List.of();
    private final Map<String, Field> fieldsByName = new LinkedHashMap<>();

    public Model(
            String name,
            boolean view,
            String databaseName,
            Optional<String> schemaName,
            Optional<String> documentation,
            boolean ignored,
            Optional<String> renamedFrom,
            Span span) {
        this.name = name;
        this.view = view;
        this.databaseName = databaseName;
        this.schemaName = schemaName;
        this.documentation = documentation;
        this.ignored = ignored;
        this.renamedFrom = renamedFrom;
        this.span = span;
    }

    /** Called once by the linker: members refer back to their model, so they come after it. */
    public void complete(List<Field> members, List<Index> keys, List<Check> conditions) {
        if (!fields.isEmpty()) {
            throw new IllegalStateException("already complete: " + name);
        }
        fields = List.copyOf(members);
        indexes = List.copyOf(keys);
        checks = List.copyOf(conditions);
        for (Field field : fields) {
            fieldsByName.putIfAbsent(field.name(), field);
        }
    }

    public String name() {
        return name;
    }

    public boolean isView() {
        return view;
    }

    /** The name of the table, view or collection: `@@map`, else the model's own. */
    public String databaseName() {
        return databaseName;
    }

    /** `@@schema`. */
    public Optional<String> schemaName() {
        return schemaName;
    }

    /** The `///` lines above the block, joined by line feeds. */
    public Optional<String> documentation() {
        return documentation;
    }

    /** `@@ignore`: kept in the database, left out of the generated code. */
    public boolean isIgnored() {
        return ignored;
    }

    /** `@@renamedFrom`: the name this model had in the state before. */
    public Optional<String> renamedFrom() {
        return renamedFrom;
    }

    /** The name in the block's head. */
    public Span span() {
        return span;
    }

    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(fieldsByName.get(fieldName));
    }

    /** The fields that are columns. */
    public Stream<ScalarField> scalarFields() {
        return fields.stream().filter(ScalarField.class::isInstance).map(ScalarField.class::cast);
    }

    public Stream<RelationField> relationFields() {
        return fields.stream().filter(RelationField.class::isInstance).map(RelationField.class::cast);
    }

    /** All keys and indexes, those written on fields first, in source order. */
    public List<Index> indexes() {
        return indexes;
    }

    /** `@id` or `@@id`; absent in views and in models that only have uniques. */
    public Optional<Index> primaryKey() {
        for (Index index : indexes) {
            if (index.kind() == Index.Kind.PRIMARY_KEY) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    public Stream<Index> uniques() {
        return indexes.stream().filter(index -> index.kind() == Index.Kind.UNIQUE);
    }

    public List<Check> checks() {
        return checks;
    }

    @Override
    public String toString() {
        return (view ? "view " : "model ") + name;
    }
}
