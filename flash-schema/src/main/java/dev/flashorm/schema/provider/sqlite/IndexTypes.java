package dev.flashorm.schema.provider.sqlite;

import dev.flashorm.schema.provider.IndexType;
import java.util.List;

/** SQLite: every index is a B-tree. */
final class IndexTypes {
    static final List<IndexType> ALL = List.of(IndexType.ofAnyType("BTree"));

    private IndexTypes() {}
}
