package dev.flashorm.benchmarks.contestant.hibernate;

import dev.flashorm.benchmarks.model.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "users")
@SuppressWarnings("NullAway.Init")
class UserEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id;

    String name;
    String email;

    @Nullable
    String address;

    @Column(name = "isadmin")
    boolean isAdmin;

    @Column(name = "created_at")
    Instant createdAt;

    @OneToMany(mappedBy = "user")
    @OrderBy("id")
    Set<PostEntity> posts = new LinkedHashSet<>();

    User row() {
        return new User(id, name, email, address, isAdmin, createdAt);
    }

    @Override
    public String toString() {
        return row().toString();
    }
}
