package dev.flashorm.schema.diagnostic;

import dev.flashorm.schema.source.Span;

/** A replacement of a span's text that a tool can apply; an empty span inserts. */
public record TextEdit(Span span, String replacement) {}
