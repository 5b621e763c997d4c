package dev.flashorm.codegen.typescript;

import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.ir.RelationClient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which members of a record at the other end of a relation say that it belongs to this one. */
final class Ends {
    private Ends() {}

    /** Left out where it is written together with this one: the relation back, and the columns by which it refers. */
    static List<String> back(Client client, ModelClient model, RelationClient relation) {
        Stream<String> columns = relation.isOwning() || relation.through().isPresent()
                ? Stream.of()
                : relation.remote().stream().map(ColumnClient::name);
        return Stream.concat(opposite(client, model, relation).stream(), columns)
                .toList();
    }

    private static Optional<String> opposite(Client client, ModelClient model, RelationClient relation) {
        return client.model(relation.target()).relations().stream()
                .filter(other -> other.target().equals(model.name()))
                .filter(other ->
                        !(other.name().equals(relation.name()) && model.name().equals(relation.target())))
                .filter(other -> other.local().equals(relation.remote())
                        && other.remote().equals(relation.local()))
                .filter(other -> pairs(other).equals(pairs(relation)))
                .map(RelationClient::name)
                .findFirst();
    }

    private static Optional<String> pairs(RelationClient relation) {
        return relation.through().map(RelationClient.Through::table);
    }
}
