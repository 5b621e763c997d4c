package dev.flashorm.migrate.execute;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C while migrations run: the first one asks to stop after the running statement, a second one ends the process at
 * once.
 */
public final class Interruption implements AutoCloseable {
    private static final int INTERRUPTED = 130;

    private final AtomicBoolean asked = new AtomicBoolean();
    private @Nullable Object previous;

    private Interruption() {}

    /** @param told what to say at the first Ctrl-C */
    public static Interruption watch(Consumer<String> told) {
        Interruption interruption = new Interruption();
        interruption.previous = handle((proxy, method, arguments) -> {
            if (!method.getName().equals("handle")) {
                return method.getName().equals("hashCode") ? (Object) System.identityHashCode(proxy) : null;
            }
            if (interruption.asked.getAndSet(true)) {
                Runtime.getRuntime().halt(INTERRUPTED);
            }
            told.accept("stopping after the running statement; Ctrl-C again stops at once");
            return null;
        });
        return interruption;
    }

    /** Whether the run is to end at the next safe place. */
    public boolean isAsked() {
        return asked.get();
    }

    @Override
    public void close() {
        if (previous != null) {
            install(previous);
        }
    }

    private static @Nullable Object handle(InvocationHandler handler) {
        try {
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            return install(Proxy.newProxyInstance(Interruption.class.getClassLoader(), new Class<?>[] {type}, handler));
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /**
     * Java has no public interface for signals; sun.misc.Signal is in every JDK (module jdk.unsupported), and javac
     * warns of it, so that it is called by reflection. Where it is missing, Ctrl-C ends the process as usual.
     *
     * @return the handler before
     */
    private static @Nullable Object install(Object handler) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            return signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"))
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), handler);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return null;
        }
    }
}
