package dev.flashorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabases;
import dev.flashorm.testing.TestServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real violations on real servers. */
class ErrorMappingTest {
    static List<TestServer> servers() {
        return TestDatabases.available();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aUniqueFieldNamesModelAndField(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            shop.insert(shop.session(), 1);
            UniqueViolation violation =
                    violation(UniqueViolation.class, shop, "INSERT INTO customers (id, email) VALUES (2, '1@x.io')");
            assertPlace(violation, "Customer", "email");
            assertThat(violation.code()).isEqualTo("F8002");
            assertThat(violation.getCause()).isInstanceOf(SQLException.class);
            assertThat(violation.getMessage()).contains("Customer.email").doesNotContain("1@x.io");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aUniqueGroupNamesItsFieldsInOrder(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            update(shop, "INSERT INTO customers (id, region, number) VALUES (1, 7, 8)");
            assertPlace(
                    violation(
                            UniqueViolation.class, shop, "INSERT INTO customers (id, region, number) VALUES (2, 7, 8)"),
                    "Customer",
                    "region",
                    "number");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aPrimaryKeyIsUniqueToo(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            shop.insert(shop.session(), 1);
            assertPlace(
                    violation(UniqueViolation.class, shop, "INSERT INTO customers (id, email) VALUES (1, 'y')"),
                    "Customer",
                    "id");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aUniqueViolationByUpdate(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            shop.insert(shop.session(), 1);
            shop.insert(shop.session(), 2);
            assertPlace(
                    violation(UniqueViolation.class, shop, "UPDATE customers SET email = '1@x.io' WHERE id = 2"),
                    "Customer",
                    "email");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aValueWithQuotesDoesNotHideTheNames(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            String hostile = "O'Hara' for key 'orders.PRIMARY` (a)=(b";
            Binder bind = statement -> {
                statement.setInt(1, (int) shop.count() + 1);
                statement.setString(2, hostile);
            };
            String sql = "INSERT INTO customers (id, email) VALUES (?, ?)";
            shop.session().update(sql, bind);
            UniqueViolation violation = catchThrowableOfType(
                    UniqueViolation.class, () -> shop.session().update(sql, bind));
            assertPlace(violation, "Customer", "email");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aForeignKeyToNothing(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            ForeignKeyViolation violation =
                    violation(ForeignKeyViolation.class, shop, "INSERT INTO orders (id, customer_id) VALUES (1, 99)");
            if (shop.name() == DatabaseName.SQLITE) {
                // SQLite does not say which of a table's foreign keys it was.
                assertPlace(violation, "Order");
            } else {
                assertPlace(violation, "Order", "customerId");
                assertThat(violation.constraint()).isEqualTo("orders_customer_id_fkey");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aReferencedRecordCannotBeDeleted(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            shop.insert(shop.session(), 1);
            update(shop, "INSERT INTO orders (id, customer_id) VALUES (1, 1)");
            ForeignKeyViolation violation =
                    violation(ForeignKeyViolation.class, shop, "DELETE FROM customers WHERE id = 1");
            assertThat(violation.code()).isEqualTo("F8003");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aRequiredFieldWithoutValue(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            assertPlace(
                    violation(NotNullViolation.class, shop, "INSERT INTO customers (id, full_name) VALUES (1, NULL)"),
                    "Customer",
                    "fullName");
            assertPlace(
                    violation(NotNullViolation.class, shop, "INSERT INTO orders (id) VALUES (1)"),
                    "Order",
                    "customerId");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aCheck(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            CheckViolation violation =
                    violation(CheckViolation.class, shop, "INSERT INTO customers (id, age) VALUES (1, -1)");
            assertPlace(violation, "Customer", "age");
            assertThat(violation.constraint()).isEqualTo("customers_age_check");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aBatchNamesWhatFailedAndLeavesNothing(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            UniqueViolation violation = catchThrowableOfType(
                    UniqueViolation.class,
                    () -> shop.session().batch("INSERT INTO customers (id, email) VALUES (?, ?)", 10, (s, i) -> {
                        s.setInt(1, i);
                        s.setString(2, (i % 9) + "@x.io");
                    }));
            assertPlace(violation, "Customer", "email");
            assertThat(shop.count()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anythingElseKeepsTheDriversText(TestServer server) {
        try (Shop shop = Shop.on(server)) {
            String sql = "SELECT 1 FROM nowhere";
            StatementFailure failure = catchThrowableOfType(
                    StatementFailure.class, () -> shop.session().query(sql, Binder.NONE, rows -> 0));
            assertThat(failure.sql()).isEqualTo(sql);
            assertThat(failure).hasMessageContaining("nowhere");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void withoutNamesTheDatabasesOwnAreGiven(TestServer server) {
        try (Shop shop = Shop.on(server);
                FlashDatabase nameless = FlashDatabase.connect(shop.scene().url())) {
            shop.insert(nameless.session(), 1);
            UniqueViolation violation =
                    catchThrowableOfType(UniqueViolation.class, () -> shop.insert(nameless.session(), 1));
            assertThat(violation.model()).isEqualTo("customers");
        }
    }

    private static <T extends ConstraintViolation> T violation(Class<T> type, Shop shop, String sql) {
        return catchThrowableOfType(type, () -> update(shop, sql));
    }

    private static void update(Shop shop, String sql) {
        assertThat(shop.session().update(sql, Binder.NONE)).isEqualTo(1);
    }

    private static void assertPlace(ConstraintViolation violation, String model, String... fields) {
        assertThat(violation.model()).isEqualTo(model);
        assertThat(violation.fields()).containsExactly(fields);
    }
}
