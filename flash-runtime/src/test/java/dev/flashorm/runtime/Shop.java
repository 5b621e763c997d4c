package dev.flashorm.runtime;

import dev.flashorm.runtime.error.ModelNames;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestServer;

/** A small database with one constraint of every kind, on any server. */
final class Shop implements AutoCloseable {
    static final ModelNames NAMES = ModelNames.builder()
            .table("customers", "Customer")
            .table("orders", "Order")
            .column("customers", "full_name", "fullName")
            .column("orders", "customer_id", "customerId")
            .constraint("customers", "customers_pkey", "id")
            .constraint("customers", "PRIMARY", "id")
            .constraint("customers", "customers_email_key", "email")
            .constraint("customers", "customers_region_number_key", "region", "number")
            .constraint("customers", "customers_age_check", "age")
            .constraint("orders", "PRIMARY", "id")
            .constraint("orders", "orders_customer_id_fkey", "customerId")
            .build();

    private final TestDatabase scene;
    final FlashDatabase database;

    private Shop(TestDatabase scene, String parameters) {
        this.scene = scene;
        createTables(scene);
        database = FlashDatabase.connect(scene.url() + parameters, NAMES);
    }

    static Shop on(TestServer server) {
        return new Shop(server.create(), "");
    }

    /** @param parameters of the URL, {@code name=value&…} */
    static Shop on(TestServer server, String parameters) {
        TestDatabase scene = server.create();
        return new Shop(scene, (scene.url().indexOf('?') < 0 ? "?" : "&") + parameters);
    }

    static void createTables(TestDatabase scene) {
        String text = scene.name() == DatabaseName.SQLITE ? "text" : "varchar(80)";
        String engine =
                scene.name() == DatabaseName.SQLITE || scene.name() == DatabaseName.POSTGRESQL ? "" : " engine=InnoDB";
        scene.execute(
                "create table customers (id integer not null, email " + text + ", full_name " + text
                        + " not null default 'x', region integer, number integer, age integer,"
                        + " constraint customers_pkey primary key (id),"
                        + " constraint customers_email_key unique (email),"
                        + " constraint customers_region_number_key unique (region, number),"
                        + " constraint customers_age_check check (age >= 0))" + engine,
                "create table orders (id integer not null primary key, customer_id integer not null,"
                        + " constraint orders_customer_id_fkey foreign key (customer_id) references customers (id))"
                        + engine);
    }

    DatabaseName name() {
        return scene.name();
    }

    TestDatabase scene() {
        return scene;
    }

    Session session() {
        return database.session();
    }

    long insert(Session session, int id) {
        return session.update("INSERT INTO customers (id, email) VALUES (?, ?)", statement -> {
            statement.setInt(1, id);
            statement.setString(2, id + "@x.io");
        });
    }

    long count() {
        return count(session());
    }

    long count(Session session) {
        return session.query("SELECT count(*) FROM customers", Binder.NONE, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    String text(String sql) {
        return text(session(), sql);
    }

    String text(Session session, String sql) {
        return session.query(sql, Binder.NONE, rows -> {
            rows.next();
            return rows.getString(1);
        });
    }

    @Override
    public void close() {
        database.close();
        scene.close();
    }
}
