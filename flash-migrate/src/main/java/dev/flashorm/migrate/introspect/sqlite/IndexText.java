package dev.flashorm.migrate.introspect.sqlite;

import dev.flashorm.migrate.physical.SqlExpression;
import java.util.List;
import java.util.Optional;

/**
 * What only the text of CREATE INDEX tells.
 *
 * @param keys the text of each key without its order and collation, in order
 * @param where the condition of a partial index
 */
record IndexText(List<String> keys, Optional<SqlExpression> where) {
    static IndexText parse(String sql) {
        TokenList tokens = TokenList.of(sql);
        int open = tokens.find(tokens.find(0, "ON"), "(");
        if (open >= tokens.size()) {
            return new IndexText(List.of(), Optional.empty());
        }
        List<String> keys =
                tokens.inside(open).items().stream().map(IndexText::key).toList();
        int where = tokens.find(open, "WHERE");
        return new IndexText(
                keys,
                where < tokens.size()
                        ? Optional.of(new SqlExpression(
                                tokens.part(where + 1, tokens.size()).text()))
                        : Optional.empty());
    }

    private static String key(TokenList item) {
        int end = item.size();
        if (end > 1 && (item.get(end - 1).is("ASC") || item.get(end - 1).is("DESC"))) {
            end--;
        }
        if (end > 2 && item.get(end - 2).is("COLLATE")) {
            end -= 2;
        }
        return item.part(0, end).text();
    }
}
