package dev.flashorm.benchmarks.contestant.hibernate;

import dev.flashorm.benchmarks.model.Entry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "entries")
@SuppressWarnings("NullAway.Init")
class EntryEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id;

    String name;
    String email;

    @Nullable
    String address;

    boolean flagged;

    @Column(name = "created_at")
    Instant createdAt;

    static EntryEntity of(Entry entry) {
        EntryEntity entity = new EntryEntity();
        entity.name = entry.name();
        entity.email = entry.email();
        entity.address = entry.address();
        entity.flagged = entry.flagged();
        entity.createdAt = entry.createdAt();
        return entity;
    }

    @Override
    public String toString() {
        return new Entry(id, name, email, address, flagged, createdAt).toString();
    }
}
