package dev.flashorm.schema.validate;

import dev.flashorm.schema.source.Span;
import dev.flashorm.schema.syntax.Declaration;
import dev.flashorm.schema.syntax.Declaration.ModelDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model, view or composite type with its fields by name and, once its attributes are read, its keys. */
final class ResolvedBlock {
    private final Declaration.WithFields syntax;
    private final Map<String, ResolvedField> fields = new LinkedHashMap<>();
    private final List<ResolvedKey> indexes = new ArrayList<>();
    private @Nullable ResolvedKey primaryKey;
    private @Nullable ResolvedKey shardKey;

    ResolvedBlock(Declaration.WithFields syntax) {
        this.syntax = syntax;
    }

    Declaration.WithFields syntax() {
        return syntax;
    }

    String name() {
        return syntax.name().text();
    }

    Span nameSpan() {
        return syntax.name().span();
    }

    /** `model`, `view` or `type`. */
    String keyword() {
        return syntax.keyword();
    }

    boolean isView() {
        return syntax instanceof ModelDeclaration model && model.isView();
    }

    /** `@@ignore`. */
    boolean isIgnored() {
        return syntax.attribute("ignore").isPresent();
    }

    /** The table's name: `@@map`, else the model's own. */
    String databaseName() {
        return syntax.attribute("map")
                .flatMap(map -> map.arguments().mainString("name"))
                .orElse(name());
    }

    /** `@@schema`. */
    Optional<String> schemaName() {
        return syntax.attribute("schema").flatMap(schema -> schema.arguments().mainString("map"));
    }

    void add(ResolvedField field) {
        fields.putIfAbsent(field.name(), field);
    }

    Collection<ResolvedField> fields() {
        return fields.values();
    }

    Collection<String> fieldNames() {
        return fields.keySet();
    }

    Optional<ResolvedField> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    List<ResolvedField> columns() {
        return fields.values().stream().filter(field -> !field.isRelation()).toList();
    }

    void setPrimaryKey(ResolvedKey key) {
        primaryKey = key;
    }

    Optional<ResolvedKey> primaryKey() {
        return Optional.ofNullable(primaryKey);
    }

    void setShardKey(ResolvedKey key) {
        shardKey = key;
    }

    Optional<ResolvedKey> shardKey() {
        return Optional.ofNullable(shardKey);
    }

    void addIndex(ResolvedKey index) {
        indexes.add(index);
    }

    /** Uniques, indexes and full text indexes; not the primary key. */
    List<ResolvedKey> indexes() {
        return indexes;
    }

    /** The primary key and the uniques. */
    List<ResolvedKey> uniqueKeys() {
        List<ResolvedKey> keys = new ArrayList<>();
        primaryKey().ifPresent(keys::add);
        for (ResolvedKey index : indexes) {
            if (index.kind() == ResolvedKey.Kind.UNIQUE) {
                keys.add(index);
            }
        }
        return keys;
    }

    /** The keys and indexes, the primary key first. */
    List<ResolvedKey> allKeys() {
        List<ResolvedKey> keys = new ArrayList<>();
        primaryKey().ifPresent(keys::add);
        keys.addAll(indexes);
        return keys;
    }
}
