package dev.flashorm.migrate.execute;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who runs: `flash user@host pid 4711`. */
final class Owner {
    private Owner() {}

    static String describe() {
        return "flash " + System.getProperty("user.name", "?") + "@" + host() + " pid "
                + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }
}
