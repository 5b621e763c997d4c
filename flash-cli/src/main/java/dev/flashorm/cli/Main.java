package dev.flashorm.cli;

import dev.flashorm.cli.host.Host;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;

/** The process: its streams and environment in, its exit code out. */
public final class Main {
    /** Set by the launcher, which asks the shell: the digits of the streams that are terminals, as in `02`. */
    private static final String TERMINALS = "flash.terminals";

    private Main() {}

    public static void main(String[] args) {
        Host host = new Host(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                // Buffered: a bare FileInputStream of Java 17 cannot read all of a pipe, because it asks for its
                // length.
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                terminals());
        int status = new Cli(host).run(args);
        System.exit(status);
    }

    /** None without the launcher's word: Java can't ask for one stream, and later ones see a console everywhere. */
    private static Host.Terminals terminals() {
        String digits = System.getProperty(TERMINALS, "");
        return new Host.Terminals(digits.indexOf('0') >= 0, digits.indexOf('1') >= 0, digits.indexOf('2') >= 0);
    }
}
