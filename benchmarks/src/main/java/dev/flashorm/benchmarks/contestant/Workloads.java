package dev.flashorm.benchmarks.contestant;

/** The seed figures' queries. The two long ones are the same SQL for everybody. */
public interface Workloads {
    /** {@link dev.flashorm.benchmarks.model.UserActivity} of the users with the ids 1 to 1000, by id. */
    Object complexQuery();

    /** {@link dev.flashorm.benchmarks.model.TopUser}: the ten with the most posts. */
    Object topUsers();

    Object emailById(int id);

    Object isAdminById(int id);

    /** Inserts a comment and gives its id. */
    Object insertComment(int postId, int userId, String content);
}
