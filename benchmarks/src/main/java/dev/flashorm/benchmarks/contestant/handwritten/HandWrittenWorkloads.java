package dev.flashorm.benchmarks.contestant.handwritten;

import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.model.Comment;
import dev.flashorm.benchmarks.model.TopUser;
import dev.flashorm.benchmarks.model.UserActivity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

final class HandWrittenWorkloads implements Workloads {
    private final Expert expert;

    HandWrittenWorkloads(Expert expert) {
        this.expert = expert;
    }

    @Override
    public Object complexQuery() {
        try (Connection connection = expert.pool.getConnection()) {
            PreparedStatement statement = expert.prepare(connection, Sql.COMPLEX);
            List<UserActivity> users = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    users.add(expert.rows.userActivity(rows));
                }
            }
            expert.done(statement);
            return users;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object topUsers() {
        try (Connection connection = expert.pool.getConnection()) {
            PreparedStatement statement = expert.prepare(connection, Sql.TOP_USERS);
            List<TopUser> users = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    users.add(expert.rows.topUser(rows));
                }
            }
            expert.done(statement);
            return users;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object emailById(int id) {
        try (Connection connection = expert.pool.getConnection()) {
            PreparedStatement statement = expert.prepare(connection, Sql.EMAIL);
            statement.setInt(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                String email = rows.getString(1);
                expert.done(statement);
                return email;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object isAdminById(int id) {
        try (Connection connection = expert.pool.getConnection()) {
            PreparedStatement statement = expert.prepare(connection, Sql.IS_ADMIN);
            statement.setInt(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                boolean isAdmin = rows.getBoolean(1);
                expert.done(statement);
                return isAdmin;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object insertComment(int postId, int userId, String content) {
        try (Connection connection = expert.pool.getConnection()) {
            return expert.insertComment(connection, postId, userId, content, Comment.time(postId));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
