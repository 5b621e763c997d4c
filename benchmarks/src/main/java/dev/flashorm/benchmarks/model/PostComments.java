package dev.flashorm.benchmarks.model;

import java.util.List;

/** The second level of three; also what Flash puts its own records into. */
public record PostComments<P, C>(P post, List<C> comments) {}
