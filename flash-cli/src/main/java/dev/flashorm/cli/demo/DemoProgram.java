package dev.flashorm.cli.demo;

import dev.flashorm.schema.diagnostic.FailureException;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the demo's program and runs it in a Java of its own. */
final class DemoProgram {
    private static final String NO_COMPILER = "F6051";
    private static final String NOT_COMPILED = "F6052";
    private static final String NOT_RUN = "F6053";
    private static final int LONGEST_RUN_SECONDS = 120;

    private final Path folder;
    private final String libraries;

    DemoProgram(Path folder, List<Path> libraries) {
        this.folder = folder;
        this.libraries = String.join(
                File.pathSeparator, libraries.stream().map(Path::toString).toList());
    }

    static void requireCompiler() {
        if (ToolProvider.getSystemJavaCompiler() == null) {
            throw FailureException.failed(NO_COMPILER, "the Java in use has no compiler, which the demo needs")
                    .note("it is " + System.getProperty("java.home"))
                    .help("install a JDK (not a JRE) of version 17 or newer, and let JAVA_HOME name it")
                    .build();
        }
    }

    /** With all warnings on, and each of them an error. */
    int compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> sources;
        try (Stream<Path> files = Files.walk(folder.resolve("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-Xlint:all",
                                    "-Werror",
                                    "-cp",
                                    libraries,
                                    "-d",
                                    classes().toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw FailureException.failed(NOT_COMPILED, "the demo's program does not compile")
                        .note(messages.toString().strip())
                        .build();
            }
        }
        return sources.size();
    }

    /** @return what the program printed */
    List<String> run() throws IOException {
        Path output = Files.createTempFile("flash-demo", ".txt");
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-Dfile.encoding=UTF-8",
                            "-Dstdout.encoding=UTF-8",
                            "-cp",
                            classes() + File.pathSeparator + libraries,
                            "demo.Main")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            int exit = wait(process);
            List<String> lines = Files.readAllLines(output);
            if (exit != 0) {
                throw FailureException.failed(NOT_RUN, "the demo's program ended with exit code " + exit)
                        .note(String.join("\n", lines))
                        .build();
            }
            return lines;
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static int wait(Process process) {
        try {
            if (process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw FailureException.failed(NOT_RUN, "the demo's program did not end in " + LONGEST_RUN_SECONDS + " s")
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FailureException.of(FailureException.Kind.INTERRUPTED, NOT_RUN, "the demo was interrupted")
                    .build();
        } finally {
            process.destroyForcibly();
        }
    }

    private Path classes() {
        return folder.resolve("target/classes");
    }
}
