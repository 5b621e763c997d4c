package dev.flashorm.schema.validate;

import dev.flashorm.schema.model.Datasource.RelationMode;
import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.provider.Capability;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.source.SourceFile;
import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Declaration;
import dev.flashorm.schema.syntax.Declaration.CompositeTypeDeclaration;
import dev.flashorm.schema.syntax.Declaration.DatasourceDeclaration;
import dev.flashorm.schema.syntax.Declaration.EnumDeclaration;
import dev.flashorm.schema.syntax.Declaration.ModelDeclaration;
import dev.flashorm.schema.syntax.FieldDeclaration;
import dev.flashorm.schema.syntax.SchemaDocument;
import dev.flashorm.schema.syntax.TypeReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All declarations of a schema by name, with the types of their fields found. */
final class Scope {
    private static final Map<String, Scalar> SCALARS = scalars();

    private final List<Declaration> declarations = new ArrayList<>();
    private final Map<String, Declaration> types = new LinkedHashMap<>();
    private final IdentityHashMap<Declaration, ResolvedBlock> blocks = new IdentityHashMap<>();
    private final List<ResolvedBlock> models = new ArrayList<>();
    private final List<ResolvedBlock> compositeTypes = new ArrayList<>();
    private final List<EnumDeclaration> enums = new ArrayList<>();
    private final DatasourceSettings datasource;
    private final Map<SourceFile, int[]> damage = new HashMap<>();

    Scope(List<SchemaDocument> documents, DatasourceSettings datasource) {
        this.datasource = datasource;
        for (SchemaDocument document : documents) {
            declarations.addAll(document.declarations());
            damage.put(
                    document.file(),
                    document.diagnostics().stream()
                            .mapToInt(diagnostic -> diagnostic.span().start())
                            .sorted()
                            .toArray());
        }
        for (Declaration declaration : declarations) {
            declare(declaration);
        }
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.WithFields block) {
                resolveFields(block);
            }
        }
    }

    private void declare(Declaration declaration) {
        if (declaration instanceof Declaration.WithFields block) {
            types.putIfAbsent(block.name().text(), block);
            ResolvedBlock resolved = new ResolvedBlock(block);
            blocks.put(block, resolved);
            (block instanceof CompositeTypeDeclaration ? compositeTypes : models).add(resolved);
        } else if (declaration instanceof EnumDeclaration enumDeclaration) {
            types.putIfAbsent(declaration.name().text(), declaration);
            enums.add(enumDeclaration);
        }
    }

    private void resolveFields(Declaration.WithFields declaration) {
        ResolvedBlock block = block(declaration);
        for (FieldDeclaration field : declaration.fields()) {
            block.add(new ResolvedField(block, field, resolve(field.type())));
        }
    }

    private ResolvedType resolve(Optional<TypeReference> written) {
        if (written.isEmpty()) {
            return new ResolvedType.Unknown();
        }
        TypeReference reference = written.get();
        if (reference.unsupported().isPresent()) {
            return new ResolvedType.Unsupported(reference.unsupported().get());
        }
        String name = reference.name().text();
        Scalar scalar = SCALARS.get(name);
        if (scalar != null) {
            return new ResolvedType.BuiltIn(scalar);
        }
        Declaration declaration = types.get(name);
        if (declaration instanceof EnumDeclaration enumDeclaration) {
            return new ResolvedType.OfEnum(enumDeclaration);
        } else if (declaration instanceof CompositeTypeDeclaration) {
            return new ResolvedType.OfComposite(block(declaration));
        } else if (declaration instanceof ModelDeclaration) {
            return new ResolvedType.OfModel(block(declaration));
        }
        return new ResolvedType.Unknown();
    }

    private ResolvedBlock block(Declaration declaration) {
        @Nullable ResolvedBlock block = blocks.get(declaration);
        if (block == null) {
            throw new IllegalStateException("not declared: " + declaration.name());
        }
        return block;
    }

    /** Whether a part of it could not be read, so that something may only seem to be missing. */
    boolean isDamaged(Declaration declaration) {
        return isDamaged(declaration.span());
    }

    /** Whether a part of a stretch of text could not be read. */
    boolean isDamaged(Span span) {
        int @Nullable [] places = damage.get(span.file());
        if (places == null) {
            return false;
        }
        int found = Arrays.binarySearch(places, span.start());
        int next = found >= 0 ? found : -found - 1;
        return next < places.length && places[next] <= span.end();
    }

    /** Everything, in source order. */
    List<Declaration> declarations() {
        return declarations;
    }

    /** Models and views. */
    List<ResolvedBlock> models() {
        return models;
    }

    List<ResolvedBlock> compositeTypes() {
        return compositeTypes;
    }

    List<EnumDeclaration> enums() {
        return enums;
    }

    /** The model, view, type or enum of this name; the first one where there are several. */
    Optional<Declaration> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    Set<String> typeNames() {
        return types.keySet();
    }

    static Set<String> scalarNames() {
        return SCALARS.keySet();
    }

    DatasourceSettings datasource() {
        return datasource;
    }

    Optional<DatasourceDeclaration> datasourceDeclaration() {
        return datasource.declaration();
    }

    Provider provider() {
        return datasource.provider();
    }

    boolean has(Capability capability) {
        return datasource.provider().has(capability);
    }

    RelationMode relationMode() {
        return datasource.relationMode();
    }

    private static Map<String, Scalar> scalars() {
        Map<String, Scalar> scalars = new HashMap<>();
        for (Scalar scalar : Scalar.values()) {
            scalars.put(scalar.typeName(), scalar);
        }
        return Map.copyOf(scalars);
    }
}
