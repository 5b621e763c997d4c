package dev.flashorm.codegen.java;

import com.palantir.javapoet.ClassName;

/** The classes that generated code names; the runtime is no dependency of the generator. */
final class RuntimeNames {
    static final String RUNTIME = "dev.flashorm.runtime";
    static final String QUERY = RUNTIME + ".query";

    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    static final ClassName LIST = ClassName.get("java.util", "List");
    static final ClassName OPTIONAL = ClassName.get("java.util", "Optional");
    static final ClassName CONSUMER = ClassName.get("java.util.function", "Consumer");
    static final ClassName FUNCTION = ClassName.get("java.util.function", "Function");
    static final ClassName RESULT_SET = ClassName.get("java.sql", "ResultSet");
    static final ClassName PREPARED_STATEMENT = ClassName.get("java.sql", "PreparedStatement");
    static final ClassName SQL_EXCEPTION = ClassName.get("java.sql", "SQLException");
    static final ClassName DATA_SOURCE = ClassName.get("javax.sql", "DataSource");

    static final ClassName SQL_STATEMENT = ClassName.get(QUERY, "SqlStatement");
    static final ClassName FLASH_DATABASE = ClassName.get(RUNTIME, "FlashDatabase");
    static final ClassName STATEMENT_LISTENER = ClassName.get(RUNTIME, "StatementListener");
    static final ClassName TRANSACTION_OPTIONS = ClassName.get(RUNTIME, "TransactionOptions");
    static final ClassName NOT_FOUND = ClassName.get(RUNTIME, "RecordNotFoundException");
    static final ClassName STALE = ClassName.get(RUNTIME, "StaleRecordException");
    static final ClassName DATABASE_KIND = ClassName.get(RUNTIME, "DatabaseKind");
    static final ClassName MODEL_NAMES = ClassName.get(RUNTIME + ".error", "ModelNames");

    static final ClassName SQL_TYPE = ClassName.get(QUERY + ".type", "SqlType");
    static final ClassName JSON = query("Json");
    static final ClassName IDS = query("Ids");
    static final ClassName SCOPE = query("Scope");
    static final ClassName HOOKS = query("Hooks");
    static final ClassName MODEL_HOOKS = query("ModelHooks");
    static final ClassName ROW_HOOKS = query("RowHooks");
    static final ClassName TABLE = query("Table");
    static final ClassName JOIN_TABLE = query("JoinTable");
    static final ClassName UNIQUE_KEY = query("UniqueKey");
    static final ClassName TO_ONE = query("ToOne");
    static final ClassName TO_MANY = query("ToMany");
    static final ClassName INSERT = query("Insert");
    static final ClassName CHANGES = query("Changes");
    static final ClassName NUMBER_CHANGE = query("NumberChange");
    static final ClassName MODEL_TABLE = query("ModelTable");
    static final ClassName FIXED_TABLE = query("FixedTable");
    static final ClassName VIEW_TABLE = query("ViewTable");
    static final ClassName DIALECT = query("Dialect");
    static final ClassName FRAGMENT = query("Fragment");

    static final ClassName DOCUMENT_TABLE = document("DocumentTable");
    static final ClassName DOCUMENT_TYPE = document("DocumentType");
    static final ClassName DOCUMENT_INSERT = document("DocumentInsert");
    static final ClassName OBJECT_IDS = document("ObjectIds");
    static final ClassName MONGODB_ENGINE = document("MongodbEngine");
    static final ClassName MONGODB_DATABASE = ClassName.get(RUNTIME + ".mongodb", "MongodbDatabase");
    static final ClassName MONGO_CLIENT = ClassName.get("com.mongodb.client", "MongoClient");
    static final ClassName BSON_READER = ClassName.get("org.bson", "BsonReader");
    static final ClassName BSON_WRITER = ClassName.get("org.bson", "BsonWriter");
    static final ClassName BSON_TYPE = ClassName.get("org.bson", "BsonType");

    private RuntimeNames() {}

    private static ClassName document(String name) {
        return ClassName.get(QUERY + ".mongodb", name);
    }

    static ClassName query(String name) {
        return ClassName.get(QUERY, name);
    }

    /** The column types of a provider: `PostgresqlTypes`. */
    static ClassName types(String provider) {
        String name = Character.toUpperCase(provider.charAt(0)) + provider.substring(1);
        return ClassName.get(QUERY + "." + provider, name + "Types");
    }
}
