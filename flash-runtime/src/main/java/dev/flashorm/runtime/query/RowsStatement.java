package dev.flashorm.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The statements that read rows of one table, and their parameters. */
final class RowsStatement<M> {
    private static final int COUNT = -31;
    private static final int EXISTS = -32;
    private static final int DELETE = -40;

    private final Scope scope;
    private final Table<M> table;
    private final Condition<M> condition;
    private final long skip;
    private final long take;

    RowsStatement(Scope scope, Rows<M> rows) {
        this.scope = scope;
        this.table = rows.table();
        this.condition = rows.condition();
        this.skip = rows.skip();
        this.take = rows.take();
    }

    String count() {
        Shape shape = shape(COUNT);
        pageShape(shape, take >= 0);
        boolean paged = skip > 0 || take >= 0;
        return scope.shapes().text(shape, () -> {
            SqlText text = new SqlText(scope.dialect());
            String alias = text.newAlias();
            text.append(paged ? "SELECT COUNT(*) FROM (SELECT 1 AS flash_one" : "SELECT COUNT(*)");
            from(text, alias);
            if (paged) {
                page(text, take >= 0);
                text.append(") AS flash_rows");
            }
            return text.toString();
        });
    }

    String exists() {
        Shape shape = shape(EXISTS);
        pageShape(shape, true);
        return scope.shapes().text(shape, () -> {
            SqlText text = new SqlText(scope.dialect());
            String alias = text.newAlias();
            text.append("SELECT 1");
            from(text, alias);
            page(text, true);
            return text.toString();
        });
    }

    String delete() {
        return scope.shapes().text(shape(DELETE), () -> {
            SqlText text = new SqlText(scope.dialect());
            String alias = text.newAlias();
            text.fragment(Fragment.DELETE, table.sql());
            where(text, alias);
            return text.toString();
        });
    }

    private Shape shape(int kind) {
        Shape shape = new Shape(table, scope.dialect());
        shape.add(kind);
        condition.shape(shape);
        return shape;
    }

    private void pageShape(Shape shape, boolean limited) {
        shape.add((skip > 0 ? 1 : 0) + (limited ? 2 : 0));
    }

    private void from(SqlText text, String alias) {
        text.append(" FROM ").append(table.sql()).append(" AS ").append(alias);
        where(text, alias);
    }

    private void where(SqlText text, String alias) {
        if (!condition.isAbsent()) {
            text.append(" WHERE ");
            condition.write(text, alias);
        }
    }

    private void page(SqlText text, boolean limited) {
        if (skip > 0) {
            text.fragment(limited ? Fragment.LIMIT_OFFSET : Fragment.OFFSET);
        } else if (limited) {
            text.fragment(Fragment.LIMIT);
        }
    }

    int bind(PreparedStatement statement) throws SQLException {
        return condition.bind(statement, 1, scope.dialect());
    }

    /** @param most no more rows than this are needed; the maximum for all that there are */
    void bindPage(PreparedStatement statement, long most) throws SQLException {
        int next = bind(statement);
        long limit = take >= 0 ? Math.min(take, most) : most;
        if (take >= 0 || most < Long.MAX_VALUE) {
            statement.setLong(next++, limit);
        }
        if (skip > 0) {
            statement.setLong(next, skip);
        }
    }
}
