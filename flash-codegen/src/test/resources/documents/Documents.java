package cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import db.*;
import dev.flashorm.runtime.*;
import dev.flashorm.runtime.query.Condition;
import dev.flashorm.runtime.query.Json;
import dev.flashorm.runtime.query.mongodb.ObjectIds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/** Each public method is one case; it begins with an empty database. */
public final class Documents {
    private Documents() {}

    private static final Address HOME = new Address("Gasse 1", "Bern", Level.GOLD, new Point(1.5, -2), List.of(3, 4));

    private static Address street(String street) {
        return new Address(street, null, Level.SILVER, null, List.of());
    }

    private static MongoCollection<Document> customers(AppDb db) {
        return db.database().driver().getCollection("customers");
    }

    public static void everyTypeComesBack(AppDb db) {
        Customer made = db.customers()
                .create(NewCustomer.of("Ann", HOME)
                        .withNick("é😀\u0000")
                        .withLevel(Level.GOLD)
                        .withLevels(List.of(Level.GOLD, Level.SILVER))
                        .withScores(List.of(1, -2))
                        .withFar(7)
                        .withBig(Long.MIN_VALUE)
                        .withRatio(Double.POSITIVE_INFINITY)
                        .withPhoto(new byte[] {0, -1})
                        .withSeen(Instant.parse("1969-12-31T23:59:59.001Z"))
                        .withMarked(Instant.parse("2100-01-01T00:00:01Z"))
                        .withExtra(Json.parse("{\"b\": [1, 2.5, null, 9223372036854775808], \"a\": {}}"))
                        .withWork(street("Weg"))
                        .withOthers(List.of(HOME, street("Pfad"))));
        Customer read = db.customers().get(made.id());
        for (Customer customer : List.of(made, read)) {
            assertThat(customer.id()).hasSize(24);
            assertThat(customer.nick()).isEqualTo("é😀\u0000");
            assertThat(customer.level()).isEqualTo(Level.GOLD);
            assertThat(customer.levels()).containsExactly(Level.GOLD, Level.SILVER);
            assertThat(customer.scores()).containsExactly(1, -2);
            assertThat(customer.far()).isEqualTo(7);
            assertThat(customer.big()).isEqualTo(Long.MIN_VALUE);
            assertThat(customer.ratio()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(customer.photo()).containsExactly(0, -1);
            assertThat(customer.seen()).isEqualTo("1969-12-31T23:59:59.001Z");
            assertThat(customer.marked()).isEqualTo("2100-01-01T00:00:01Z");
            assertThat(customer.extra())
                    .isEqualTo(Json.parse("{\"a\": {}, \"b\": [1, 2.5, null, 9223372036854775808]}"));
            assertThat(customer.home()).isEqualTo(HOME);
            assertThat(customer.work()).isEqualTo(street("Weg"));
            assertThat(customer.others()).containsExactly(HOME, street("Pfad"));
        }
    }

    public static void theDocumentIsWhatOthersExpect(AppDb db) {
        Customer made = db.customers().create(NewCustomer.of("Ann", HOME).withPhoto(new byte[] {1}));
        Document document = customers(db).find().first();
        assertThat(document.get("_id")).isEqualTo(new ObjectId(made.id()));
        assertThat(document.get("far")).isEqualTo(1L);
        assertThat(document.get("level")).isEqualTo("SILVER");
        assertThat(document.get("photo")).isEqualTo(new Binary(new byte[] {1}));
        assertThat(document).doesNotContainKeys("nick", "work", "seen_at", "extra");
        Document home = document.get("home", Document.class);
        assertThat(home.keySet()).containsExactly("street", "town", "kind", "at", "rooms");
        assertThat(home.get("kind")).isEqualTo("gold!");
    }

    public static void documentsOfOthersAreRead(AppDb db) {
        customers(db).insertOne(new Document("unknown", new Document("deep", List.of(1)))
                .append("name", "Bob")
                .append("nick", null)
                .append("level", "gold!")
                .append("far", 3.0)
                .append("big", 5)
                .append("home", new Document("kind", "SILVER").append("street", "S").append("more", 1))
                .append("others", null));
        Customer bob = db.customers().findByName("Bob").orElseThrow();
        assertThat(bob.nick()).isNull();
        assertThat(bob.far()).isEqualTo(3);
        assertThat(bob.big()).isEqualTo(5);
        assertThat(bob.home()).isEqualTo(street("S"));
        assertThat(bob.scores()).isEmpty();
        assertThat(bob.others()).isEmpty();
        assertThat(db.customers().where(Customers.NICK.isNull(), Customers.WORK.isNull(), Customers.SCORES.isEmpty()).count())
                .isEqualTo(1);
    }

    public static void aDocumentThatDoesNotFitSaysWhy(AppDb db) {
        customers(db).insertOne(new Document("name", "Cy").append("level", "gold!"));
        assertThatThrownBy(() -> db.customers().list())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Customer")
                .hasMessageContaining("far");
        customers(db).updateOne(new Document(), new Document("$set", new Document("far", "many")));
        assertThatThrownBy(() -> db.customers().list())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("STRING")
                .hasMessageContaining("BigInt".substring(3));
        customers(db).updateOne(new Document(), new Document("$set", new Document("far", 1L << 40)));
        assertThatThrownBy(() -> db.customers().list()).hasMessageContaining("too large for Int");
        customers(db).updateOne(new Document(), new Document("$set", new Document("level", "iron")));
        assertThatThrownBy(() -> db.customers().list()).hasMessageContaining("iron");
    }

    public static void compositesHaveConditions(AppDb db) {
        db.customers().create(NewCustomer.of("Ann", HOME).withOthers(List.of(street("A"), HOME)));
        db.customers().create(NewCustomer.of("Bob", street("B")).withWork(HOME));
        assertThat(names(db, Customers.HOME.is(Addresses.CITY.eq("Bern")))).containsExactly("Ann");
        assertThat(names(db, Customers.HOME.eqIfPresent(HOME))).containsExactly("Ann");
        assertThat(names(db, Customers.HOME.eqIfPresent(null))).hasSize(names(db, Condition.and()).size());
        assertThat(names(db, Customers.HOME.is(Addresses.AT.is(Points.X.gt(1.0))))).containsExactly("Ann");
        assertThat(names(db, Customers.HOME.is(Addresses.ROOMS.has(4)))).containsExactly("Ann");
        assertThat(names(db, Customers.HOME.isNot(Addresses.STREET.startsWith("Gasse")))).containsExactly("Bob");
        // No city is neither Bern nor not Bern.
        assertThat(names(db, Condition.not(Customers.HOME.is(Addresses.CITY.eq("Bern"))))).isEmpty();
        assertThat(names(db, Customers.HOME.eq(HOME))).containsExactly("Ann");
        assertThat(names(db, Customers.WORK.isNull())).containsExactly("Ann");
        assertThat(names(db, Customers.WORK.isNot(Addresses.CITY.eq("Genf")))).containsExactly("Ann", "Bob");
        assertThat(names(db, Customers.OTHERS.some(Addresses.CITY.eq("Bern").and(Addresses.KIND.eq(Level.GOLD)))))
                .containsExactly("Ann");
        assertThat(names(db, Customers.OTHERS.some(Addresses.STREET.eq("A").and(Addresses.KIND.eq(Level.GOLD)))))
                .isEmpty();
        assertThat(names(db, Customers.OTHERS.every(Addresses.KIND.eq(Level.GOLD)))).containsExactly("Bob");
        assertThat(names(db, Customers.OTHERS.none(Addresses.STREET.eq("A")))).containsExactly("Bob");
        assertThat(names(db, Condition.not(Customers.OTHERS.some(Addresses.STREET.eq("A"))))).containsExactly("Bob");
        assertThat(names(db, Customers.OTHERS.isEmpty())).containsExactly("Bob");
        assertThat(names(db, Customers.OTHERS.some(Condition.absent()))).containsExactly("Ann");
        assertThat(names(db, Customers.OTHERS.eq(List.of(street("A"), HOME)))).containsExactly("Ann");
        assertThat(names(db, Customers.OTHERS.eqIfPresent(List.of(street("A"), HOME)))).containsExactly("Ann");
        assertThat(names(db, Customers.OTHERS.eqIfPresent(null))).hasSize(2);
    }

    public static void listsHaveConditions(AppDb db) {
        db.customers().create(NewCustomer.of("Ann", HOME).withScores(List.of(1, 2, 3)));
        db.customers().create(NewCustomer.of("Bob", HOME).withScores(List.of(3)));
        db.customers().create(NewCustomer.of("Cy", HOME));
        assertThat(names(db, Customers.SCORES.has(3))).containsExactly("Ann", "Bob");
        assertThat(names(db, Customers.SCORES.hasEvery(List.of(1, 3)))).containsExactly("Ann");
        assertThat(names(db, Customers.SCORES.hasEvery(List.of()))).containsExactly("Ann", "Bob", "Cy");
        assertThat(names(db, Customers.SCORES.hasSome(List.of(1, 9)))).containsExactly("Ann");
        assertThat(names(db, Customers.SCORES.hasSome(List.of()))).isEmpty();
        assertThat(names(db, Customers.SCORES.eq(List.of(3)))).containsExactly("Bob");
        assertThat(names(db, Customers.SCORES.eq(List.of()))).containsExactly("Cy");
        assertThat(names(db, Customers.SCORES.isEmpty())).containsExactly("Cy");
        assertThat(names(db, Condition.not(Customers.SCORES.has(1)))).containsExactly("Bob", "Cy");
    }

    public static void changesOfDocuments(AppDb db) {
        String id = db.customers().create(NewCustomer.of("Ann", HOME).withNick("n")).id();
        assertThat(db.customers().update(id, s -> s.nickNull().work(HOME).others(List.of()).far().increment(4)))
                .isTrue();
        Customer ann = db.customers().get(id);
        assertThat(ann.nick()).isNull();
        assertThat(ann.work()).isEqualTo(HOME);
        assertThat(ann.far()).isEqualTo(5);
        assertThat(customers(db).find().first()).doesNotContainKey("nick");
        assertThat(db.customers().delete(id)).isTrue();
        assertThat(db.customers().findById(id)).isEmpty();
    }

    public static void keysAreObjectIds(AppDb db) {
        assertThatThrownBy(() -> db.customers().findById("x")).hasMessageContaining("24 hexadecimal digits");
        String id = ObjectIds.create();
        assertThat(db.customers().create(NewCustomer.of("Ann", HOME).withId(id)).id()).isEqualTo(id);
        Order first = db.orders().create(NewOrder.of("first"));
        Order second = db.orders().create(NewOrder.of("second"));
        db.customers().update(id, s -> s.orderIds(List.of(second.id(), first.id(), ObjectIds.create())));
        List<List<String>> loaded = db.customers()
                .with(Customers.ORDERS.orderBy(Orders.WHAT.asc()), (customer, orders) -> orders.stream().map(Order::what).toList())
                .list();
        assertThat(loaded).containsExactly(List.of("first", "second"));
        assertThat(names(db, Customers.ORDERS.some(Orders.WHAT.eq("second")))).containsExactly("Ann");
    }

    public static void aUniqueValueThatIsThere(AppDb db) {
        customers(db).createIndex(new Document("name", 1), new IndexOptions().unique(true).name("customers_name_key"));
        String id = db.customers().create(NewCustomer.of("Ann", HOME)).id();
        db.customers().create(NewCustomer.of("Bob", HOME));
        assertThatThrownBy(() -> db.customers().create(NewCustomer.of("Ann", HOME)))
                .isInstanceOfSatisfying(UniqueViolation.class, e -> {
                    assertThat(e.model()).isEqualTo("Customer");
                    assertThat(e.fields()).containsExactly("name");
                    assertThat(e.getMessage()).doesNotContain("Ann");
                });
        assertThatThrownBy(() -> db.customers().update(id, s -> s.name("Bob"))).isInstanceOf(UniqueViolation.class);
        assertThatThrownBy(() -> db.customers().create(NewCustomer.of("Cy", HOME).withId(id)))
                .isInstanceOfSatisfying(UniqueViolation.class, e -> assertThat(e.fields()).containsExactly("id"));
        assertThatThrownBy(() -> db.customers()
                        .createMany(List.of(NewCustomer.of("X", HOME), NewCustomer.of("Ann", HOME), NewCustomer.of("Y", HOME))))
                .isInstanceOf(UniqueViolation.class);
        assertThat(db.customers().count()).isEqualTo(2);
    }

    public static void hostileTextStaysText(AppDb db) {
        List<String> hostile = List.of("$where", "{\"$gt\": \"\"}", "a.b", "\\Q.*\\E", "(?i)x", "^$|[", "\u0000", "#x y", "");
        List<NewCustomer> drafts = new ArrayList<>();
        hostile.forEach(text -> drafts.add(NewCustomer.of("n" + text, HOME).withNick(text)));
        db.customers().createMany(drafts);
        for (String text : hostile) {
            assertThat(names(db, Customers.NICK.eq(text))).containsExactly("n" + text);
            assertThat(names(db, Customers.NAME.eq("n" + text), Customers.NICK.contains(text))).hasSize(1);
            assertThat(names(db, Customers.NAME.startsWith("n" + text), Customers.NAME.endsWith(text))).contains("n" + text);
            assertThat(names(db, Customers.NAME.containsIgnoreCase("N" + text))).contains("n" + text);
        }
        assertThat(names(db, Customers.NICK.contains(".*"))).containsExactly("n\\Q.*\\E");
        assertThat(names(db, Customers.NAME.endsWith("b\n"))).isEmpty();
    }

    public static void streamsAreReadWhenTheyAreAskedFor(AppDb db) {
        List<NewOrder> drafts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            drafts.add(NewOrder.of("order " + i));
        }
        db.orders().createMany(drafts);
        List<String> commands = new ArrayList<>();
        StatementListener.Subscription listening = db.listen(event -> commands.add(event.sql()));
        List<String> seen = new ArrayList<>();
        db.orders().where(Orders.WHAT.ne("order 5")).forEach(7, order -> seen.add(order.what()));
        assertThat(seen).hasSize(999).doesNotHaveDuplicates();
        try (Stream<Order> some = db.orders().orderBy(Orders.WHAT.asc()).stream()) {
            assertThat(some.limit(2).map(Order::what)).containsExactly("order 0", "order 1");
        }
        try (Stream<Order> none = db.orders().take(0).stream()) {
            assertThat(none).isEmpty();
        }
        assertThatThrownBy(() -> db.orders().forUpdate().stream()).isInstanceOf(UnsupportedOperationException.class);
        listening.close();
        db.orders().count();
        assertThat(commands).containsExactly("find Order", "find Order");
        customers(db).insertOne(new Document("name", "broken"));
        assertThatThrownBy(() -> db.customers().forEach(1, customer -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Customer");
    }

    public static void duplicatesAreSkipped(AppDb db) {
        customers(db).createIndex(new Document("name", 1), new IndexOptions().unique(true).name("customers_name_key"));
        db.customers().create(NewCustomer.of("Ann", HOME));
        assertThat(db.customers()
                        .createManySkippingDuplicates(
                                List.of(NewCustomer.of("Bob", HOME), NewCustomer.of("Ann", street("x")), NewCustomer.of("Cy", HOME))))
                .isEqualTo(2);
        assertThat(names(db)).containsExactly("Ann", "Bob", "Cy");
        assertThat(db.customers().findByName("Ann").orElseThrow().home()).isEqualTo(HOME);
    }

    public static void hooksRunAroundWrites(AppDb db) {
        AppDb hooked = db.withHooks(hooks -> {
            hooks.orders().beforeCreate((tx, draft) -> draft.withWhat(draft.what() + "!"));
            hooks.orders().beforeUpdate((tx, changes) -> changes.what("changed"));
            hooks.orders().beforeDelete((tx, order) -> {
                if (order.what().equals("kept!")) {
                    throw new IllegalStateException("no");
                }
            });
        });
        Order made = hooked.orders().create(NewOrder.of("a"));
        assertThat(made.what()).isEqualTo("a!");
        hooked.orders().update(made.id(), s -> s.what("b"));
        assertThat(db.orders().get(made.id()).what()).isEqualTo("changed");
        hooked.orders().save(made);
        assertThat(hooked.orders().upsert(NewOrder.of("x").withId(made.id()), Orders.BY_ID, s -> s.customerIds(List.of())).what())
                .isEqualTo("changed");
        assertThat(hooked.orders().delete(made.id())).isTrue();
        hooked.orders().createMany(List.of(NewOrder.of("b"), NewOrder.of("kept")));
        assertThatThrownBy(() -> hooked.orders().deleteAll()).hasMessage("no");
        assertThat(db.orders().list()).extracting(Order::what).containsExactlyInAnyOrder("b!", "kept!");
        assertThat(hooked.orders().where(Orders.WHAT.eq("b!")).deleteMany()).isEqualTo(1);
        assertThat(hooked.orders().upsert(NewOrder.of("c"), Orders.BY_ID, s -> s.what("no")).what()).isEqualTo("c!");
    }

    public static void hooksAfterWritesNeedATransaction(AppDb db) {
        List<String> seen = new ArrayList<>();
        AppDb hooked = db.withHooks(hooks -> {
            hooks.orders().afterCreate((tx, order) -> seen.add("created " + order.what()));
            hooks.orders().afterUpdate((tx, before, after) -> seen.add(before.what() + " " + after.what()));
        });
        if (db.database().hasTransactions()) {
            Order made = hooked.orders().create(NewOrder.of("a"));
            hooked.orders().update(made.id(), s -> s.what("b"));
            assertThat(seen).containsExactly("created a", "a b");
            return;
        }
        assertThatThrownBy(() -> hooked.orders().create(NewOrder.of("a"))).isInstanceOf(TransactionsUnavailable.class);
        assertThat(db.orders().count()).isZero();
    }

    public static void aTransactionNeedsAReplicaSet(AppDb db) {
        if (db.database().hasTransactions()) {
            assertThatThrownBy(() -> db.runTransaction(tx -> {
                        tx.customers().create(NewCustomer.of("Ann", HOME));
                        throw new IllegalArgumentException("back");
                    }))
                    .hasMessage("back");
            assertThat(db.customers().count()).isZero();
            return;
        }
        assertThatThrownBy(() -> db.runTransaction(tx -> tx.customers().deleteAll()))
                .isInstanceOf(TransactionsUnavailable.class)
                .hasMessageContaining("--replSet");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static List<String> names(AppDb db, Condition<Customer>... conditions) {
        return db.customers().where(conditions).orderBy(Customers.NAME.asc()).list().stream()
                .map(Customer::name)
                .toList();
    }

    public static void valuesAreSelectedAndSummed(AppDb db) {
        db.customers().create(NewCustomer.of("Ann", HOME).withBig(Long.MAX_VALUE).withOthers(List.of(street("Weg"))));
        db.customers().create(NewCustomer.of("Bob", street("B")).withBig(Long.MAX_VALUE));
        customers(db).updateMany(new Document(), new Document("$unset", new Document("scores", "")));
        assertThat(db.customers().orderBy(Customers.NAME.asc()).select(Customers.OTHERS).list())
                .containsExactly(List.of(street("Weg")), List.of());
        assertThat(db.customers().select(Customers.SCORES).distinct().list()).containsExactly(List.of());
        assertThat(db.customers().where(Customers.NAME.eq("Bob")).select(Customers.HOME, Customers.NICK, (home, nick) -> home + " " + nick).one())
                .isEqualTo(street("B") + " null");
        try (Stream<String> names = db.customers().orderBy(Customers.NAME.desc()).select(Customers.NAME).stream()) {
            assertThat(names).containsExactly("Bob", "Ann");
        }
        assertThat(db.customers().select(Customers.BIG.sum()).one()).isEqualTo("18446744073709551614");
        assertThat(db.customers().select(Customers.RATIO.sum()).one()).isNull();
        assertThat(db.customers().take(0).select(Customers.BIG.count(), Customers.BIG.sum().orElse(BigDecimal.TEN), (n, sum) -> n + " " + sum).one())
                .isEqualTo("0 10");
        assertThat(db.customers().groupBy(Customers.LEVEL).having(Customers.BIG.min().lt(Long.MAX_VALUE)).select(Customers.LEVEL).list())
                .isEmpty();
        assertThat(db.customers().groupBy().select(Customers.BIG.count(), Customers.NAME.max(), (n, last) -> n + " " + last).list())
                .containsExactly("2 Bob");
        assertThat(db.customers().where(Customers.NAME.eq("Cy")).groupBy().select(Customers.BIG.count()).list()).containsExactly(0L);
        assertThat(db.customers().groupBy().having(Customers.BIG.count().gt(2L)).select(Customers.BIG.count()).list()).isEmpty();
    }

    public static void relatedDocumentsAreCounted(AppDb db) {
        Order book = db.orders().create(NewOrder.of("book"));
        // A key of nothing does not count.
        db.customers().create(NewCustomer.of("Ann", HOME).withOrderIds(List.of(book.id(), ObjectIds.create())));
        db.customers().create(NewCustomer.of("Bob", HOME));
        customers(db).updateOne(new Document("name", "Bob"), new Document("$unset", new Document("orderIds", "")));
        assertThat(db.customers().where(Customers.ORDERS.count().eq(1L)).one().name()).isEqualTo("Ann");
        assertThat(db.customers().where(Condition.not(Customers.ORDERS.count().eq(1L))).one().name()).isEqualTo("Bob");
        assertThat(db.customers().where(Customers.ORDERS.where(Orders.WHAT.eq("pen")).count().eq(0L)).count()).isEqualTo(2);
        assertThat(db.customers().orderBy(Customers.ORDERS.count().asc()).list()).extracting(Customer::name).containsExactly("Bob", "Ann");
        assertThat(db.customers().orderBy(Customers.NAME.asc()).select(Customers.ORDERS.count()).list()).containsExactly(1L, 0L);
    }

    public static void partsOfJsonAreWhatTheyAre(AppDb db) {
        String odd = "{\"a.b\": {\"c d\": [1, [\"x\", \"z\"], {\"0\": \"y\"}]}, \"n\": 2, \"null\": null}";
        db.customers().create(NewCustomer.of("Ann", HOME).withExtra(Json.parse(odd)));
        db.customers().create(NewCustomer.of("Bob", HOME).withExtra(Json.parse("{\"n\": \"20\"}")));
        db.customers().create(NewCustomer.of("Cy", HOME));
        assertThat(named(db, Customers.EXTRA.at("a.b", "c d").at(1).at(0).text().eq("x"))).containsExactly("Ann");
        assertThat(named(db, Customers.EXTRA.at("a.b", "c d").at(2).at(0).exists())).isEmpty();
        assertThat(named(db, Customers.EXTRA.at("a.b", "c d", "0").exists())).isEmpty();
        assertThat(named(db, Customers.EXTRA.at("a.b", "c d").eq(Json.of(1)))).isEmpty();
        assertThat(named(db, Customers.EXTRA.at("a.b", "c d").at(1).eq(Json.parse("[\"x\", \"z\"]")))).containsExactly("Ann");
        assertThat(named(db, Customers.EXTRA.at("null").eq(Json.NULL))).containsExactly("Ann");
        assertThat(named(db, Customers.EXTRA.at("nowhere").eq(Json.NULL))).isEmpty();
        assertThat(named(db, Condition.not(Customers.EXTRA.hasKey("n")))).containsExactly("Cy");
        // Where something else is, or nothing, a comparison is neither true nor false.
        assertThat(named(db, Condition.not(Customers.EXTRA.at("n").number().eq(3.0)))).containsExactly("Ann");
        assertThat(named(db, Condition.not(Customers.EXTRA.at("n").text().endsWith("2")))).containsExactly("Bob");
        assertThat(named(db, Condition.not(Customers.EXTRA.at("n").contains(Json.of(3))))).containsExactly("Ann", "Bob");
        assertThat(named(db, Customers.EXTRA.at("n").text().endsWith("020"))).isEmpty();
        assertThat(named(db, Customers.EXTRA.contains(Json.parse("{\"a.b\": {\"c d\": [[\"x\"], 1]}}")))).containsExactly("Ann");
        assertThat(named(db, Customers.EXTRA.contains(Json.parse("{\"a.b\": {\"c d\": [\"x\"]}}")))).isEmpty();
        assertThat(db.customers().orderBy(Customers.EXTRA.at("n").number().desc(), Customers.NAME.asc()).select(Customers.NAME, Customers.EXTRA.at("n").text(), (name, text) -> name + text).list())
                .containsExactly("Annnull", "Bob20", "Cynull");
    }

    private static List<String> named(AppDb db, Condition<Customer> condition) {
        return db.customers().where(condition).orderBy(Customers.NAME.asc()).select(Customers.NAME).list();
    }

    private static Author author(AppDb db, String code) {
        return db.authors()
                .create(NewAuthor.of(code)
                        .withBooks(NewBook.of(code + "1").withPages(NewPage.of(code.charAt(0)), NewPage.of(code.charAt(0) + 1000)))
                        .withBooks(NewBook.of(code + "2"))
                        .withNotes(NewNote.of(code.charAt(0))));
    }

    public static void relatedDocumentsAreWrittenWithADocument(AppDb db) {
        Author ann = author(db, "ann");
        assertThat(db.books().where(Books.CODE.eq("ann")).orderBy(Books.TITLE.asc()).list())
                .extracting(Book::title)
                .containsExactly("ann1", "ann2");
        assertThat(db.pages().where(Pages.TITLE.eq("ann1")).count()).isEqualTo(2);
        Book third = db.books().create(NewBook.of("third").connectAuthor(Authors.CODE.eq("ann")));
        assertThat(third.code()).isEqualTo("ann");
        db.authors().update(ann.id(), change -> change.books().delete(Books.TITLE.eq("third")));
        db.authors()
                .update(ann.id(), change -> change.notes().disconnectAll().books().connectOrCreate(Books.BY_ID, NewBook.of("new")));
        assertThat(db.notes().where(Notes.CODE.isNull()).count()).isEqualTo(1);
        assertThat(db.books().where(Books.CODE.eq("ann")).count()).isEqualTo(3);
        assertThatThrownBy(() -> db.books().create(NewBook.of("lost")))
                .isInstanceOfSatisfying(NotNullViolation.class, e -> assertThat(e.fields()).containsExactly("code"));
        assertThatThrownBy(() -> db.books().create(NewBook.of("lost").connectAuthor(Authors.CODE.eq("nobody"))))
                .isInstanceOf(RecordNotFoundException.class);
        assertThat(db.books().findById("lost")).isEmpty();
    }

    public static void whatRefersToADocumentFollowsIt(AppDb db) {
        Author ann = author(db, "ann");
        author(db, "bob");
        db.authors().update(ann.id(), change -> change.code("anna"));
        assertThat(db.books().where(Books.CODE.eq("anna")).count()).isEqualTo(2);
        assertThat(db.notes().where(Notes.CODE.isNull()).count()).isEqualTo(1);
        db.loans().create(NewLoan.of(1).withCode("anna"));
        assertThatThrownBy(() -> db.authors().delete(ann.id()))
                .isInstanceOfSatisfying(ForeignKeyViolation.class, e -> assertThat(e.model()).isEqualTo("Loan"));
        assertThat(db.books().where(Books.CODE.eq("anna")).count()).isEqualTo(2);
        db.loans().deleteAll();
        assertThat(db.authors().where(Authors.CODE.eq("anna")).deleteMany()).isEqualTo(1);
        assertThat(db.books().orderBy(Books.TITLE.asc()).list()).extracting(Book::title).containsExactly("bob1", "bob2");
        assertThat(db.pages().list()).extracting(Page::title).containsOnly("bob1");
        db.authors().upsert(NewAuthor.of("bob"), Authors.BY_CODE, change -> {});
        assertThat(db.books().count()).isEqualTo(2);
    }

    public static void whatForbidsAWriteComesFirst(AppDb db) {
        Author ann = author(db, "ann");
        db.marks().create(NewMark.of(1, db.pages().where(Pages.TITLE.eq("ann1")).first().orElseThrow().id()));
        assertThatThrownBy(() -> db.authors().delete(ann.id())).isInstanceOfSatisfying(ForeignKeyViolation.class, e -> {
            assertThat(e.model()).isEqualTo("Mark");
            assertThat(e.fields()).containsExactly("pageId");
        });
        assertThatThrownBy(() -> db.books().deleteAll()).isInstanceOf(ForeignKeyViolation.class);
        db.loans().create(NewLoan.of(1).withCode("ann"));
        assertThatThrownBy(() -> db.authors().update(ann.id(), change -> change.code("anna")))
                .isInstanceOfSatisfying(ForeignKeyViolation.class, e -> assertThat(e.model()).isEqualTo("Loan"));
        assertThat(db.books().where(Books.CODE.eq("ann")).count()).isEqualTo(2);
        assertThat(db.pages().count()).isEqualTo(2);
        assertThat(db.notes().where(Notes.CODE.eq("ann")).count()).isEqualTo(1);
    }

    public static void whatGoesWithADocumentDoesNotForbidItsDelete(AppDb db) {
        Author ann = author(db, "ann");
        db.loans().create(NewLoan.of(1).withCode("ann").withTitle("ann1"));
        assertThat(db.authors().delete(ann.id())).isTrue();
        assertThat(db.loans().count() + db.books().count() + db.pages().count()).isZero();
        Author bob = author(db, "bob");
        author(db, "cy");
        db.loans().create(NewLoan.of(2).withCode("bob").withTitle("cy1"));
        assertThatThrownBy(() -> db.authors().delete(bob.id())).isInstanceOf(ForeignKeyViolation.class);
        assertThat(db.books().count()).isEqualTo(4);
        assertThat(db.authors().deleteAll()).isEqualTo(2);
        assertThat(db.loans().count()).isZero();
    }

    public static void anUpsertIsFollowed(AppDb db) {
        Author ann = author(db, "ann");
        assertThat(db.authors().upsert(NewAuthor.of("x").withId(ann.id()), Authors.BY_ID, change -> change.code("anna")).code())
                .isEqualTo("anna");
        assertThat(db.books().where(Books.CODE.eq("anna")).count()).isEqualTo(2);
    }

    public static void whatIsAllOrNoneNeedsATransaction(AppDb db) {
        author(db, "ann");
        List<NewBook> books = List.of(NewBook.of("new", "ann"), NewBook.of("ann1", "ann"));
        assertThatThrownBy(() -> db.books().copyIn(books.stream()))
                .isInstanceOf(db.database().hasTransactions() ? UniqueViolation.class : TransactionsUnavailable.class);
        assertThat(db.books().findById("new")).isEmpty();
    }

    public static void bothListsOfARelationOfManyToManyAreKeptInStep(AppDb db) {
        Customer ann = db.customers().create(NewCustomer.of("Ann", HOME).withOrders(NewOrder.of("tea"), NewOrder.of("cake")));
        List<Order> orders = db.orders().orderBy(Orders.WHAT.asc()).list();
        assertThat(orders).allSatisfy(order -> assertThat(order.customerIds()).containsExactly(ann.id()));
        assertThat(db.customers().get(ann.id()).orderIds())
                .containsExactlyInAnyOrder(orders.get(0).id(), orders.get(1).id());
        Order more = db.orders().create(NewOrder.of("soup").connectCustomers(Customers.NAME.eq("Ann")));
        db.customers().update(ann.id(), change -> change.orders().connect(Orders.WHAT.eq("soup")));
        assertThat(db.customers().get(ann.id()).orderIds()).hasSize(3).contains(more.id());
        db.customers().update(ann.id(), change -> change.orders().disconnect(Orders.WHAT.eq("tea")));
        assertThat(db.orders().where(Orders.WHAT.eq("tea")).first().orElseThrow().customerIds()).isEmpty();
        db.customers().update(ann.id(), change -> change.orders().set(Orders.WHAT.eq("tea")));
        assertThat(db.customers().where(Customers.ORDERS.some(Orders.WHAT.eq("soup"))).count()).isZero();
        db.customers().update(ann.id(), change -> change.orders().deleteAll());
        assertThat(db.orders().count()).isEqualTo(2);
        assertThat(db.customers().get(ann.id()).orderIds()).isEmpty();
    }
}
