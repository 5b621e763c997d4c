package dev.flashorm.benchmarks.contestant.hibernate;

import dev.flashorm.benchmarks.model.Comment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "comments")
@SuppressWarnings("NullAway.Init")
class CommentEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "post_id")
    PostEntity post;

    @Column(name = "user_id")
    int userId;

    String content;

    @Column(name = "created_at")
    Instant createdAt;

    Comment row() {
        return new Comment(id, post.id, userId, content, createdAt);
    }
}
