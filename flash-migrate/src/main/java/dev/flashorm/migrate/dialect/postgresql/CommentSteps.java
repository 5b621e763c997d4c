package dev.flashorm.migrate.dialect.postgresql;

import dev.flashorm.migrate.dialect.StepList;
import dev.flashorm.migrate.dialect.StepList.Phase;
import dev.flashorm.migrate.physical.ObjectName;
import dev.flashorm.migrate.physical.Table;
import dev.flashorm.migrate.physical.TableIndex;
import java.util.Optional;

/** COMMENT ON, for whatever has a text. */
final class CommentSteps {
    private final StepList steps;

    CommentSteps(StepList steps) {
        this.steps = steps;
    }

    /** The comments of a new table. */
    void all(Table table) {
        ObjectName name = table.name();
        if (table.comment().isPresent()) {
            table(name, table.comment());
        }
        table.columns().stream()
                .filter(column -> column.comment().isPresent())
                .forEach(column -> column(name, column.name(), column.comment()));
        table.indexes().stream().filter(index -> index.comment().isPresent()).forEach(index -> index(name, index));
        table.primaryKey().ifPresent(key -> constraint(name, key.name(), key.comment()));
        table.foreignKeys().forEach(key -> constraint(name, key.name(), key.comment()));
        table.checks().forEach(check -> constraint(name, check.name(), check.comment()));
    }

    void table(ObjectName table, Optional<String> text) {
        set("TABLE " + Names.quote(table), text);
    }

    void column(ObjectName table, String column, Optional<String> text) {
        set("COLUMN " + Names.quote(table) + "." + Names.quote(column), text);
    }

    void index(ObjectName table, TableIndex index) {
        if (index.constraint()) {
            set("CONSTRAINT " + Names.quote(index.name()) + " ON " + Names.quote(table), index.comment());
        } else {
            set("INDEX " + Names.quote(table.sibling(index.name())), index.comment());
        }
    }

    void constraint(ObjectName table, Optional<String> name, Optional<String> text) {
        if (name.isPresent() && text.isPresent()) {
            set("CONSTRAINT " + Names.quote(name.get()) + " ON " + Names.quote(table), text);
        }
    }

    /** Sets a comment, or takes it away. */
    void set(String what, Optional<String> text) {
        steps.add(
                Phase.COMMENTS,
                "comment on " + what.toLowerCase(java.util.Locale.ROOT).replace("\"", ""),
                "COMMENT ON " + what + " IS " + text.map(Names::literal).orElse("NULL"));
    }
}
