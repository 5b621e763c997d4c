package dev.flashorm.schema.provider.mysql;

import dev.flashorm.schema.provider.IndexType;
import java.util.List;

/** MySQL: InnoDB has B-trees only; it takes `HASH` and makes a B-tree of it (manual, 13.1.15). */
final class IndexTypes {
    static final List<IndexType> ALL = List.of(IndexType.ofAnyType("BTree"));

    private IndexTypes() {}
}
