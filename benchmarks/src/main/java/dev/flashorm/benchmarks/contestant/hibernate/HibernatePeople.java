package dev.flashorm.benchmarks.contestant.hibernate;

import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.model.Person;
import dev.flashorm.benchmarks.model.PersonPets;
import dev.flashorm.benchmarks.model.Pet;
import java.util.ArrayList;
import java.util.List;

final class HibernatePeople implements People {
    private final WithHibernate with;

    HibernatePeople(WithHibernate with) {
        this.with = with;
    }

    @Override
    public Object people(int upTo) {
        return with.read(session -> session.createSelectionQuery(
                        "from PersonEntity where id <= :upTo order by id", PersonEntity.class)
                .setParameter("upTo", upTo)
                .getResultList());
    }

    @Override
    public Object peopleWithPets(int upTo) {
        return with.read(session -> {
            List<PersonPets<Person, Pet>> result = new ArrayList<>();
            for (PersonEntity person : session.createSelectionQuery(
                            "from PersonEntity p left join fetch p.pets t where p.id <= :upTo order by p.id, t.id",
                            PersonEntity.class)
                    .setParameter("upTo", upTo)
                    .getResultList()) {
                result.add(new PersonPets<>(
                        person.row(), person.pets.stream().map(PetEntity::row).toList()));
            }
            return result;
        });
    }

    @Override
    public Object insertPerson(int number) {
        return with.write(session -> {
            PersonEntity person = new PersonEntity();
            person.name = Person.name(number);
            session.insert(person);
            return person;
        });
    }

    @Override
    public Object insertPersonWithPets(int number) {
        return with.write(session -> {
            PersonEntity person = new PersonEntity();
            person.name = Person.name(number);
            session.insert(person);
            List<PetEntity> pets = new ArrayList<>();
            for (int which = 0; which < Pet.EACH; which++) {
                PetEntity pet = new PetEntity();
                pet.name = Pet.name(number, which);
                pet.kind = Pet.kind(which);
                pet.person = person;
                pets.add(pet);
            }
            session.insertMultiple(pets);
            return new PersonPets<>(
                    person.row(), pets.stream().map(PetEntity::row).toList());
        });
    }

    @Override
    public Object updatePersonWithPets(int id, int number) {
        return with.write(session -> {
            boolean found = session.createMutationQuery("update PersonEntity set name = :name where id = :id")
                            .setParameter("name", Person.name(number))
                            .setParameter("id", id)
                            .executeUpdate()
                    > 0;
            for (int which = 0; which < Pet.EACH; which++) {
                session.createMutationQuery("update PetEntity set name = :name where id = :id")
                        .setParameter("name", Pet.name(number, which))
                        .setParameter("id", Pet.id(id, which))
                        .executeUpdate();
            }
            return found;
        });
    }
}
