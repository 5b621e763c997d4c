package dev.flashorm.benchmarks.contestant.naive;

import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.model.Person;
import dev.flashorm.benchmarks.model.PersonPets;
import dev.flashorm.benchmarks.model.Pet;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

final class NaivePeople implements People {
    private final NaiveJdbc jdbc;

    NaivePeople(NaiveJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object people(int upTo) {
        return jdbc.call(connection -> jdbc.list(connection, jdbc.rows::person, Sql.FIRST_PEOPLE, upTo));
    }

    @Override
    public Object peopleWithPets(int upTo) {
        return jdbc.call(connection -> {
            List<PersonPets<Person, Pet>> people = new ArrayList<>();
            for (Person person : jdbc.list(connection, jdbc.rows::person, Sql.FIRST_PEOPLE, upTo)) {
                people.add(new PersonPets<>(
                        person, jdbc.list(connection, jdbc.rows::pet, Sql.PETS_OF + "= ?" + Sql.BY_KEY, person.id())));
            }
            return people;
        });
    }

    @Override
    public Object insertPerson(int number) {
        return jdbc.call(connection -> insert(connection, number));
    }

    private Person insert(Connection connection, int number) throws SQLException {
        String name = Person.name(number);
        return new Person(jdbc.insert(connection, Sql.INSERT_PERSON, name), name);
    }

    @Override
    public Object insertPersonWithPets(int number) {
        return jdbc.transaction(connection -> {
            Person person = insert(connection, number);
            List<Pet> pets = new ArrayList<>();
            for (int which = 0; which < Pet.EACH; which++) {
                String name = Pet.name(number, which);
                String kind = Pet.kind(which);
                int id = jdbc.insert(connection, Sql.INSERT_PET, name, kind, person.id());
                pets.add(new Pet(id, name, kind, person.id()));
            }
            return new PersonPets<>(person, pets);
        });
    }

    @Override
    public Object updatePersonWithPets(int id, int number) {
        return jdbc.transaction(connection -> {
            boolean found = jdbc.update(connection, Sql.UPDATE_PERSON, Person.name(number), id) > 0;
            for (int which = 0; which < Pet.EACH; which++) {
                jdbc.update(connection, Sql.UPDATE_PET, Pet.name(number, which), Pet.id(id, which));
            }
            return found;
        });
    }
}
