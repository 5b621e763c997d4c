package dev.flashorm.benchmarks.contestant.hibernate;

import dev.flashorm.benchmarks.model.Post;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

@Entity
@Table(name = "posts")
@SuppressWarnings("NullAway.Init")
class PostEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    UserEntity user;

    String title;
    String content;

    @Column(name = "created_at")
    Instant createdAt;

    @OneToMany(mappedBy = "post")
    @OrderBy("id")
    Set<CommentEntity> comments = new LinkedHashSet<>();

    Post row() {
        return new Post(id, user.id, title, content, createdAt);
    }
}
