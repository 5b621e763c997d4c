package dev.flashorm.migrate.map;

import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.Field;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.model.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something that is gone, and what new things it may have become. Only a person knows: `diff` alone takes it for a drop
 * and an add.
 *
 * @param before its path in the schema before
 * @param after the paths that it may have now, likeliest first; never empty
 */
public record RenameCandidate(String before, List<String> after) {
    public RenameCandidate {
        after = List.copyOf(after);
    }

    /**
     * The first that nobody has decided yet: models, then fields and values of those that are there on both sides.
     *
     * @param dropped paths before that are known to be drops
     * @param enums whether enums are types of the database; elsewhere their names mean nothing to it
     * @param values whether their values can be renamed
     */
    public static Optional<RenameCandidate> first(
            Schema before, Schema after, SchemaRenames asked, Set<String> dropped, boolean enums, boolean values) {
        Search search = new Search(before, after, new FormerNames(before, after, asked), enums, values);
        return search.candidates().stream()
                .filter(candidate -> !dropped.contains(candidate.before()))
                .findFirst();
    }

    /** A thing of a schema with its place among its kind: what stands at the same place is the likelier twin. */
    private record Placed<T>(T thing, int place) {}

    private record Search(Schema before, Schema after, FormerNames former, boolean enums, boolean values) {
        List<RenameCandidate> candidates() {
            List<RenameCandidate> found = new ArrayList<>();
            Set<Model> keptModels = new HashSet<>();
            after.models().forEach(model -> former.model(model).ifPresent(keptModels::add));
            pair(
                    lost(
                            before.models().stream()
                                    .filter(model -> !model.isView())
                                    .toList(),
                            keptModels),
                    gained(
                            after.models(),
                            model -> !model.isView() && former.model(model).isEmpty()),
                    Search::alike,
                    Model::name,
                    Model::databaseName,
                    "",
                    "",
                    found);
            for (Model model : after.models()) {
                former.model(model).ifPresent(old -> fields(old, model, found));
            }
            if (enums) {
                enumTypes(found);
            }
            if (values) {
                for (EnumType type : after.enums()) {
                    former.enumType(type).ifPresent(old -> values(old, type, found));
                }
            }
            return found;
        }

        private void enumTypes(List<RenameCandidate> found) {
            Set<EnumType> keptTypes = new HashSet<>();
            after.enums().forEach(type -> former.enumType(type).ifPresent(keptTypes::add));
            pair(
                    lost(before.enums(), keptTypes),
                    gained(after.enums(), type -> former.enumType(type).isEmpty()),
                    Search::alike,
                    EnumType::name,
                    EnumType::databaseName,
                    "",
                    "",
                    found);
        }

        private void fields(Model old, Model model, List<RenameCandidate> found) {
            Set<Field> kept = new HashSet<>();
            model.fields().forEach(field -> former.field(field).ifPresent(kept::add));
            pair(
                    lost(old.scalarFields().toList(), kept),
                    gained(
                            model.scalarFields().toList(),
                            field -> former.field(field).isEmpty()),
                    Search::alike,
                    ScalarField::name,
                    ScalarField::databaseName,
                    old.name() + ".",
                    model.name() + ".",
                    found);
        }

        private void values(EnumType old, EnumType type, List<RenameCandidate> found) {
            Set<EnumType.Value> kept = new HashSet<>();
            type.values().forEach(value -> former.value(type, value).ifPresent(kept::add));
            pair(
                    lost(old.values(), kept),
                    gained(type.values(), value -> former.value(type, value).isEmpty()),
                    (one, other) -> true,
                    EnumType.Value::name,
                    EnumType.Value::databaseName,
                    old.name() + ".",
                    type.name() + ".",
                    found);
        }

        private static <T> void pair(
                List<Placed<T>> lost,
                List<Placed<T>> gained,
                BiPredicate<T, T> alike,
                Function<T, String> name,
                Function<T, String> databaseName,
                String oldPrefix,
                String newPrefix,
                List<RenameCandidate> found) {
            for (Placed<T> old : lost) {
                // Under the same name of the database it is the same thing, which the language calls otherwise.
                if (gained.stream()
                        .anyMatch(candidate ->
                                databaseName.apply(candidate.thing()).equals(databaseName.apply(old.thing())))) {
                    continue;
                }
                List<String> names = gained.stream()
                        .filter(candidate -> alike.test(old.thing(), candidate.thing()))
                        .sorted(Comparator.comparingInt(candidate -> Math.abs(candidate.place() - old.place())))
                        .map(candidate -> newPrefix + name.apply(candidate.thing()))
                        .toList();
                if (!names.isEmpty()) {
                    found.add(new RenameCandidate(oldPrefix + name.apply(old.thing()), names));
                }
            }
        }

        private static <T> List<Placed<T>> lost(List<T> all, Set<? super T> kept) {
            return gained(all, thing -> !kept.contains(thing));
        }

        private static <T> List<Placed<T>> gained(List<T> all, Predicate<T> isNew) {
            List<Placed<T>> found = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (isNew.test(all.get(i))) {
                    found.add(new Placed<>(all.get(i), i));
                }
            }
            return found;
        }

        /** The same kind of value fits into both. */
        private static boolean alike(ScalarField one, ScalarField other) {
            return one.type().typeName().equals(other.type().typeName())
                    && one.isList() == other.isList()
                    && one.generated().isPresent() == other.generated().isPresent();
        }

        /** More than half of the larger one's columns are in both. */
        private static boolean alike(Model one, Model other) {
            long common = one.scalarFields()
                    .filter(field -> other.field(field.name())
                            .filter(ScalarField.class::isInstance)
                            .filter(twin -> alike(field, (ScalarField) twin))
                            .isPresent())
                    .count();
            return common > 0
                    && 2 * common
                            > Math.max(
                                    one.scalarFields().count(),
                                    other.scalarFields().count());
        }

        private static boolean alike(EnumType one, EnumType other) {
            long common = one.values().stream()
                    .filter(value -> other.value(value.name()).isPresent())
                    .count();
            return common > 0
                    && 2 * common > Math.max(one.values().size(), other.values().size());
        }
    }
}
