package dev.flashorm.migrate.map;

import dev.flashorm.schema.diagnostic.FailureException;
import dev.flashorm.schema.diagnostic.FailureException.Kind;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.Field;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what a person types of renames: `User=Account`, `User.nickname=displayName`, `Role.ADMIN=OWNER`. */
public final class RenameRequests {
    private final Schema before;
    private final Schema after;
    private final Map<String, String> origins = new TreeMap<>();

    private RenameRequests(Schema before, Schema after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Understands requests; those of whole models and enums count for the members of the others, in any order.
     *
     * @param requests `OLD=NEW` each; NEW may repeat the name of the model
     * @throws FailureException F5340 (wrong usage), when one says something that can't be
     */
    public static SchemaRenames parse(List<String> requests, Schema before, Schema after) {
        RenameRequests parsed = new RenameRequests(before, after);
        requests.stream().filter(request -> !isMember(request)).forEach(parsed::whole);
        requests.stream().filter(RenameRequests::isMember).forEach(parsed::member);
        return new SchemaRenames(parsed.origins);
    }

    private static boolean isMember(String request) {
        int equals = request.indexOf('=');
        int point = request.indexOf('.');
        return point >= 0 && (equals < 0 || point < equals);
    }

    private void whole(String request) {
        String[] sides = sides(request);
        String old = sides[0];
        String now = sides[1];
        boolean model = before.model(old).isPresent() && after.model(now).isPresent();
        boolean type = before.enumType(old).isPresent() && after.enumType(now).isPresent();
        if (before.model(old).isEmpty() && before.enumType(old).isEmpty()) {
            throw wrong(request, "the state before has no model and no enum `" + old + "`");
        }
        if (!model && !type) {
            throw wrong(request, "the schema has no `" + now + "` that it could be");
        }
        if (model ? after.model(old).isPresent() : after.enumType(old).isPresent()) {
            throw wrong(request, "`" + old + "` is still there");
        }
        put(request, now, old);
    }

    private void member(String request) {
        String[] sides = sides(request);
        String typed = sides[0].substring(0, sides[0].indexOf('.'));
        String old = FormerNames.member(sides[0]);
        String formerOwner = origins.getOrDefault(typed, typed);
        String owner = origins.entrySet().stream()
                .filter(entry -> entry.getValue().equals(formerOwner))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> ownerNow(formerOwner));
        if (!has(before, formerOwner, old)) {
            throw wrong(request, "the state before has no `" + formerOwner + "." + old + "`");
        }
        int point = sides[1].indexOf('.');
        String prefix = point < 0 ? owner : sides[1].substring(0, point);
        String now = sides[1].substring(point + 1);
        if (!prefix.equals(owner) && !prefix.equals(formerOwner)) {
            throw wrong(request, "nothing moves from `" + formerOwner + "` to `" + prefix + "`");
        }
        if (!has(after, owner, now)) {
            throw wrong(request, "the schema has no `" + owner + "." + now + "`");
        }
        if (has(after, owner, old)) {
            throw wrong(request, "`" + owner + "." + old + "` is still there");
        }
        put(request, owner + "." + now, formerOwner + "." + old);
    }

    /** The owner may have its new name by `@@renamedFrom`. */
    private String ownerNow(String formerOwner) {
        if (after.model(formerOwner).isPresent()) {
            return formerOwner;
        }
        return after.models().stream()
                .filter(model -> model.renamedFrom().equals(Optional.of(formerOwner)))
                .map(Model::name)
                .findFirst()
                .orElse(formerOwner);
    }

    private static boolean has(Schema schema, String owner, String member) {
        Optional<Field> field = schema.model(owner).flatMap(model -> model.field(member));
        Optional<EnumType.Value> value = schema.enumType(owner).flatMap(type -> type.value(member));
        return field.isPresent() || value.isPresent();
    }

    private void put(String request, String now, String old) {
        if (origins.containsKey(now) || origins.containsValue(old)) {
            throw wrong(request, "another rename speaks of the same thing");
        }
        origins.put(now, old);
    }

    private static String[] sides(String request) {
        int equals = request.indexOf('=');
        String old = equals < 0 ? "" : request.substring(0, equals).strip();
        String now = equals < 0 ? "" : request.substring(equals + 1).strip();
        if (old.isEmpty() || now.isEmpty() || old.startsWith(".") || old.endsWith(".") || now.endsWith(".")) {
            throw wrong(request, "it has not the form OLD=NEW");
        }
        return new String[] {old, now};
    }

    private static FailureException wrong(String request, String why) {
        return FailureException.of(Kind.USAGE, "F5340", "`" + request + "` is no rename: " + why)
                .help("write the old name with its model and the new name: User.nickname=displayName, User=Account,"
                        + " Role.ADMIN=OWNER")
                .build();
    }
}
