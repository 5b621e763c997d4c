package dev.flashorm.migrate.introspect.sqlite;

import dev.flashorm.migrate.introspect.sqlite.SqlTokens.Token;
import dev.flashorm.migrate.physical.Check;
import dev.flashorm.migrate.physical.SqlExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What only the text of CREATE TABLE tells: checks, generated columns, collations, AUTOINCREMENT, deferred keys. */
final class TableText {
    private static final List<String> TABLE_CONSTRAINTS =
            List.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    private final Map<String, String> generated = new HashMap<>();
    private final Map<String, String> collations = new HashMap<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<String> foreignKeyOptions = new ArrayList<>();
    private boolean autoIncrement;

    private TableText() {}

    /** Reads a statement that SQLite accepted; of anything else it reads what it understands. */
    static TableText parse(String sql) {
        TableText text = new TableText();
        TokenList tokens = TokenList.of(sql);
        int body = tokens.find(0, "(");
        if (body < tokens.size()) {
            tokens.inside(body).items().forEach(text::item);
        }
        return text;
    }

    boolean isAutoIncrement() {
        return autoIncrement;
    }

    List<Check> checks() {
        return checks;
    }

    Optional<String> generated(String column) {
        return Optional.ofNullable(generated.get(key(column)));
    }

    /** As written; empty for the usual BINARY. */
    Optional<String> collation(String column) {
        return Optional.ofNullable(collations.get(key(column))).filter(name -> !name.equalsIgnoreCase("BINARY"));
    }

    /** Of the foreign key at a place of the text. */
    String foreignKeyOptions(int index) {
        return index >= 0 && index < foreignKeyOptions.size() ? foreignKeyOptions.get(index) : "";
    }

    private static String key(String column) {
        return column.toLowerCase(Locale.ROOT);
    }

    private void item(TokenList item) {
        if (item.size() == 0) {
            return;
        }
        boolean ofTable =
                TABLE_CONSTRAINTS.stream().anyMatch(word -> item.get(0).is(word));
        clauses(
                item,
                ofTable ? 0 : 1,
                ofTable ? Optional.empty() : Optional.of(key(item.get(0).name())));
    }

    private void clauses(TokenList item, int from, Optional<String> column) {
        Optional<String> name = Optional.empty();
        for (int i = from; i < item.size(); i = item.after(i)) {
            Token token = item.get(i);
            Optional<Token> next = i + 1 < item.size() ? Optional.of(item.get(i + 1)) : Optional.empty();
            if (token.is("CONSTRAINT") && next.isPresent()) {
                name = next.map(Token::name);
                i++;
                continue;
            }
            boolean group = next.filter(open -> open.isSymbol('(')).isPresent();
            if (token.is("CHECK") && group) {
                String sql = item.inside(i + 1).text();
                checks.add(new Check(name, new SqlExpression(sql), "", Optional.empty()));
            } else if (token.is("AS") && group && column.isPresent()) {
                generated.put(column.get(), item.inside(i + 1).text());
            } else if (token.is("COLLATE") && column.isPresent()) {
                next.ifPresent(collation -> collations.put(column.get(), collation.name()));
            } else if (token.is("DEFAULT") && next.isPresent()) {
                i++;
                if (item.get(i).isSymbol('(')) {
                    i = item.after(i) - 1;
                }
                continue;
            } else if (token.is("AUTOINCREMENT")) {
                autoIncrement = true;
            } else if (token.is("REFERENCES")) {
                foreignKeyOptions.add(deferral(item, i));
            } else {
                continue;
            }
            name = Optional.empty();
        }
    }

    private static String deferral(TokenList item, int references) {
        int end = Math.min(item.find(references + 1, "REFERENCES"), item.find(references + 1, "CONSTRAINT"));
        int at = item.find(references, "DEFERRABLE");
        if (at >= end || item.get(at - 1).is("NOT")) {
            return "";
        }
        int mode = item.find(at, "INITIALLY");
        boolean deferred = mode + 1 < end && item.get(mode + 1).is("DEFERRED");
        return deferred ? "DEFERRABLE INITIALLY DEFERRED" : "DEFERRABLE";
    }
}
