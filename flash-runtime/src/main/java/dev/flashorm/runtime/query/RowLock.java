package dev.flashorm.runtime.query;

import org.jspecify.annotations.Nullable;

/**
 * How the rows of a query are locked until the transaction ends.
 *
 * @param strength {@link Fragment#FOR_UPDATE} or {@link Fragment#FOR_SHARE}
 * @param ifLocked what happens with rows that others have locked; null to wait for them
 */
public record RowLock(Fragment strength, @Nullable Fragment ifLocked) {
    @SuppressWarnings("EnumOrdinal")
    int code() {
        return (strength.ordinal() << 8) | (ifLocked == null ? 0 : ifLocked.ordinal());
    }

    RowLock ifLocked(Fragment wanted) {
        return new RowLock(strength, wanted);
    }

    /** @param alias of the rows; what is joined to them stays free */
    void write(SqlText sql, String alias) {
        sql.fragment(strength, alias);
        if (ifLocked != null) {
            sql.fragment(ifLocked);
        }
    }
}
