package dev.flashorm.schema.diagnostic;

import dev.flashorm.schema.source.Span;

/** A span with what is to be said right under it; the text may be empty. */
public record Label(Span span, String text) {}
