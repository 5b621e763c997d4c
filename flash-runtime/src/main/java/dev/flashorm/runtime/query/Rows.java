package dev.flashorm.runtime.query;

import java.util.List;

/**
 * Which records of a table are meant, and in which order.
 *
 * @param skip how many of the first to leave out; negative for none
 * @param take how many at most; negative for all
 */
public record Rows<M>(Table<M> table, Condition<M> condition, List<Order<M>> orders, long skip, long take) {}
