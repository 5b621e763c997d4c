package dev.flashorm.migrate.lint;

import dev.flashorm.migrate.lint.Operation.AddConstraint;
import dev.flashorm.migrate.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What else the file does, as seen from one statement. Names are compared without their case. */
public final class Scene {
    private final List<Statement> statements;
    private final List<List<Operation>> operations;
    private final Set<String> created = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private int index;

    Scene(List<Statement> statements, List<List<Operation>> operations) {
        this.statements = statements;
        this.operations = operations;
    }

    /** Goes to the next statement. */
    void advance() {
        for (Operation operation : operations.get(index)) {
            if (operation instanceof Operation.CreateTable create) {
                created.add(create.table());
            } else if (operation instanceof Operation.RenameTable rename && created.remove(rename.before())) {
                created.add(rename.after());
            }
        }
        index++;
    }

    Statement statement() {
        return statements.get(index);
    }

    List<Operation> operations() {
        return operations.get(index);
    }

    /** Whether an earlier statement made the table: it is empty, and nobody uses it yet. */
    public boolean isNew(String table) {
        return created.contains(table);
    }

    /** Whether the statement is kept out of the migration's transaction. */
    public boolean runsAlone() {
        return statement().alone();
    }

    /** Whether a later statement gives the table this name: it is made anew, not dropped. */
    public boolean isReplaced(String table) {
        return later().anyMatch(operation -> operation instanceof Operation.RenameTable rename
                && rename.after().equalsIgnoreCase(table));
    }

    /** Whether the text of a later statement, other than of an ALTER TYPE, has this in it. */
    public boolean isUsedLater(String text) {
        return statements.subList(index + 1, statements.size()).stream()
                .anyMatch(later ->
                        !later.startsWith("ALTER", "TYPE") && later.text().contains(text));
    }

    /** Whether an earlier statement has proved that the column has no NULL. */
    public boolean isKnownRequired(String table, String column) {
        Set<String> checks = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (List<Operation> before : operations.subList(0, index)) {
            for (Operation operation : before) {
                if (operation instanceof AddConstraint add
                        && add.table().equalsIgnoreCase(table)
                        && add.kind() == AddConstraint.Kind.CHECK
                        && isNotNull(add, column)) {
                    checks.add(add.name());
                } else if (operation instanceof Operation.ValidateConstraint validate
                        && validate.table().equalsIgnoreCase(table)
                        && checks.contains(validate.name())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNotNull(AddConstraint check, String column) {
        int is = Tokens.indexOf(check.tokens(), "IS", "NOT", "NULL");
        return is > 0 && check.tokens().get(is - 1).name().equalsIgnoreCase(column);
    }

    private Stream<Operation> later() {
        return operations.subList(index + 1, operations.size()).stream().flatMap(List::stream);
    }
}
