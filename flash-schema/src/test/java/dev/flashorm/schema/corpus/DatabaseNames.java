package dev.flashorm.schema.corpus;

import dev.flashorm.schema.model.Index;
import dev.flashorm.schema.model.Model;
import dev.flashorm.schema.model.Relation;
import dev.flashorm.schema.model.Schema;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names of constraints and indexes, and the actions of foreign keys, in the model and in a script of the reference. */
final class DatabaseNames {
    private DatabaseNames() {}

    /** All that the model names, but not those of join tables, which no model holds. */
    static Set<String> of(Schema schema) {
        Set<String> names = new TreeSet<>();
        for (Model model : schema.models()) {
            if (model.isView()) {
                continue;
            }
            for (Index index : model.indexes()) {
                index.databaseName().ifPresent(names::add);
            }
        }
        for (Relation relation : schema.relations()) {
            if (relation instanceof Relation.ForeignKey key) {
                key.constraintName()
                        .ifPresent(name -> names.add(name + " ON DELETE " + sql(key.effectiveOnDelete()) + " ON UPDATE "
                                + sql(key.effectiveOnUpdate())));
            }
        }
        return names;
    }

    private static String sql(Relation.ReferentialAction action) {
        return action.name().replace('_', ' ');
    }

    /**
     * Every name behind CONSTRAINT or INDEX in a CREATE script.
     *
     * @param foreignKeys false on a provider whose foreign keys have no name in the model
     */
    static Set<String> in(String sql, boolean foreignKeys) {
        Set<String> names = new TreeSet<>();
        for (String line : sql.lines().toList()) {
            boolean foreignKey = line.contains("FOREIGN KEY");
            if (foreignKey && !foreignKeys) {
                continue;
            }
            String name = quotedAfter(line, "CONSTRAINT ");
            name = name == null ? quotedAfter(line, "INDEX ") : name;
            if (name != null && !isOfJoinTable(name)) {
                names.add(foreignKey ? name + actions(line) : name);
            }
        }
        return names;
    }

    private static String actions(String line) {
        int start = line.indexOf(" ON DELETE ");
        return start < 0 ? "" : line.substring(start).replaceAll("[;,]+$", "");
    }

    private static boolean isOfJoinTable(String name) {
        return name.startsWith("_")
                && (name.endsWith("_AB_pkey")
                        || name.endsWith("_AB_unique")
                        || name.endsWith("_B_index")
                        || name.endsWith("_A_fkey")
                        || name.endsWith("_B_fkey"));
    }

    private static @Nullable String quotedAfter(String line, String word) {
        int at = line.indexOf(word);
        if (at < 0 || at + word.length() >= line.length()) {
            return null;
        }
        char quote = line.charAt(at + word.length());
        if (quote != '"' && quote != '`') {
            return null;
        }
        int end = line.indexOf(quote, at + word.length() + 1);
        return line.substring(at + word.length() + 1, end);
    }
}
