package dev.flashorm.benchmarks.contestant.mybatis;

/** Where MyBatis puts the id that a row is given; it cannot put it into a record. */
public final class Key {
    private int id;

    public int getId() {
        return id;
    }

    public void setId(int id) {
        this.id = id;
    }
}
