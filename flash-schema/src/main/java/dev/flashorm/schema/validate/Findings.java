package dev.flashorm.schema.validate;

import dev.flashorm.schema.diagnostic.Diagnostic;
import dev.flashorm.schema.diagnostic.DiagnosticCode;
import dev.flashorm.schema.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Collects what the rules find, and what they found broken, so that nothing is reported twice. */
final class Findings {
    private final Set<String> lostNames;
    private final List<Diagnostic.Builder> pending = new ArrayList<>();
    private final Set<Object> broken = Collections.newSetFromMap(new IdentityHashMap<>());
    private int errors;
    private int comparisonsLeft = 200_000;

    /** @param lostNames the names in text that could not be read */
    Findings(Set<String> lostNames) {
        this.lostNames = lostNames;
    }

    /** Whether something of this name may be declared in text that could not be read, and was reported as such. */
    boolean isLost(String name) {
        return lostNames.contains(name);
    }

    /** An error; the optional parts are added to the returned builder. */
    Diagnostic.Builder error(DiagnosticCode code, Span span, String message) {
        Diagnostic.Builder builder = Diagnostic.error(code.id(), span, message);
        pending.add(builder);
        errors++;
        return builder;
    }

    /** A warning; the optional parts are added to the returned builder. */
    Diagnostic.Builder warning(DiagnosticCode code, Span span, String message) {
        Diagnostic.Builder builder = Diagnostic.warning(code.id(), span, message);
        pending.add(builder);
        return builder;
    }

    /** From now on rules leave this alone: an error has been reported that explains whatever else is odd about it. */
    void markBroken(Object element) {
        broken.add(element);
    }

    boolean isBroken(Object element) {
        return broken.contains(element);
    }

    /** Errors so far. */
    int errorCount() {
        return errors;
    }

    /**
     * Whether a wrong name may still be compared with this many candidates. Bounded over all findings, so that a huge
     * schema of nothing but unknown names is refused as fast as any other.
     */
    boolean mayCompareWith(int candidates) {
        comparisonsLeft -= candidates;
        return comparisonsLeft >= 0;
    }

    List<Diagnostic> build() {
        return pending.stream().map(Diagnostic.Builder::build).toList();
    }
}
