package dev.flashorm.codegen.build;

import dev.flashorm.codegen.dialect.ClientDialect;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.EnumClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.ScalarField;
import dev.flashorm.schema.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schema and dialect to client IR. */
public final class ClientBuilder {
    private final Schema schema;
    private final ClientDialect dialect;
    private final Map<Model, Map<ScalarField, ColumnClient>> columns = new LinkedHashMap<>();

    private ClientBuilder(Schema schema, ClientDialect dialect) {
        this.schema = schema;
        this.dialect = dialect;
    }

    /** @param schema a valid one, of the dialect's provider */
    public static Client build(Schema schema, ClientDialect dialect) {
        return new ClientBuilder(schema, dialect).build();
    }

    private Client build() {
        for (Model model : schema.models()) {
            Map<ScalarField, ColumnClient> readable = readableColumns(model);
            if (!model.isIgnored() && !readable.isEmpty()) {
                columns.put(model, readable);
            }
        }
        List<ModelClient> models = new ArrayList<>();
        for (Model model : columns.keySet()) {
            models.add(new ModelClientBuilder(model, dialect, columns).build());
        }
        return new Client(
                dialect.provider(),
                dialect.fragments(),
                models,
                schema.enums().stream()
                        .filter(type -> !type.values().isEmpty())
                        .map(ClientBuilder::enumClient)
                        .toList());
    }

    private Map<ScalarField, ColumnClient> readableColumns(Model model) {
        Map<ScalarField, ColumnClient> readable = new LinkedHashMap<>();
        model.scalarFields().filter(ClientBuilder::isReadable).forEach(field -> readable.put(field, column(field)));
        return readable;
    }

    /** `Unsupported` is carried by migrations only; composite types are MongoDB's. */
    private static boolean isReadable(ScalarField field) {
        return !field.isIgnored() && (field.type() instanceof FieldType.Scalar || field.type() instanceof EnumType);
    }

    private ColumnClient column(ScalarField field) {
        ClientDialect.Storage storage = field.type() instanceof EnumType type
                ? dialect.storage(type)
                : dialect.storage((FieldType.Scalar) field.type(), field.nativeType());
        return new ColumnClient(
                field.name(),
                field.databaseName(),
                dialect.quote(field.databaseName()),
                storage.type(),
                field.type() instanceof EnumType type ? Optional.of(type.name()) : Optional.empty(),
                storage.encoding(),
                storage.arrayType(),
                field.isList(),
                field.isOptional(),
                DefaultClients.of(field),
                field.updatedAt(),
                field.generated().isPresent(),
                field.documentation());
    }

    private static EnumClient enumClient(EnumType type) {
        return new EnumClient(
                type.name(),
                type.values().stream()
                        .map(value -> new EnumClient.Value(value.name(), value.databaseName(), value.documentation()))
                        .toList(),
                type.documentation());
    }
}
