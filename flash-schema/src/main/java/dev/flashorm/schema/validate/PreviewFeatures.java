package dev.flashorm.schema.validate;

import java.util.Set;

/**
 * The flags of the reference implementation. Flash reads them so that a schema can stay as it is, and needs none of
 * them.
 */
final class PreviewFeatures {
    private static final Set<String> ACTIVE = Set.of(
            "nativeDistinct",
            "partialIndexes",
            "postgresqlExtensions",
            "relationJoins",
            "schemaEngineDriverAdapters",
            "shardKeys",
            "strictUndefinedChecks",
            "typedSql",
            "views");

    private static final Set<String> STABLE = Set.of(
            "aggregateApi",
            "atomicNumberOperations",
            "clientExtensions",
            "cockroachdb",
            "connectOrCreate",
            "createMany",
            "dataProxy",
            "deno",
            "distinct",
            "driverAdapters",
            "extendedIndexes",
            "extendedWhereUnique",
            "fieldReference",
            "filterJson",
            "filteredRelationCount",
            "fullTextIndex",
            "fullTextSearch",
            "groupBy",
            "improvedQueryRaw",
            "insensitiveFilters",
            "interactiveTransactions",
            "jsonProtocol",
            "metrics",
            "microsoftSqlServer",
            "middlewares",
            "mongoDb",
            "mongodb",
            "multiSchema",
            "nApi",
            "namedConstraints",
            "nativeTypes",
            "omitApi",
            "orderByAggregateGroup",
            "orderByNulls",
            "orderByRelation",
            "prismaSchemaFolder",
            "queryCompiler",
            "referentialActions",
            "referentialIntegrity",
            "selectRelationCount",
            "tracing",
            "transactionApi",
            "uncheckedScalarInputs");

    private PreviewFeatures() {}

    static Set<String> known() {
        return ACTIVE;
    }

    static boolean isKnown(String name, String provider) {
        boolean onlyHere = name.equals("fullTextSearchPostgres") && provider.equals("postgresql");
        return onlyHere || ACTIVE.contains(name) || STABLE.contains(name);
    }

    /** Whether what the flag once switched on is always on. */
    static boolean isStable(String name) {
        return STABLE.contains(name);
    }

    /** The new name of a flag for a provider; empty when it has none. */
    static String renamed(String name, String provider) {
        return name.equals("fullTextSearch") && provider.equals("postgresql") ? "fullTextSearchPostgres" : "";
    }
}
