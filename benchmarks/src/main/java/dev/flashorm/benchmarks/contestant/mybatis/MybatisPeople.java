package dev.flashorm.benchmarks.contestant.mybatis;

import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.model.Person;
import dev.flashorm.benchmarks.model.PersonPets;
import dev.flashorm.benchmarks.model.Pet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class MybatisPeople implements People {
    private final WithMybatis with;

    MybatisPeople(WithMybatis with) {
        this.with = with;
    }

    @Override
    public Object people(int upTo) {
        return with.run(true, mapper -> mapper.people(upTo));
    }

    @Override
    public Object peopleWithPets(int upTo) {
        return with.run(true, mapper -> {
            List<Person> people = mapper.people(upTo);
            Map<Integer, List<Pet>> pets = new HashMap<>();
            for (Pet pet : mapper.pets(people.stream().map(Person::id).toList())) {
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
        return with.run(true, mapper -> insert(mapper, number));
    }

    private static Person insert(ShopMapper mapper, int number) {
        Key key = new Key();
        mapper.insertPerson(Person.name(number), key);
        return new Person(key.getId(), Person.name(number));
    }

    @Override
    public Object insertPersonWithPets(int number) {
        return with.run(false, mapper -> {
            Person person = insert(mapper, number);
            List<Pet> pets = new ArrayList<>();
            for (int which = 0; which < Pet.EACH; which++) {
                Key key = new Key();
                mapper.insertPet(Pet.name(number, which), Pet.kind(which), person.id(), key);
                pets.add(new Pet(key.getId(), Pet.name(number, which), Pet.kind(which), person.id()));
            }
            return new PersonPets<>(person, pets);
        });
    }

    @Override
    public Object updatePersonWithPets(int id, int number) {
        return with.run(false, mapper -> {
            boolean found = mapper.updatePerson(id, Person.name(number)) > 0;
            for (int which = 0; which < Pet.EACH; which++) {
                mapper.updatePet(Pet.id(id, which), Pet.name(number, which));
            }
            return found;
        });
    }
}
