package dev.flashorm.schema.model;

import dev.flashorm.schema.source.Span;
import java.util.Optional;

/** One end of a relation, as a field of a model. No column of its own. */
public final class RelationField implements Field {
    private final String name;
    private final Model model;
    private final Model target;
    private final Arity arity;
    private final Optional<String> documentation;
    private final boolean ignored;
    private final Optional<String> renamedFrom;
    private final Span span;
    private Optional<Relation> relation = Optional.empty();

    public RelationField(
            String name,
            Model model,
            Model target,
            Arity arity,
            Optional<String> documentation,
            boolean ignored,
            Optional<String> renamedFrom,
            Span span) {
        this.name = name;
        this.model = model;
        this.target = target;
        this.arity = arity;
        this.documentation = documentation;
        this.ignored = ignored;
        this.renamedFrom = renamedFrom;
        this.span = span;
    }

    /** Called once by the linker: a relation refers to its two fields, so it comes after them. */
    public void complete(Relation found) {
        if (relation.isPresent()) {
            throw new IllegalStateException("already complete: " + this);
        }
        relation = Optional.of(found);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Model model() {
        return model;
    }

    /** The model at the other end. */
    public Model target() {
        return target;
    }

    @Override
    public Arity arity() {
        return arity;
    }

    @Override
    public Optional<String> documentation() {
        return documentation;
    }

    @Override
    public boolean isIgnored() {
        return ignored;
    }

    @Override
    public Optional<String> renamedFrom() {
        return renamedFrom;
    }

    @Override
    public Span span() {
        return span;
    }

    /** The relation that this field is an end of; a validated schema has one for every field. */
    public Relation relation() {
        if (relation.isEmpty()) {
            throw new IllegalStateException("not linked: " + this);
        }
        return relation.get();
    }

    /** False in a broken schema where the other end or the columns could not be found. */
    public boolean isLinked() {
        return relation.isPresent();
    }

    /** The field at the other end. */
    public RelationField opposite() {
        return relation().from() == this ? relation().to() : relation().from();
    }

    /** Whether this end holds the foreign key. */
    public boolean isOwning() {
        return relation() instanceof Relation.ForeignKey key && key.from() == this;
    }

    @Override
    public String toString() {
        return model.name() + "." + name;
    }
}
