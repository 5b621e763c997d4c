package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.TextEdit;
import dev.flashorm.schema.source.Span;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Turns of phrase that several rules share. */
final class Diagnosis {
    private Diagnosis() {}

    /** Adds "did you mean", with an edit when only one name can be meant; the list of candidates when it is short. */
    static Diagnostic.Builder suggest(
            Diagnostic.Builder builder,
            Span wrongSpan,
            String wrong,
            Collection<String> candidates,
            Findings findings) {
        if (!findings.mayCompareWith(candidates.size())) {
            return builder;
        }
        List<String> near = Suggestions.near(wrong, candidates);
        if (!near.isEmpty()) {
            Optional<String> certain = Suggestions.certain(wrong, candidates);
            String text = "did you mean " + Suggestions.oneOf(near) + "?";
            return certain.isPresent()
                    ? builder.help(text, new TextEdit(wrongSpan, certain.get()))
                    : builder.help(text);
        }
        if (!candidates.isEmpty() && candidates.size() <= 8) {
            builder.note("there is " + Suggestions.allOf(List.copyOf(candidates)));
        }
        return builder;
    }

    /** The same for names that are shown with signs in front: `@id`. */
    static Diagnostic.Builder suggestAttribute(
            Diagnostic.Builder builder,
            Span wrongSpan,
            String wrong,
            String signs,
            Collection<String> candidates,
            Findings findings) {
        List<String> near =
                findings.mayCompareWith(candidates.size()) ? Suggestions.near(wrong, candidates) : List.of();
        if (near.isEmpty()) {
            return builder;
        }
        String text = "did you mean "
                + Suggestions.oneOf(near.stream().map(name -> signs + name).toList()) + "?";
        Optional<String> certain = Suggestions.certain(wrong, candidates);
        return certain.isPresent() ? builder.help(text, new TextEdit(wrongSpan, certain.get())) : builder.help(text);
    }

    /** "`a`, `b` and `c`". */
    static String names(Collection<ResolvedField> fields) {
        return Suggestions.allOf(fields.stream().map(ResolvedField::name).toList());
    }

    /** "`[a, b]`". */
    static String list(Collection<ResolvedField> fields) {
        return "[" + String.join(", ", fields.stream().map(ResolvedField::name).toList()) + "]";
    }

    /** "a `String`", "an `Int`". */
    static String withArticleQuoted(String name) {
        return ("AEIO".indexOf(name.charAt(0)) >= 0 ? "an `" : "a `") + name + "`";
    }

    /** "a model", "an enum". */
    static String withArticle(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
