package dev.flashorm.schema.validate;

import dev.flashorm.schema.model.Datasource.RelationMode;
import dev.flashorm.schema.provider.NoProvider;
import dev.flashorm.schema.provider.Provider;
import dev.flashorm.schema.syntax.Declaration.DatasourceDeclaration;
import dev.flashorm.schema.syntax.Expression;
import java.util.List;
import java.util.Optional;

/**
 * What the datasource says that other rules ask for.
 *
 * @param declaration absent when there is none
 * @param provider {@link NoProvider} when there is none, or it isn't known
 * @param schemas the names of `schemas = […]`, absent when not written
 */
record DatasourceSettings(
        Optional<DatasourceDeclaration> declaration,
        Provider provider,
        RelationMode relationMode,
        Optional<List<Expression.StringLiteral>> schemas) {
    static final DatasourceSettings NONE =
            new DatasourceSettings(Optional.empty(), new NoProvider(), RelationMode.FOREIGN_KEYS, Optional.empty());

    /** The datasource's name, which prefixes native types: `db`. */
    String name() {
        return declaration.map(block -> block.name().text()).orElse("db");
    }

    boolean isPresent() {
        return declaration.isPresent();
    }

    boolean hasForeignKeys() {
        return relationMode == RelationMode.FOREIGN_KEYS;
    }
}
