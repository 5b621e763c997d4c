package dev.flashorm.benchmarks.contestant.jooq;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.contestant.Values;
import dev.flashorm.benchmarks.model.Person;
import dev.flashorm.benchmarks.model.PersonPets;
import dev.flashorm.benchmarks.model.Pet;
import java.util.ArrayList;
import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep3;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.Result;

final class JooqPeople implements People {
    private final WithJooq with;
    private final int petsEach;

    JooqPeople(WithJooq with) {
        this.with = with;
        this.petsEach = with.values == Values.SQLITE ? 1 : Pet.EACH;
    }

    @Override
    public Object people(int upTo) {
        return with.sql
                .select(Shop.PERSON_ID, Shop.PERSON_NAME)
                .from(Shop.PEOPLE)
                .where(Shop.PERSON_ID.le(upTo))
                .orderBy(Shop.PERSON_ID)
                .fetch(Records.mapping(Person::new));
    }

    @Override
    public Object peopleWithPets(int upTo) {
        return with.sql
                .select(
                        Shop.PERSON_ID,
                        Shop.PERSON_NAME,
                        multiset(select(Shop.PET_ID, Shop.PET_NAME, Shop.PET_KIND, Shop.PET_PERSON)
                                        .from(Shop.PETS)
                                        .where(Shop.PET_PERSON.eq(Shop.PERSON_ID))
                                        .orderBy(Shop.PET_ID))
                                .convertFrom(rows -> rows.map(Records.mapping(Pet::new))))
                .from(Shop.PEOPLE)
                .where(Shop.PERSON_ID.le(upTo))
                .orderBy(Shop.PERSON_ID)
                .fetch(row -> new PersonPets<>(new Person(row.value1(), row.value2()), row.value3()));
    }

    @Override
    public Object insertPerson(int number) {
        return insert(with.sql, number);
    }

    private static Person insert(DSLContext sql, int number) {
        String name = Person.name(number);
        int id = sql.insertInto(Shop.PEOPLE, Shop.NAME)
                .values(name)
                .returningResult(Shop.PEOPLE.id)
                .fetchSingle()
                .value1();
        return new Person(id, name);
    }

    @Override
    public Object insertPersonWithPets(int number) {
        return with.sql.transactionResult(configuration -> {
            DSLContext sql = configuration.dsl();
            Person person = insert(sql, number);
            List<Pet> pets = new ArrayList<>();
            for (int from = 0; from < Pet.EACH; from += petsEach) {
                InsertValuesStep3<Record, String, String, Integer> insert =
                        sql.insertInto(Shop.PETS, Shop.PET_NAME, Shop.PET_KIND, Shop.PET_PERSON);
                for (int which = from; which < from + petsEach; which++) {
                    insert = insert.values(Pet.name(number, which), Pet.kind(which), person.id());
                }
                Result<? extends Record> ids =
                        insert.returningResult(Shop.PETS.id).fetch();
                for (int i = 0; i < petsEach; i++) {
                    int which = from + i;
                    pets.add(new Pet(
                            ids.get(i).get(Shop.PETS.id), Pet.name(number, which), Pet.kind(which), person.id()));
                }
            }
            return new PersonPets<>(person, pets);
        });
    }

    @Override
    public Object updatePersonWithPets(int id, int number) {
        return with.sql.transactionResult(configuration -> {
            DSLContext sql = configuration.dsl();
            boolean found = sql.update(Shop.PEOPLE)
                            .set(Shop.NAME, Person.name(number))
                            .where(Shop.ID.eq(id))
                            .execute()
                    > 0;
            BatchBindStep batch =
                    sql.batch(sql.update(Shop.PETS).set(Shop.NAME, "").where(Shop.ID.eq(0)));
            for (int which = 0; which < Pet.EACH; which++) {
                batch = batch.bind(Pet.name(number, which), Pet.id(id, which));
            }
            batch.execute();
            return found;
        });
    }
}
