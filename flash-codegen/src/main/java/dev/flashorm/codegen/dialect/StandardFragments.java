package dev.flashorm.codegen.dialect;

import dev.flashorm.codegen.ir.Fragment;
import java.util.EnumMap;
import java.util.Map;

/** The pieces of SQL that all databases write alike. */
public final class StandardFragments {
    private StandardFragments() {}

    /** A new map, for a dialect to add to. */
    public static Map<Fragment, String> fragments() {
        Map<Fragment, String> fragments = new EnumMap<>(Fragment.class);
        fragments.put(Fragment.EQ, "{} = ?");
        fragments.put(Fragment.NE, "{} <> ?");
        fragments.put(Fragment.LT, "{} < ?");
        fragments.put(Fragment.LTE, "{} <= ?");
        fragments.put(Fragment.GT, "{} > ?");
        fragments.put(Fragment.GTE, "{} >= ?");
        fragments.put(Fragment.BETWEEN, "{} BETWEEN ? AND ?");
        fragments.put(Fragment.IS_NULL, "{} IS NULL");
        fragments.put(Fragment.IS_NOT_NULL, "{} IS NOT NULL");
        fragments.put(Fragment.IN, "{} IN ({list})");
        fragments.put(Fragment.NOT_IN, "{} NOT IN ({list})");
        fragments.put(Fragment.LIKE, "{} LIKE ? ESCAPE '!'");
        fragments.put(Fragment.CONTAINS, "{} LIKE ? ESCAPE '!'");
        fragments.put(Fragment.STARTS_WITH, "{} LIKE ? ESCAPE '!'");
        fragments.put(Fragment.ENDS_WITH, "{} LIKE ? ESCAPE '!'");
        fragments.put(Fragment.EQ_IGNORE_CASE, "LOWER({}) = LOWER(?)");
        fragments.put(Fragment.LIKE_IGNORE_CASE, "LOWER({}) LIKE LOWER(?) ESCAPE '!'");
        fragments.put(Fragment.ASC, "{}");
        fragments.put(Fragment.DESC, "{} DESC");
        fragments.put(Fragment.ASC_NULLS_FIRST, "{} ASC NULLS FIRST");
        fragments.put(Fragment.ASC_NULLS_LAST, "{} ASC NULLS LAST");
        fragments.put(Fragment.DESC_NULLS_FIRST, "{} DESC NULLS FIRST");
        fragments.put(Fragment.DESC_NULLS_LAST, "{} DESC NULLS LAST");
        fragments.put(Fragment.LIMIT, " LIMIT ?");
        fragments.put(Fragment.OFFSET, " OFFSET ?");
        fragments.put(Fragment.LIMIT_OFFSET, " LIMIT ? OFFSET ?");
        fragments.put(Fragment.SET, "{} = ?");
        fragments.put(Fragment.INCREMENT, "{} = {current} + ?");
        fragments.put(Fragment.DECREMENT, "{} = {current} - ?");
        fragments.put(Fragment.MULTIPLY, "{} = {current} * ?");
        fragments.put(Fragment.DIVIDE, "{} = {current} / ?");
        fragments.put(Fragment.DEFAULT_ROW, "DEFAULT VALUES");
        fragments.put(Fragment.INSERT_SKIPPING, "INSERT INTO {} ON CONFLICT DO NOTHING");
        fragments.put(Fragment.UPSERT, " ON CONFLICT ({}) DO UPDATE SET ");
        fragments.put(Fragment.DELETE, "DELETE FROM {} AS t0");
        fragments.put(Fragment.KEYS_IN, "{} IN ({list})");
        fragments.put(Fragment.FOR_UPDATE, " FOR UPDATE");
        fragments.put(Fragment.FOR_SHARE, " FOR SHARE");
        fragments.put(Fragment.SKIP_LOCKED, " SKIP LOCKED");
        fragments.put(Fragment.NO_WAIT, " NOWAIT");
        fragments.put(Fragment.COUNT, "COUNT({})");
        fragments.put(Fragment.SUM, "SUM({})");
        fragments.put(Fragment.COUNT_DISTINCT, "COUNT(DISTINCT {})");
        fragments.put(Fragment.AVG, "AVG({})");
        fragments.put(Fragment.AVG_DECIMAL, "AVG({})");
        fragments.put(Fragment.MIN, "MIN({})");
        fragments.put(Fragment.MAX, "MAX({})");
        return fragments;
    }
}
