package dev.flashorm.benchmarks.model;

import java.time.Instant;

public record Comment(int id, int postId, int userId, String content, Instant createdAt) {
    private static final long FIRST_SECOND = 1_767_225_600;

    /** When a comment on this post is made, the same for everybody. */
    public static Instant time(int postId) {
        return Instant.ofEpochSecond(FIRST_SECOND + postId);
    }
}
