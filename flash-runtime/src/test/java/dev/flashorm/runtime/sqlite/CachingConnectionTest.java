package dev.flashorm.runtime.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CachingConnectionTest {
    private static final String SQL = "SELECT ?1 AS a";

    private CachingConnection connection = open();

    private static CachingConnection open() {
        try {
            return new CachingConnection("jdbc:sqlite::memory:", ":memory:", new Properties());
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @BeforeEach
    void fill() throws SQLException {
        try (PreparedStatement create = connection.prepareStatement("CREATE TABLE t (a integer primary key, b text)")) {
            create.execute();
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (1, 'x'), (2, 'y')")) {
            insert.execute();
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aClosedStatementIsTakenAgainAsNew() throws SQLException {
        PreparedStatement first = connection.prepareStatement(SQL);
        first.setInt(1, 7);
        first.executeQuery().next();
        first.close();
        PreparedStatement second = connection.prepareStatement(SQL);
        assertThat(second).isSameAs(first);
        try (ResultSet rows = second.executeQuery()) {
            rows.next();
            rows.getInt(1);
            assertThat(rows.wasNull()).as("the old parameter is gone").isTrue();
        }
    }

    @Test
    void theSameSqlTwiceAtOnceIsTwoStatements() throws SQLException {
        String all = "SELECT a FROM t ORDER BY a";
        PreparedStatement outer = connection.prepareStatement(all);
        ResultSet outerRows = outer.executeQuery();
        outerRows.next();
        PreparedStatement inner = connection.prepareStatement(all);
        assertThat(inner).isNotSameAs(outer);
        ResultSet innerRows = inner.executeQuery();
        innerRows.next();
        innerRows.next();
        assertThat(innerRows.getInt(1)).isEqualTo(2);
        inner.close();
        assertThat(outerRows.getInt(1)).isEqualTo(1);
        outerRows.next();
        assertThat(outerRows.getInt(1)).isEqualTo(2);
        outer.close();
        try (PreparedStatement again = connection.prepareStatement(all);
                ResultSet rows = again.executeQuery()) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void aHalfReadResultHoldsNoLockOnceItsStatementIsClosed() throws SQLException {
        PreparedStatement half = connection.prepareStatement("SELECT a FROM t");
        half.executeQuery().next();
        half.close();
        try (PreparedStatement drop = connection.prepareStatement("DROP TABLE t")) {
            drop.execute();
        }
    }

    @Test
    void afterAFailureTheStatementWorksAgain() throws SQLException {
        String insert = "INSERT INTO t VALUES (?, 'z')";
        for (int i = 0; i < 3; i++) {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setInt(1, 1);
                assertThatThrownBy(statement::executeUpdate).hasMessageContaining("UNIQUE");
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setInt(1, 3);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void anUnfinishedBatchIsForgotten() throws SQLException {
        String insert = "INSERT INTO t VALUES (?, 'z')";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setInt(1, 8);
            statement.addBatch();
        }
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setInt(1, 9);
            statement.addBatch();
            assertThat(statement.executeBatch()).hasSize(1);
        }
    }

    @Test
    void aStatementWithALimitOfItsOwnIsNotKept() throws SQLException {
        String all = "SELECT a FROM t";
        try (PreparedStatement limited = connection.prepareStatement(all)) {
            limited.setMaxRows(1);
            limited.executeQuery().next();
        }
        try (PreparedStatement statement = connection.prepareStatement(all);
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void theEldestStatementIsFreed() throws SQLException {
        PreparedStatement first = connection.prepareStatement(SQL);
        first.close();
        for (int i = 0; i < 300; i++) {
            connection.prepareStatement("SELECT " + i).close();
        }
        PreparedStatement again = connection.prepareStatement(SQL);
        assertThat(again).isNotSameAs(first);
        again.close();
        assertThatThrownBy(first::executeQuery).isInstanceOf(SQLException.class);
    }

    @Test
    void closingTheConnectionFreesAll() throws SQLException {
        PreparedStatement kept = connection.prepareStatement(SQL);
        PreparedStatement open = connection.prepareStatement("SELECT 2");
        kept.close();
        connection.close();
        open.close();
        assertThatThrownBy(() -> connection.prepareStatement("SELECT 3")).isInstanceOf(SQLException.class);
    }
}
