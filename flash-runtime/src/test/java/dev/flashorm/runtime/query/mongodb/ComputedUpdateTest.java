package dev.flashorm.runtime.query.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import dev.flashorm.runtime.error.ModelNames;
import dev.flashorm.runtime.mongodb.MongodbDatabase;
import dev.flashorm.runtime.query.BigIntColumn;
import dev.flashorm.runtime.query.Changes;
import dev.flashorm.runtime.query.Column;
import dev.flashorm.runtime.query.FloatColumn;
import dev.flashorm.runtime.query.IntColumn;
import dev.flashorm.runtime.query.NumberChange;
import dev.flashorm.runtime.query.StringColumn;
import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.TestDatabase;
import dev.flashorm.testing.TestDatabases;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a document. The tests' own server has no updates by stages, so that it is asked for the same stages as an
 * aggregation; a server that {@code FLASH_TEST_MONGODB_URL} names makes the update too.
 */
class ComputedUpdateTest {
    private static final DocumentTable<String> TABLE =
            new DocumentTable<>("Item", "items", String.class, reader -> "", (row, ordinal) -> null);
    private static final IntColumn<String> COUNT = TABLE.integer("count", "n", MongodbTypes.INT);
    private static final IntColumn<String> FAR = TABLE.integer("far", "far", MongodbTypes.LONG_INT);
    private static final BigIntColumn<String> BIG = TABLE.bigInt("big", "big", MongodbTypes.BIG_INT);
    private static final FloatColumn<String> RATIO = TABLE.floating("ratio", "ratio", MongodbTypes.FLOAT);
    private static final StringColumn<String> NAME = TABLE.string("name", "name", MongodbTypes.TEXT);

    private static final class ItemChanges extends Changes {
        <T> NumberChange<ItemChanges, T> number(Column<String, T> column) {
            return new NumberChange<>(this, column);
        }

        ItemChanges name(@Nullable String value) {
            set(NAME, value);
            return this;
        }
    }

    private static BsonDocument changed(String document, Consumer<ItemChanges> change) {
        ItemChanges changes = new ItemChanges();
        change.accept(changes);
        assertThat(ComputedUpdate.isNeeded(changes)).isTrue();
        List<BsonDocument> stages = ComputedUpdate.stages(changes);
        try (TestDatabase scene = TestDatabases.create(DatabaseName.MONGODB);
                MongodbDatabase database = MongodbDatabase.connect(scene.url(), ModelNames.NONE)) {
            MongoCollection<BsonDocument> items = database.driver().getCollection("items", BsonDocument.class);
            items.insertOne(BsonDocument.parse(document).append("_id", Operators.ONE));
            BsonDocument found = items.aggregate(stages).first();
            if (System.getenv("FLASH_TEST_MONGODB_URL") != null) {
                items.updateMany(new BsonDocument(), stages);
                assertThat(items.find().first()).isEqualTo(found);
            }
            assertThat(found).isNotNull();
            found.remove("_id");
            return found;
        }
    }

    private static BsonDocument json(String text) {
        return BsonDocument.parse(text);
    }

    @Test
    void wholeNumbersStayWhole() {
        assertThat(changed("{n: 7, far: {$numberLong: '-7'}}", s -> {
                    s.number(COUNT).divide(2);
                    s.number(FAR).divide(2);
                }))
                .isEqualTo(json("{n: 3, far: {$numberLong: '-3'}}"));
    }

    @Test
    void noDigitOfSixtyFourBitsIsLost() {
        assertThat(changed(
                        "{big: {$numberLong: '9223372036854775807'}}",
                        s -> s.number(BIG).divide(1L)))
                .isEqualTo(json("{big: {$numberLong: '9223372036854775807'}}"));
    }

    @Test
    void fractionsAreDividedAsTheyAre() {
        assertThat(changed("{ratio: 7.0}", s -> s.number(RATIO).divide(2.0))).isEqualTo(json("{ratio: 3.5}"));
    }

    @Test
    void aNumberThatIsNotThereStaysSo() {
        assertThat(changed("{n: 8, ratio: null}", s -> {
                    s.number(COUNT).divide(2);
                    s.number(BIG).divide(2L);
                    s.number(FAR).increment(1);
                    s.number(RATIO).multiply(2.0);
                }))
                .isEqualTo(json("{n: 4, ratio: null}"));
    }

    @Test
    void otherChangesGoWithIt() {
        assertThat(changed("{n: 9, far: {$numberLong: '1'}, big: {$numberLong: '5'}, ratio: 1.5, name: 'x'}", s -> {
                    s.number(COUNT).divide(3);
                    s.number(FAR).increment(4);
                    s.number(BIG).decrement(7L);
                    s.number(RATIO).multiply(2.0);
                    s.name("$n");
                }))
                .isEqualTo(json("{n: 3, far: {$numberLong: '5'}, big: {$numberLong: '-2'}, ratio: 3.0, name: '$n'}"));
        assertThat(changed("{n: 9, name: 'x'}", s -> s.name(null).number(COUNT).divide(3)))
                .isEqualTo(json("{n: 3}"));
    }

    @Test
    void whatDoesNotFitIsAnError() {
        assertThatThrownBy(() -> changed("{n: 1}", s -> s.number(COUNT).divide(0)))
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("zero");
    }
}
