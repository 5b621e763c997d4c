package dev.flashorm.runtime.error;

import dev.flashorm.runtime.FlashException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Finds the exception of Flash for one of a driver. */
@FunctionalInterface
public interface ErrorTranslator {
    /** @param sql the statement that failed; null if it was none of Flash's, such as a commit */
    FlashException translate(SQLException thrown, @Nullable String sql);
}
