package dev.flashorm.benchmarks.contestant.jooq;

import static org.jooq.impl.DSL.name;

import org.jooq.Identity;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** A table whose key the database numbers; MySQL's ids come back only where jOOQ knows of it. */
final class NumberedTable extends TableImpl<Record> {
    private static final long serialVersionUID = 1;

    final TableField<Record, Integer> id;

    NumberedTable(String table) {
        super(name(table));
        id = createField(name("id"), SQLDataType.INTEGER.notNull().identity(true));
    }

    @Override
    public Identity<Record, Integer> getIdentity() {
        return Internal.createIdentity(this, id);
    }
}
