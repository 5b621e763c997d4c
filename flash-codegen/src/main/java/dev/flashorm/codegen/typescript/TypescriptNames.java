package dev.flashorm.codegen.typescript;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.CompositeClient;
import dev.flashorm.codegen.ir.EnumClient;
import dev.flashorm.codegen.ir.ModelClient;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The names of generated types and files, decided here once: no two collide. Who comes later gets an underscore. */
final class TypescriptNames {
    /** What is made of a model's name; {@code Prisma} gathers all of them. */
    static final List<String> SUFFIXES = List.of(
            "WhereInput",
            "WhereUniqueInput",
            "OrderByWithRelationInput",
            "CountOutputTypeSelect",
            "Select",
            "Include",
            "Omit",
            "CreateInput",
            "UncheckedCreateInput",
            "CreateManyInput",
            "UpdateInput",
            "UncheckedUpdateInput",
            "UpdateManyMutationInput",
            "UncheckedUpdateManyInput",
            "FindUniqueArgs",
            "FindUniqueOrThrowArgs",
            "FindFirstArgs",
            "FindFirstOrThrowArgs",
            "FindManyArgs",
            "CreateArgs",
            "CreateManyArgs",
            "CreateManyAndReturnArgs",
            "UpdateArgs",
            "UpdateManyArgs",
            "UpdateManyAndReturnArgs",
            "UpsertArgs",
            "DeleteArgs",
            "DeleteManyArgs",
            "CountArgs",
            "AggregateArgs",
            "GroupByArgs",
            "DefaultArgs",
            "GetPayload",
            "Delegate",
            "ScalarFieldEnum",
            "Model");

    /** What the main module and {@code Prisma} have besides. */
    private static final Set<String> RESERVED = Set.of(
            "prisma", "flashclient", "prismaclient", "flashoptions", "transactionclient", "modelname", "sortorder");

    /** What every object has, what makes one a promise, and what a class cannot have. */
    private static final Set<String> RESERVED_ACCESSORS = Set.of(
            "constructor",
            "then",
            "toString",
            "toLocaleString",
            "valueOf",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "__proto__");

    private final Map<String, String> stems = new LinkedHashMap<>();
    private final Map<String, String> accessors = new LinkedHashMap<>();

    TypescriptNames(Client client) {
        Set<String> taken = new HashSet<>(RESERVED);
        for (EnumClient type : client.enums()) {
            stems.put(type.name(), take(type.name(), List.of(), taken));
        }
        for (CompositeClient type : client.composites()) {
            stems.put(type.name(), take(type.name(), List.of("CreateInput"), taken));
        }
        Set<String> takenAccessors = new HashSet<>(RESERVED_ACCESSORS);
        for (ModelClient model : client.models()) {
            stems.put(model.name(), take(model.name(), SUFFIXES, taken));
            String accessor =
                    Character.toLowerCase(model.name().charAt(0)) + model.name().substring(1);
            while (!takenAccessors.add(accessor)) {
                accessor += "_";
            }
            accessors.put(model.name(), accessor);
        }
    }

    /** Files of types are called like them, and some file systems do not tell upper from lower case. */
    private static String take(String name, List<String> suffixes, Set<String> taken) {
        String stem = name.replace('-', '_');
        while (!isFree(stem, suffixes, taken)) {
            stem += "_";
        }
        taken.add(stem.toLowerCase(Locale.ROOT));
        for (String suffix : suffixes) {
            taken.add((stem + suffix).toLowerCase(Locale.ROOT));
        }
        return stem;
    }

    private static boolean isFree(String stem, List<String> suffixes, Set<String> taken) {
        return !taken.contains(stem.toLowerCase(Locale.ROOT))
                && suffixes.stream().noneMatch(suffix -> taken.contains((stem + suffix).toLowerCase(Locale.ROOT)));
    }

    /** The type of a model's records, of an enum or of a composite type. */
    String type(String name) {
        return Objects.requireNonNull(stems.get(name), name);
    }

    /** {@code user} of {@code User}. */
    String accessor(String model) {
        return Objects.requireNonNull(accessors.get(model), model);
    }

    /** A type of ECMAScript's, which one of the schema's may hide. */
    String global(String name) {
        return stems.containsValue(name) ? "globalThis." + name : name;
    }
}
