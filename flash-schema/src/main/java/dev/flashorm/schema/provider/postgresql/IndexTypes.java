package dev.flashorm.schema.provider.postgresql;

import dev.flashorm.schema.model.FieldType.Scalar;
import dev.flashorm.schema.provider.IndexType;
import dev.flashorm.schema.provider.IndexType.Trait;
import dev.flashorm.schema.provider.OperatorClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Index types and operator classes: PostgreSQL manual, chapters 11 and 64 to 68. */
final class IndexTypes {
    private static final OperatorClass INET = new OperatorClass("InetOps", Set.of("Inet"), Set.of(), false);

    static final List<IndexType> ALL = List.of(
            IndexType.ofAnyType("BTree"),
            IndexType.ofAnyType("Hash", Trait.UNSORTED),
            new IndexType("Gist", Set.of(), Set.of(), Set.of(Scalar.STRING), List.of(INET)),
            new IndexType("Gin", Set.of(Trait.LISTS), Set.of("JsonB"), Set.of(Scalar.JSON), gin()),
            new IndexType(
                    "SpGist",
                    Set.of(Trait.SINGLE_COLUMN),
                    Set.of("Inet", "Text", "VarChar", "Char"),
                    Set.of(Scalar.STRING),
                    List.of(
                            INET,
                            new OperatorClass(
                                    "TextOps", Set.of("Text", "VarChar", "Char"), Set.of(Scalar.STRING), false))),
            brin());

    private IndexTypes() {}

    private static List<OperatorClass> gin() {
        return List.of(
                new OperatorClass("JsonbOps", Set.of("JsonB"), Set.of(Scalar.JSON), false),
                new OperatorClass("JsonbPathOps", Set.of("JsonB"), Set.of(Scalar.JSON), false),
                new OperatorClass("ArrayOps", Set.of(), Set.of(), true));
    }

    private static IndexType brin() {
        BrinClasses classes = new BrinClasses();
        classes.add("Bit", "MinMaxOps", Set.of("Bit"), Set.of());
        classes.add("VarBit", "MinMaxOps", Set.of("VarBit"), Set.of());
        classes.add("Bpchar", "BloomOps MinMaxOps", Set.of("Char"), Set.of());
        classes.add("Bytea", "BloomOps MinMaxOps", Set.of("ByteA"), Set.of(Scalar.BYTES));
        classes.add("Date", BrinClasses.ORDERED, Set.of("Date"), Set.of());
        classes.add("Float4", BrinClasses.ORDERED, Set.of("Real"), Set.of());
        classes.add("Float8", BrinClasses.ORDERED, Set.of("DoublePrecision"), Set.of(Scalar.FLOAT));
        classes.add("Inet", "InclusionOps " + BrinClasses.ORDERED, Set.of("Inet"), Set.of());
        classes.add("Int2", BrinClasses.ORDERED, Set.of("SmallInt"), Set.of());
        classes.add("Int4", BrinClasses.ORDERED, Set.of("Integer"), Set.of(Scalar.INT));
        classes.add("Int8", BrinClasses.ORDERED, Set.of("BigInt"), Set.of(Scalar.BIG_INT));
        classes.add("Numeric", BrinClasses.ORDERED, Set.of("Decimal"), Set.of(Scalar.DECIMAL));
        classes.add("Oid", BrinClasses.ORDERED, Set.of("Oid"), Set.of());
        classes.add("Text", "BloomOps MinMaxOps", Set.of("Text", "VarChar"), Set.of(Scalar.STRING));
        classes.add("Timestamp", BrinClasses.ORDERED, Set.of("Timestamp"), Set.of(Scalar.DATE_TIME));
        classes.add("TimestampTz", BrinClasses.ORDERED, Set.of("Timestamptz"), Set.of());
        classes.add("Time", BrinClasses.ORDERED, Set.of("Time"), Set.of());
        classes.add("TimeTz", BrinClasses.ORDERED, Set.of("Timetz"), Set.of());
        classes.add("Uuid", BrinClasses.ORDERED, Set.of("Uuid"), Set.of());
        return classes.indexType();
    }

    /** BRIN names its operator classes by type and by what a block range keeps. */
    private static final class BrinClasses {
        static final String ORDERED = "BloomOps MinMaxOps MinMaxMultiOps";

        private final List<OperatorClass> classes = new ArrayList<>();
        private final Set<String> nativeTypes = new HashSet<>();
        private final Set<Scalar> scalars = new HashSet<>();

        void add(String type, String kinds, Set<String> natives, Set<Scalar> plain) {
            for (String kind : kinds.split(" ", -1)) {
                classes.add(new OperatorClass(type + kind, natives, plain, false));
            }
            nativeTypes.addAll(natives);
            scalars.addAll(plain);
        }

        IndexType indexType() {
            return new IndexType("Brin", Set.of(), nativeTypes, scalars, classes);
        }
    }
}
