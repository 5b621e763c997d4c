package dev.flashorm.benchmarks.model;

import java.util.List;

/** Also what Flash puts its own records into. */
public record UserPosts<U, P>(U user, List<P> posts) {}
