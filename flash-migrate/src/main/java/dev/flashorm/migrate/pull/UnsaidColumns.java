package dev.flashorm.migrate.pull;

import dev.flashorm.migrate.physical.Column;
import dev.flashorm.migrate.physical.ColumnType;
import dev.flashorm.migrate.physical.Identity;
import dev.flashorm.migrate.physical.PrimaryKey;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.schema.provider.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of {@link UnsaidDetails} that columns have. */
final class UnsaidColumns {
    private final Provider provider;
    private final FieldTypes types;
    private final DefaultText defaults;

    UnsaidColumns(Provider provider, FieldTypes types) {
        this.provider = provider;
        this.types = types;
        defaults = new DefaultText(types);
    }

    List<Column> keep(Table before, Table after) {
        return after.columns().stream()
                .map(column -> before.column(column.name())
                        .map(old -> column(before, old, column))
                        .orElse(column))
                .toList();
    }

    private Column column(Table table, Column before, Column after) {
        List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        boolean sameType = before.type().equals(after.type()) || isSaidAlike(before.type(), after.type());
        if (!sameType) {
            return after.withDefault(types.hasDefaults() ? after.defaultValue() : before.defaultValue())
                    .withComment(before.comment());
        }
        // A list is never NULL in the language, and a column of the key is always required.
        boolean free = after.type().array() || key.contains(after.name());
        boolean nullable = free ? before.nullable() : after.nullable();
        return after.withType(before.type())
                .withNullable(nullable)
                .withIdentity(identity(table, before, after, key))
                .withDefault(isDefaultSaidAlike(before, after) ? before.defaultValue() : after.defaultValue())
                .withCollation(before.collation())
                .withComment(before.comment())
                .withOptions(before.options());
    }

    /** Whether the language has one word for both. */
    private boolean isSaidAlike(ColumnType before, ColumnType after) {
        return before.array() == after.array() && after.enumName().isEmpty() && types.areSaidAlike(before, after);
    }

    /** There is one word for all kinds of numbering; SQLite numbers the rows of a key without it, too. */
    private Optional<Identity> identity(Table table, Column before, Column after, List<String> key) {
        boolean unsaid = before.identity().isPresent() && !Numbering.canBeSaid(provider, types, table, before);
        if (unsaid || (before.identity().isPresent() && after.identity().isPresent())) {
            return before.identity();
        }
        boolean rowNumber = provider.nativeTypes().isEmpty()
                && key.equals(List.of(after.name()))
                && before.defaultValue().isEmpty();
        return rowNumber && before.identity().isEmpty() ? before.identity() : after.identity();
    }

    private boolean isDefaultSaidAlike(Column before, Column after) {
        return !types.hasDefaults() || said(before).equals(said(after));
    }

    private Optional<String> said(Column column) {
        return defaults.of(
                column.withIdentity(Optional.empty()), types.of(column.type()).map(PulledType::scalar), Map.of());
    }
}
