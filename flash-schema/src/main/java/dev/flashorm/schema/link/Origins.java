package dev.flashorm.schema.link;

import dev.flashorm.schema.model.CompositeType;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.EnumType;
import dev.flashorm.schema.model.Field;
import dev.flashorm.schema.model.Generator;
import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.syntax.Attribute;
import dev.flashorm.schema.syntax.Declaration;
import dev.flashorm.schema.syntax.EnumValueDeclaration;
import dev.flashorm.schema.syntax.FieldDeclaration;
import java.util.IdentityHashMap;

/** From each element of the linked model to the text that declares it: for diagnostics, rename and rewriting. */
public final class Origins {
    private final IdentityHashMap<Object, Object> declarations = new IdentityHashMap<>();

    Origins() {}

    void put(Object element, Object declaration) {
        declarations.put(element, declaration);
    }

    public Declaration.ModelDeclaration of(Model model) {
        return find(model, Declaration.ModelDeclaration.class);
    }

    public FieldDeclaration of(Field field) {
        return find(field, FieldDeclaration.class);
    }

    public FieldDeclaration of(CompositeType.Member member) {
        return find(member, FieldDeclaration.class);
    }

    public Declaration.CompositeTypeDeclaration of(CompositeType type) {
        return find(type, Declaration.CompositeTypeDeclaration.class);
    }

    public Declaration.EnumDeclaration of(EnumType type) {
        return find(type, Declaration.EnumDeclaration.class);
    }

    public EnumValueDeclaration of(EnumType.Value value) {
        return find(value, EnumValueDeclaration.class);
    }

    /** The attribute, `@id` or `@@index`, that makes this index. */
    public Attribute of(Index index) {
        return find(index, Attribute.class);
    }

    public Declaration.DatasourceDeclaration of(Datasource datasource) {
        return find(datasource, Declaration.DatasourceDeclaration.class);
    }

    public Declaration.GeneratorDeclaration of(Generator generator) {
        return find(generator, Declaration.GeneratorDeclaration.class);
    }

    private <D> D find(Object element, Class<D> kind) {
        Object declaration = declarations.get(element);
        if (declaration == null) {
            throw new IllegalArgumentException("not of this schema: " + element);
        }
        return kind.cast(declaration);
    }
}
