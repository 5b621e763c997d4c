package @PACKAGE@;

import dev.flashorm.benchmarks.contestant.People;
import dev.flashorm.benchmarks.model.PersonPets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

final class FlashPeople implements People {
    private static final List<Integer> WHICH =
            IntStream.range(0, dev.flashorm.benchmarks.model.Pet.EACH).boxed().toList();

    private final AppDb db;

    FlashPeople(AppDb db) {
        this.db = db;
    }

    @Override
    public Object people(int upTo) {
        return db.people().where(@PACKAGE@.People.ID.lte(upTo)).orderBy(@PACKAGE@.People.ID.asc()).list();
    }

    @Override
    public Object peopleWithPets(int upTo) {
        return db.people()
                .where(@PACKAGE@.People.ID.lte(upTo))
                .orderBy(@PACKAGE@.People.ID.asc())
                .with(@PACKAGE@.People.PETS.orderBy(Pets.ID.asc()), PersonPets::new)
                .list();
    }

    @Override
    public Object insertPerson(int number) {
        return db.people().create(NewPerson.of(dev.flashorm.benchmarks.model.Person.name(number)));
    }

    @Override
    public Object insertPersonWithPets(int number) {
        return db.transaction(tx -> {
            Person person = tx.people().create(NewPerson.of(dev.flashorm.benchmarks.model.Person.name(number)));
            List<NewPet> pets = new ArrayList<>(dev.flashorm.benchmarks.model.Pet.EACH);
            for (int which = 0; which < dev.flashorm.benchmarks.model.Pet.EACH; which++) {
                pets.add(NewPet.of(
                        dev.flashorm.benchmarks.model.Pet.name(number, which),
                        dev.flashorm.benchmarks.model.Pet.kind(which),
                        person.id()));
            }
            return new PersonPets<>(person, tx.pets().createMany(pets));
        });
    }

    @Override
    public Object updatePersonWithPets(int id, int number) {
        return db.transaction(tx -> {
            boolean found = tx.people().update(id, s -> s.name(dev.flashorm.benchmarks.model.Person.name(number)));
            tx.pets()
                    .updateEach(
                            WHICH,
                            which -> Pets.ID.eq(dev.flashorm.benchmarks.model.Pet.id(id, which)),
                            (which, s) -> s.name(dev.flashorm.benchmarks.model.Pet.name(number, which)));
            return found;
        });
    }
}
