package dev.flashorm.benchmarks.contestant.hibernate;

import dev.flashorm.benchmarks.model.Person;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.Set;

@Entity
@Table(name = "people")
@SuppressWarnings("NullAway.Init")
class PersonEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id;

    String name;

    @OneToMany(mappedBy = "person")
    @OrderBy("id")
    Set<PetEntity> pets = new LinkedHashSet<>();

    Person row() {
        return new Person(id, name);
    }

    @Override
    public String toString() {
        return row().toString();
    }
}
