package dev.flashorm.runtime.query;

import dev.flashorm.runtime.connection.CopiedRows;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Very many rows that nobody wants to have back, sent as a stream. */
final class CopiedDrafts<D> implements CopiedRows {
    /** Fewer rows gain less than the question costs whether the table takes a stream. */
    private static final int FEWEST = 1_000;

    private final Insert<?, D> insert;
    private final List<D> drafts;
    private final List<DraftColumn<D, ?>> columns;

    CopiedDrafts(Insert<?, D> insert, List<D> drafts) {
        this.insert = insert;
        this.drafts = drafts;
        this.columns = drafts.size() < FEWEST ? List.of() : insert.columns(drafts.get(0));
    }

    /** Whether it did: not if there are few rows, or some write other columns, or the database wants statements. */
    boolean write(Scope scope) {
        if (columns.isEmpty() || !drafts.stream().allMatch(this::isAlike)) {
            return false;
        }
        String names = columns.stream().map(DraftColumn::sql).collect(Collectors.joining(", "));
        String sql = scope.session().copyStatement(insert.table().sql(), names);
        if (sql == null) {
            return false;
        }
        scope.session().copy(sql, this);
        return true;
    }

    private boolean isAlike(D draft) {
        return insert.columns(draft).equals(columns);
    }

    @Override
    public void writeTo(Sink sink) throws SQLException {
        for (D draft : drafts) {
            for (DraftColumn<D, ?> column : columns) {
                column.copy(draft, sink);
            }
            sink.endRow();
        }
    }
}
