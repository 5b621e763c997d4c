package dev.flashorm.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a process took, from start to end, in milliseconds.
 *
 * @param clock of the wall
 * @param cpu of all its threads, which other load on the machine disturbs less
 */
record TimedProcess(double clock, double cpu) {
    /** @throws IllegalStateException if it fails */
    static TimedProcess run(Path folder, List<String> line) throws IOException, InterruptedException {
        // `times` says last what the processes that a shell has waited for have used.
        List<String> shell = new ArrayList<>(List.of("sh", "-c", "\"$@\" && times", "sh"));
        shell.addAll(line);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(shell)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        double clock = (System.nanoTime() - start) / 1e6;
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed: " + String.join(" ", line));
        }
        return new TimedProcess(clock, cpuMillis(output.strip()));
    }

    /** The user and system time of the last line, `0m0.412s 0m0.050s`, together. */
    private static double cpuMillis(String output) {
        double millis = 0;
        for (String time : output.substring(output.lastIndexOf('\n') + 1).split(" ", -1)) {
            int minutes = time.indexOf('m');
            millis += Integer.parseInt(time.substring(0, minutes)) * 60_000
                    + Double.parseDouble(time.substring(minutes + 1, time.indexOf('s'))) * 1000;
        }
        return millis;
    }
}
