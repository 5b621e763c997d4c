package dev.flashorm.benchmarks.contestant.handwritten;

import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.contestant.Sql;
import dev.flashorm.benchmarks.model.Person;
import dev.flashorm.benchmarks.model.PersonPets;
import dev.flashorm.benchmarks.model.Pet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class HandWrittenPeople implements People {
    private final Expert expert;

    HandWrittenPeople(Expert expert) {
        this.expert = expert;
    }

    @Override
    public Object people(int upTo) {
        try (Connection connection = expert.pool.getConnection()) {
            return people(connection, upTo);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Person> people(Connection connection, int upTo) throws SQLException {
        PreparedStatement statement = expert.prepare(connection, Sql.FIRST_PEOPLE);
        statement.setInt(1, upTo);
        List<Person> people = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                people.add(expert.rows.person(rows));
            }
        }
        expert.done(statement);
        return people;
    }

    @Override
    public Object peopleWithPets(int upTo) {
        try (Connection connection = expert.pool.getConnection()) {
            List<Person> people = people(connection, upTo);
            int[] ids = new int[people.size()];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = people.get(i).id();
            }
            Map<Integer, List<Pet>> pets = new HashMap<>();
            PreparedStatement related = expert.byKeys(connection, Sql.PETS_OF, ids);
            try (ResultSet rows = related.executeQuery()) {
                while (rows.next()) {
                    Pet pet = expert.rows.pet(rows);
                    pets.computeIfAbsent(pet.personId(), unused -> new ArrayList<>())
                            .add(pet);
                }
            }
            expert.done(related);
            List<PersonPets<Person, Pet>> result = new ArrayList<>(people.size());
            for (Person person : people) {
                result.add(new PersonPets<>(person, pets.getOrDefault(person.id(), List.of())));
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object insertPerson(int number) {
        String name = Person.name(number);
        try (Connection connection = expert.pool.getConnection()) {
            return new Person(expert.insertPerson(connection, name), name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object insertPersonWithPets(int number) {
        String name = Person.name(number);
        try (Connection connection = expert.pool.getConnection()) {
            connection.setAutoCommit(false);
            Person person = new Person(expert.insertPerson(connection, name), name);
            List<Pet> pets = new ArrayList<>(Pet.EACH);
            for (int which = 0; which < Pet.EACH; which++) {
                pets.add(new Pet(0, Pet.name(number, which), Pet.kind(which), person.id()));
            }
            int[] ids = expert.insertPets(connection, pets);
            connection.commit();
            for (int which = 0; which < Pet.EACH; which++) {
                Pet pet = pets.get(which);
                pets.set(which, new Pet(ids[which], pet.name(), pet.kind(), pet.personId()));
            }
            return new PersonPets<>(person, pets);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object updatePersonWithPets(int id, int number) {
        try (Connection connection = expert.pool.getConnection()) {
            connection.setAutoCommit(false);
            PreparedStatement statement = expert.prepare(connection, Sql.UPDATE_PERSON);
            statement.setString(1, Person.name(number));
            statement.setInt(2, id);
            boolean found = statement.executeUpdate() > 0;
            expert.done(statement);
            expert.renamePets(connection, id, number);
            connection.commit();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
