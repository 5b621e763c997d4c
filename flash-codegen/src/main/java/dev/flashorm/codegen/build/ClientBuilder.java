package dev.flashorm.codegen.build;

import dev.flashorm.codegen.dialect.ClientDialect;
import dev.flashorm.codegen.ir.Client;
import dev.flashorm.codegen.ir.ColumnClient;
import dev.flashorm.codegen.ir.CompositeClient;
import dev.flashorm.codegen.ir.DefaultClient;
import dev.flashorm.codegen.ir.EnumClient;
import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.codegen.ir.ValueType;
import dev.flashorm.schema.model.Arity;
import dev.flashorm.schema.model.CompositeType;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.FieldType;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.NativeType;
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
        boolean keepsReferences = schema.datasource()
                .filter(datasource -> datasource.relationMode() == Datasource.RelationMode.CLIENT)
                .isPresent();
        List<ModelClient> models = new ArrayList<>();
        for (Model model : columns.keySet()) {
            models.add(new ModelClientBuilder(model, dialect, columns, keepsReferences).build());
        }
        return new Client(
                dialect.provider(),
                dialect.isDocuments(),
                dialect.fragments(),
                models,
                schema.enums().stream()
                        .filter(type -> !type.values().isEmpty())
                        .map(ClientBuilder::enumClient)
                        .toList(),
                schema.compositeTypes().stream().map(this::composite).toList());
    }

    private Map<ScalarField, ColumnClient> readableColumns(Model model) {
        Map<ScalarField, ColumnClient> readable = new LinkedHashMap<>();
        model.scalarFields().filter(ClientBuilder::isReadable).forEach(field -> readable.put(field, column(field)));
        return readable;
    }

    /** `Unsupported` is carried by migrations only. */
    private static boolean isReadable(ScalarField field) {
        return !field.isIgnored() && !(field.type() instanceof FieldType.Unsupported);
    }

    private CompositeClient composite(CompositeType type) {
        return new CompositeClient(
                type.name(),
                type.members().stream()
                        .filter(member -> !(member.type() instanceof FieldType.Unsupported))
                        .map(this::column)
                        .toList(),
                type.documentation());
    }

    private ColumnClient column(CompositeType.Member member) {
        ClientDialect.Storage storage = storage(member.type(), member.nativeType());
        return new ColumnClient(
                member.name(),
                member.databaseName(),
                dialect.quote(member.databaseName()),
                storage.type(),
                enumName(member.type()),
                compositeName(member.type()),
                storage.encoding(),
                storage.arrayType(),
                member.arity() == Arity.LIST,
                member.arity() == Arity.OPTIONAL,
                new DefaultClient.None(),
                false,
                false,
                false,
                member.documentation());
    }

    private ClientDialect.Storage storage(FieldType type, Optional<NativeType> nativeType) {
        if (type instanceof EnumType values) {
            return dialect.storage(values);
        }
        return type instanceof CompositeType
                ? ClientDialect.Storage.of(ValueType.COMPOSITE, "COMPOSITE")
                : dialect.storage((FieldType.Scalar) type, nativeType);
    }

    private static Optional<String> enumName(FieldType type) {
        return type instanceof EnumType values ? Optional.of(values.name()) : Optional.empty();
    }

    private static Optional<String> compositeName(FieldType type) {
        return type instanceof CompositeType composite ? Optional.of(composite.name()) : Optional.empty();
    }

    private ColumnClient column(ScalarField field) {
        ClientDialect.Storage storage = storage(field.type(), field.nativeType());
        return new ColumnClient(
                field.name(),
                field.databaseName(),
                dialect.quote(field.databaseName()),
                storage.type(),
                enumName(field.type()),
                compositeName(field.type()),
                storage.encoding(),
                storage.arrayType(),
                field.isList(),
                field.isOptional(),
                DefaultClients.of(field),
                field.updatedAt(),
                field.version(),
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
