package dev.flashorm.benchmarks.model;

import java.util.List;

/** Also what Flash puts its own records into. */
public record PersonPets<P, T>(P person, List<T> pets) {}
