package dev.flashorm.migrate.faults;

import dev.flashorm.testing.DatabaseName;
import dev.flashorm.testing.OwnServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * SQLite may not grow beyond N pages; on a server the files of one database lie on a small tmpfs that a ballast fills,
 * which needs Linux and root.
 */
final class FullDisk implements Fault {
    @Override
    public String name() {
        return "disk full";
    }

    @Override
    public void inject(Lab lab) throws Exception {
        if (lab.server().name() == DatabaseName.SQLITE) {
            pages(lab);
            return;
        }
        if (!lab.isThorough() || !"root".equals(System.getProperty("user.name"))) {
            return;
        }
        try (OwnServer own = OwnServer.start(lab.server().name()).orElse(null)) {
            if (own == null) {
                return;
            }
            Lab ownLab = lab.on(own.server());
            Course course = Course.large(own.server());
            for (int room : new int[] {0, 400, 1500, 3000}) {
                room(ownLab, own, course, room);
            }
        }
    }

    private void pages(Lab lab) throws Exception {
        boolean full = true;
        for (int more = 0; full; more += lab.isThorough() ? 1 : 4) {
            try (Attack attack = lab.attack(lab.first())) {
                int pages =
                        Integer.parseInt(attack.scene.query("PRAGMA page_count").get(0)) + more;
                Course course = lab.first().preceded(1, "PRAGMA max_page_count=" + pages);
                attack.rewrite(course);
                Optional<Complaint> complaint = attack.run();
                full = complaint.isPresent();
                lab.judge(this).judge(attack, more + " pages left", complaint, said -> isTold(said, course), () -> {
                    if (complaint.isPresent()) {
                        attack.rewrite(lab.first());
                    }
                });
            }
        }
    }

    private static boolean isTold(Complaint said, Course course) {
        boolean known = said.code().equals("F5317") || said.code().equals("F5508");
        return known && said.tellsOfLoss(course);
    }

    /** @param kilobytes how much is left when the run begins */
    private void room(Lab lab, OwnServer own, Course course, int kilobytes) throws Exception {
        try (Attack attack = lab.attack(course)) {
            Path small = small(own, attack);
            try {
                Path ballast = small.resolve("ballast");
                Files.write(ballast, new byte[8 << 20]);
                fill(small, ballast, kilobytes);
                Optional<Complaint> complaint = attack.run();
                Files.delete(ballast);
                // MariaDB 11.4 cannot roll an INSERT back on a full disk: it aborts, and whoever runs it starts it
                // again.
                boolean died = !answers(attack);
                if (died) {
                    own.restart();
                }
                lab.judge(this)
                        .judge(
                                attack,
                                kilobytes + " KiB left",
                                complaint,
                                said -> died ? said.tellsOfLoss(course) : isTold(said, course),
                                () -> {});
            } finally {
                if (own.server().name() == DatabaseName.POSTGRESQL) {
                    attack.scene.database.execute("DROP TABLE kept");
                    attack.scene.close();
                    run("umount", "-l", small.toString());
                } else {
                    // The server removes the database's folder itself, which must be no mount then, and empty; what it
                    // still
                    // knows of a table that is not there any more would stop it at its next start.
                    for (String table : attack.scene.query("SHOW TABLES")) {
                        attack.scene.database.execute("DROP TABLE " + table);
                    }
                    run("umount", "-l", small.toString());
                    run("find", small.toString(), "-mindepth", "1", "-delete");
                    attack.scene.close();
                }
            }
        }
    }

    private static boolean answers(Attack attack) {
        try {
            return !attack.scene.query("SELECT 1").isEmpty();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void fill(Path small, Path ballast, int kilobytes) throws IOException {
        long left = Files.getFileStore(small).getUsableSpace() - kilobytes * 1024L;
        byte[] more = new byte[(int) Math.max(0, left)];
        Files.write(ballast, more, java.nio.file.StandardOpenOption.APPEND);
    }

    /** Puts the database's own folder on a file system of 64 MiB. */
    private static Path small(OwnServer own, Attack attack) throws Exception {
        String url = attack.scene.database.url();
        String database = url.substring(url.lastIndexOf('/') + 1);
        String folder = database;
        if (attack.scene.database.name() == DatabaseName.POSTGRESQL) {
            folder = "base/"
                    + attack.scene
                            .query("SELECT oid FROM pg_database WHERE datname = current_database()")
                            .get(0);
        }
        own.stop();
        Path place = own.data().resolve(folder);
        Path copy = Files.createTempDirectory("flash-copy");
        run("cp", "-a", place + "/.", copy.toString());
        run("mount", "-t", "tmpfs", "-o", "size=64m,mode=0700", "none", place.toString());
        run("cp", "-a", copy + "/.", place.toString());
        own.restart();
        return place;
    }

    private static void run(String... command) throws Exception {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(List.of(command) + ": " + said);
            }
        }
    }
}
