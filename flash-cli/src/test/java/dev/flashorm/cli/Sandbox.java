package dev.flashorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashorm.cli.host.Host;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder in which tests run `flash` in process; what `--json` prints is held against its schema, always. */
final class Sandbox {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private byte[] stdin = {};
    private Host.Terminals terminals = Host.Terminals.NONE;

    Sandbox(Path folder) {
        this.folder = folder;
        environment.put("XDG_STATE_HOME", folder.resolveSibling("state").toString());
    }

    Path folder() {
        return folder;
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    Sandbox in(String subfolder) {
        Sandbox inside = new Sandbox(folder.resolve(subfolder));
        inside.environment.putAll(environment);
        return inside;
    }

    Sandbox set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Sandbox stdin(String text) {
        stdin = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    Sandbox terminals(boolean in, boolean out, boolean err) {
        terminals = new Host.Terminals(in, out, err);
        return this;
    }

    Sandbox write(String file, String text) {
        try {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Run flash(String... arguments) {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Host host =
                new Host(Map.copyOf(environment), folder, new ByteArrayInputStream(stdin), stdout, stderr, terminals);
        int exit = new Cli(host).run(arguments);
        Run run = new Run(exit, stdout.toString(StandardCharsets.UTF_8), stderr.toString(StandardCharsets.UTF_8));
        if (Arrays.asList(arguments).contains("--json")) {
            JsonSchemas.check(run);
        }
        return run;
    }

    /** Every file with a hash of its bytes, to see that nothing was written. */
    Map<String, String> snapshot() {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> hashes = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(folder.relativize(file).toString(), hash(Files.readAllBytes(file)));
            }
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a run left behind. */
    record Run(int exit, String stdout, String stderr) {
        Run exits(int expected) {
            assertThat(exit)
                    .as("exit code, with stderr:%n%s%nstdout:%n%s", stderr, stdout)
                    .isEqualTo(expected);
            return this;
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(stdout);
        }

        List<String> errorLines() {
            return stderr.lines().toList();
        }
    }
}
