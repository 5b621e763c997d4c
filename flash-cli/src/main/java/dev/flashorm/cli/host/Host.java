package dev.flashorm.cli.host;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run of the command line may touch of its process; tests bring their own.
 *
 * @param environment the environment variables
 * @param workingDirectory absolute; relative paths on the command line start here
 * @param terminals which of the three streams is a terminal
 */
public record Host(
        Map<String, String> environment,
        Path workingDirectory,
        InputStream stdin,
        OutputStream stdout,
        OutputStream stderr,
        Terminals terminals) {

    /** Decided per stream: stdin for prompts, stdout for tables, stderr for colour and progress. */
    public record Terminals(boolean stdin, boolean stdout, boolean stderr) {
        public static final Terminals NONE = new Terminals(false, false, false);
    }

    /** In CI nobody answers, whatever stdin looks like. */
    public boolean isContinuousIntegration() {
        String ci = environment.get("CI");
        return ci != null && !ci.isEmpty() && !ci.equals("false") && !ci.equals("0");
    }
}
