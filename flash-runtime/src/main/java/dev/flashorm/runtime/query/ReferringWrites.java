package dev.flashorm.runtime.query;

/** The writes of a database that leave alone what refers to the records, for {@link References} to look after. */
public interface ReferringWrites extends Engine {
    /** Deletes all records of a condition. @return how many there were */
    <M> long deleteAlone(Scope scope, Table<M> table, Condition<M> condition);

    /** Changes all records of a condition. @return how many there were */
    <M> long updateAlone(Scope scope, Table<M> table, Condition<M> condition, Changes changes);
}
