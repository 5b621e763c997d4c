package dev.flashorm.benchmarks.contestant.jdbi;

import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.model.Person;
import dev.flashorm.benchmarks.model.PersonPets;
import dev.flashorm.benchmarks.model.Pet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

final class JdbiPeople implements People {
    private final WithJdbi with;

    JdbiPeople(WithJdbi with) {
        this.with = with;
    }

    @Override
    public Object people(int upTo) {
        return with.jdbi.withHandle(handle -> handle.createQuery(Sql.FIRST_PEOPLE)
                .bind(0, upTo)
                .mapTo(Person.class)
                .list());
    }

    @Override
    public Object peopleWithPets(int upTo) {
        return with.jdbi.withHandle(handle -> {
            List<Person> people = handle.createQuery(Sql.FIRST_PEOPLE)
                    .bind(0, upTo)
                    .mapTo(Person.class)
                    .list();
            Map<Integer, List<Pet>> pets = new HashMap<>();
            for (Pet pet : with.byKeys(
                    handle,
                    Pet.class,
                    Sql.PETS_OF,
                    people.stream().map(Person::id).toList())) {
                pets.computeIfAbsent(pet.personId(), unused -> new ArrayList<>())
                        .add(pet);
            }
            List<PersonPets<Person, Pet>> result = new ArrayList<>();
            people.forEach(person -> result.add(new PersonPets<>(person, pets.getOrDefault(person.id(), List.of()))));
            return result;
        });
    }

    @Override
    public Object insertPerson(int number) {
        return with.jdbi.withHandle(handle -> insert(handle, number));
    }

    private static Person insert(Handle handle, int number) {
        String name = Person.name(number);
        int id = handle.createUpdate(Sql.INSERT_PERSON)
                .bind(0, name)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Integer.class)
                .one();
        return new Person(id, name);
    }

    @Override
    public Object insertPersonWithPets(int number) {
        return with.jdbi.inTransaction(handle -> {
            Person person = insert(handle, number);
            return new PersonPets<>(person, insertPets(handle, person, number));
        });
    }

    private List<Pet> insertPets(Handle handle, Person person, int number) {
        List<Pet> pets = new ArrayList<>();
        if (with.values == Values.SQLITE) {
            for (int which = 0; which < Pet.EACH; which++) {
                int id = handle.createUpdate(Sql.INSERT_PET)
                        .bind(0, Pet.name(number, which))
                        .bind(1, Pet.kind(which))
                        .bind(2, person.id())
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Integer.class)
                        .one();
                pets.add(new Pet(id, Pet.name(number, which), Pet.kind(which), person.id()));
            }
            return pets;
        }
        PreparedBatch batch = handle.prepareBatch(Sql.INSERT_PET);
        for (int which = 0; which < Pet.EACH; which++) {
            batch.bind(0, Pet.name(number, which))
                    .bind(1, Pet.kind(which))
                    .bind(2, person.id())
                    .add();
        }
        List<Integer> ids =
                batch.executePreparedBatch("id").mapTo(Integer.class).list();
        for (int which = 0; which < Pet.EACH; which++) {
            pets.add(new Pet(ids.get(which), Pet.name(number, which), Pet.kind(which), person.id()));
        }
        return pets;
    }

    @Override
    public Object updatePersonWithPets(int id, int number) {
        return with.jdbi.inTransaction(handle -> {
            boolean found = handle.createUpdate(Sql.UPDATE_PERSON)
                            .bind(0, Person.name(number))
                            .bind(1, id)
                            .execute()
                    > 0;
            PreparedBatch batch = handle.prepareBatch(Sql.UPDATE_PET);
            for (int which = 0; which < Pet.EACH; which++) {
                batch.bind(0, Pet.name(number, which))
                        .bind(1, Pet.id(id, which))
                        .add();
            }
            batch.execute();
            return found;
        });
    }
}
