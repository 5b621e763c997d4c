package dev.flashorm.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;

/** The files of the demo's project, and where its libraries come from. */
final class DemoProject {
    static final String MAIN = "src/main/java/demo/Main.java";

    private static final String SCHEMA = "schema.flash";

    /** One class of each library that the generated code needs when it runs. */
    private static final List<String> LIBRARIES = List.of(
            "dev.flashorm.runtime.FlashDatabase",
            "com.zaxxer.hikari.HikariDataSource",
            "org.jspecify.annotations.Nullable",
            "org.slf4j.Logger",
            "org.slf4j.nop.NOPServiceProvider",
            "org.sqlite.JDBC");

    private final Path folder;

    DemoProject(Path folder) {
        this.folder = folder;
    }

    void writeSchema() throws IOException {
        copy(SCHEMA, SCHEMA);
    }

    void writeProgram() throws IOException {
        copy("Main.java", MAIN);
        copy("README.md", "README.md");
        copy("run.cmd", "run.cmd");
        copy("run", "run");
        if (!folder.resolve("run").toFile().setExecutable(true)) {
            throw new IOException("`run` could not be made executable");
        }
    }

    /** Copies the libraries beside the project, so that it runs without Flash. */
    List<Path> writeLibraries() throws IOException {
        Path target = Files.createDirectories(folder.resolve("lib"));
        List<Path> libraries = new ArrayList<>();
        for (String type : LIBRARIES) {
            Path source = libraryOf(type);
            Path library = target.resolve(source.getFileName());
            if (Files.isDirectory(source)) {
                copyTree(source, library);
            } else {
                Files.copy(source, library, StandardCopyOption.REPLACE_EXISTING);
            }
            libraries.add(library);
        }
        return libraries;
    }

    private static Path libraryOf(String type) throws IOException {
        try {
            CodeSource source = Class.forName(type, false, DemoProject.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IOException("this installation lacks a library: " + type, e);
        }
    }

    private static void copyTree(Path source, Path target) throws IOException {
        try (var files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private void copy(String resource, String file) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(folder.resolve(file).resolveSibling("."));
        try (InputStream source = DemoProject.class.getResourceAsStream(resource)) {
            if (source == null) {
                throw new IOException("this installation lacks a file of the demo: " + resource);
            }
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
