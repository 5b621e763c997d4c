package dev.flashorm.runtime.connection;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** For connections that are the data themselves: no error is a reason to throw them away. */
final class NeverEvict implements SQLExceptionOverride {
    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException thrown) {
        return SQLExceptionOverride.Override.DO_NOT_EVICT;
    }
}
