package dev.flashorm.schema.provider.mongodb;

import dev.flashorm.schema.provider.IndexType;
import java.util.List;

/** MongoDB: what the language describes is a B-tree; full text has its own attribute. */
final class IndexTypes {
    static final List<IndexType> ALL = List.of(IndexType.ofAnyType("BTree"));

    private IndexTypes() {}
}
