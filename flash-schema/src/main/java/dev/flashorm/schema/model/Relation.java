package dev.flashorm.schema.model;

import java.util.List;
import java.util.Optional;

/** A relation between two models, or of a model with itself. Compared by identity through its fields. */
public sealed interface Relation {
    /** The name in `@relation("…")`, else the reference implementation's: `PostToUser`. */
    String name();

    /** For a foreign key the end that holds it; for many-to-many the one whose model, then field, sorts first (A). */
    RelationField from();

    /** The other end. */
    RelationField to();

    /**
     * One-to-many or one-to-one, by columns of {@link #from()}'s model.
     *
     * @param fields columns of the holding model
     * @param references the unique columns they point to, in the same order
     * @param onDelete as written, else empty
     * @param onUpdate as written, else empty
     * @param effectiveOnDelete what holds on this provider
     * @param effectiveOnUpdate what holds on this provider
     * @param constraintName the foreign key's name in the database; without one on SQLite and under client relation
     *     mode
     */
    record ForeignKey(
            String name,
            RelationField from,
            RelationField to,
            List<ScalarField> fields,
            List<ScalarField> references,
            Optional<ReferentialAction> onDelete,
            Optional<ReferentialAction> onUpdate,
            ReferentialAction effectiveOnDelete,
            ReferentialAction effectiveOnUpdate,
            Optional<String> constraintName)
            implements Relation {
        public ForeignKey {
            fields = List.copyOf(fields);
            references = List.copyOf(references);
        }

        /** At most one row of the holding model for each target. */
        public boolean isOneToOne() {
            return !to.isList();
        }
    }

    /**
     * Implicit many-to-many: a join table that no model names.
     *
     * @param databaseName the table's name, `_AToB` or `_name`; its columns are `A` and `B`, for {@link #from()}'s and
     *     {@link #to()}'s model
     * @param fromKey the one-column key that column `A` points to
     * @param toKey the one-column key that column `B` points to
     */
    record ManyToMany(
            String name,
            RelationField from,
            RelationField to,
            String databaseName,
            ScalarField fromKey,
            ScalarField toKey)
            implements Relation {}

    /**
     * Many-to-many by a list of ids on each side (MongoDB).
     *
     * @param fromFields the list of {@link #from()}'s model
     * @param fromReferences what it holds, of {@link #to()}'s model
     * @param toFields the list of {@link #to()}'s model
     * @param toReferences what it holds, of {@link #from()}'s model
     */
    record EmbeddedManyToMany(
            String name,
            RelationField from,
            RelationField to,
            List<ScalarField> fromFields,
            List<ScalarField> fromReferences,
            List<ScalarField> toFields,
            List<ScalarField> toReferences)
            implements Relation {
        public EmbeddedManyToMany {
            fromFields = List.copyOf(fromFields);
            fromReferences = List.copyOf(fromReferences);
            toFields = List.copyOf(toFields);
            toReferences = List.copyOf(toReferences);
        }
    }

    /** What happens to the rows that point here. */
    enum ReferentialAction {
        CASCADE("Cascade"),
        RESTRICT("Restrict"),
        NO_ACTION("NoAction"),
        SET_NULL("SetNull"),
        SET_DEFAULT("SetDefault");

        private final String schemaName;

        ReferentialAction(String schemaName) {
            this.schemaName = schemaName;
        }

        /** As written in a schema. */
        public String schemaName() {
            return schemaName;
        }
    }
}
