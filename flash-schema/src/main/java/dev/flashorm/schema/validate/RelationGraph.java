package dev.flashorm.schema.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pairs relation fields: a field with the one of the other model that has the same relation name. */
final class RelationGraph {
    /** By the name that is written. */
    private final Map<Ends, List<ResolvedField>> fieldsByEnds = new LinkedHashMap<>();

    /** By the name that the relation gets: two models and no name make `AToB`. */
    private final Map<Ends, List<ResolvedField>> fieldsByName = new LinkedHashMap<>();

    private final List<ResolvedRelation> relations = new ArrayList<>();

    /** Fields of one model to another under one relation name. */
    private record Ends(ResolvedBlock from, ResolvedBlock to, Optional<String> name) {
        Ends reversed() {
            return new Ends(to, from, name);
        }
    }

    RelationGraph(Scope scope) {
        for (ResolvedBlock model : scope.models()) {
            for (ResolvedField field : model.fields()) {
                if (field.isRelation()) {
                    fieldsByEnds
                            .computeIfAbsent(ends(field), key -> new ArrayList<>())
                            .add(field);
                    fieldsByName
                            .computeIfAbsent(named(field), key -> new ArrayList<>())
                            .add(field);
                }
            }
        }
        for (List<ResolvedField> fields : fieldsByEnds.values()) {
            for (ResolvedField field : fields) {
                pair(field);
            }
        }
    }

    /** Every relation once. */
    List<ResolvedRelation> relations() {
        return relations;
    }

    /**
     * Groups of fields of one model that cannot be told apart: same other model, same relation name. Two fields of a
     * model to itself are the two ends of one relation when they are named.
     */
    List<List<ResolvedField>> ambiguous() {
        List<List<ResolvedField>> groups = new ArrayList<>();
        Set<Ends> reported = new HashSet<>();
        fieldsByName.forEach((ends, fields) -> {
            boolean pair = ends.from == ends.to
                    && fields.size() == 2
                    && fields.stream().allMatch(field -> field.relation().name().isPresent());
            if (fields.size() > 1 && !pair && !reported.contains(ends.reversed())) {
                reported.add(ends);
                groups.add(fields);
            }
        });
        return groups;
    }

    private static Ends named(ResolvedField field) {
        String one = field.block().name();
        String other = field.target().name();
        String made = one.compareTo(other) <= 0 ? one + "To" + other : other + "To" + one;
        return new Ends(
                field.block(),
                field.target(),
                Optional.of(field.relation().name().orElse(made)));
    }

    private static Ends ends(ResolvedField field) {
        return new Ends(field.block(), field.target(), field.relation().name());
    }

    private Optional<ResolvedField> opposite(ResolvedField field) {
        for (ResolvedField other : fieldsByEnds.getOrDefault(ends(field).reversed(), List.of())) {
            if (other != field) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /** Adds the relation of a field, unless that is for its other end to do. */
    private void pair(ResolvedField field) {
        ResolvedField other = opposite(field).orElse(null);
        if (other == null) {
            boolean unique = field.relation().fields().isPresent() && isUnique(field);
            relations.add(
                    field.isList()
                            ? new ResolvedRelation.Inline(null, field, false)
                            : new ResolvedRelation.Inline(field, null, unique));
        } else if (field.isList() && other.isList()) {
            if (isFirst(field, other)) {
                boolean embedded = field.relation().fields().isPresent()
                        || other.relation().fields().isPresent();
                relations.add(
                        embedded
                                ? new ResolvedRelation.Embedded(field, other)
                                : new ResolvedRelation.Implicit(field, other));
            }
        } else if (other.isList()) {
            relations.add(new ResolvedRelation.Inline(field, other, false));
        } else if (!field.isList() && isForward(field, other)) {
            relations.add(new ResolvedRelation.Inline(field, other, true));
        }
    }

    /** Of a one-to-one relation: whether the first of two fields holds the key. */
    private static boolean isForward(ResolvedField field, ResolvedField other) {
        if (field.isRequired() != other.isRequired()) {
            return field.isRequired();
        }
        if (!field.isRequired()) {
            boolean own = field.relation().fields().isPresent();
            boolean theirs = other.relation().fields().isPresent();
            if (own || theirs) {
                return own && (!theirs || isFirst(field, other));
            }
        }
        return isFirst(field, other);
    }

    private static boolean isFirst(ResolvedField field, ResolvedField other) {
        int byModel = field.block().name().compareTo(other.block().name());
        return byModel != 0 ? byModel < 0 : field.name().compareTo(other.name()) <= 0;
    }

    private static boolean isUnique(ResolvedField field) {
        List<ResolvedField> columns = field.relation().fields().orElse(List.of());
        return field.block().uniqueKeys().stream().anyMatch(key -> key.covers(columns));
    }

    /** All complete relations with a key, by the model that holds the key. */
    Map<ResolvedBlock, List<ResolvedRelation.Inline>> byHolder() {
        Map<ResolvedBlock, List<ResolvedRelation.Inline>> holders = new HashMap<>();
        for (ResolvedRelation relation : relations) {
            if (relation instanceof ResolvedRelation.Inline inline
                    && inline.forward() != null
                    && inline.back() != null) {
                holders.computeIfAbsent(inline.forward().block(), key -> new ArrayList<>())
                        .add(inline);
            }
        }
        return holders;
    }
}
