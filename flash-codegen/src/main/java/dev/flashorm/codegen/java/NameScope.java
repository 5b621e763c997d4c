package dev.flashorm.codegen.java;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names that must differ from each other. Who comes later and collides gets a number. */
final class NameScope {
    private final Set<String> taken = new HashSet<>();
    private final boolean ignoresCase;

    private NameScope(boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
    }

    /** Of members of a class. */
    static NameScope members(String... reserved) {
        return new NameScope(false).reserve(reserved);
    }

    /** Of files: some file systems do not tell upper from lower case. */
    static NameScope files(String... reserved) {
        return new NameScope(true).reserve(reserved);
    }

    private NameScope reserve(String... names) {
        for (String name : names) {
            taken.add(key(name));
        }
        return this;
    }

    boolean isFree(String name) {
        return !taken.contains(key(name)) && SourceVersion.isName(name);
    }

    /** This name; with an underscore if Java keeps it for itself, with a number if it is taken. */
    String take(String wanted) {
        String name = SourceVersion.isIdentifier(wanted) ? wanted : "_" + wanted;
        if (!SourceVersion.isName(name)) {
            name += "_";
        }
        String free = name;
        for (int i = 2; taken.contains(key(free)); i++) {
            free = name + i;
        }
        taken.add(key(free));
        return free;
    }

    private String key(String name) {
        return ignoresCase ? name.toLowerCase(Locale.ROOT) : name;
    }
}
