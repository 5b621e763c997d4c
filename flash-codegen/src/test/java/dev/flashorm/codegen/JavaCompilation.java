package dev.flashorm.codegen;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated sources as their users would who ask for every warning. */
public final class JavaCompilation {
    private JavaCompilation() {}

    /** What the compiler had to say; nothing is what we want. */
    public static List<String> compile(List<GeneratedFile> files, Path output) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> sources = new ArrayList<>();
        for (GeneratedFile file : files) {
            sources.add(new Source(file));
        }
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            StringWriter rest = new StringWriter();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    rest,
                    manager,
                    diagnostics,
                    List.of("-Xlint:all", "-Werror", "--release", "17", "-d", output.toString()),
                    null,
                    sources);
            boolean done = withDefaultStack(task);
            List<String> messages = new ArrayList<>();
            for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
                messages.add(diagnostic.toString());
            }
            if (!done && messages.isEmpty()) {
                messages.add(rest.toString());
            }
            return messages;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Long expressions must not need more stack than a compiler has that nobody configured. */
    private static boolean withDefaultStack(JavaCompiler.CompilationTask task) {
        FutureTask<Boolean> run = new FutureTask<>(task);
        new Thread(run, "javac").start();
        try {
            return run.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A loader of what was compiled. */
    public static URLClassLoader load(Path output) throws IOException {
        return new URLClassLoader(new URL[] {output.toUri().toURL()}, JavaCompilation.class.getClassLoader());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String content;

        Source(GeneratedFile file) {
            super(URI.create("mem:///" + file.path()), Kind.SOURCE);
            content = file.content();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
