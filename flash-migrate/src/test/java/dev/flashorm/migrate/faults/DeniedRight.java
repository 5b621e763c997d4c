package dev.flashorm.migrate.faults;

import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.testing.DatabaseName;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The user may not alter a table, not create one, or not write the history; a SQLite file is read-only. */
final class DeniedRight implements Fault {
    private static final String USER = "flash_denied_" + ProcessHandle.current().pid();

    @Override
    public String name() {
        return "permission denied";
    }

    @Override
    public void inject(Lab lab) throws Exception {
        if (lab.server().name() == DatabaseName.SQLITE) {
            readOnlyFile(lab);
            for (int step : lab.moments(lab.first().size(), 2)) {
                readOnlyConnection(lab, step);
            }
            return;
        }
        boolean postgresql = lab.server().name() == DatabaseName.POSTGRESQL;
        for (Course course : lab.courses()) {
            // Altering a table is its owner's right on PostgreSQL: nobody can be granted it.
            denied(
                    lab,
                    course,
                    postgresql
                            ? List.of(
                                    "GRANT ALL ON SCHEMA public TO %s",
                                    "GRANT ALL ON ALL TABLES IN SCHEMA public TO %s")
                            : List.of(
                                    "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, INDEX, REFERENCES ON {db}.* TO %s"),
                    3);
            denied(
                    lab,
                    course,
                    postgresql
                            ? List.of("GRANT ALL ON ALL TABLES IN SCHEMA public TO %s")
                            : List.of(
                                    "GRANT SELECT, ALTER ON {db}.* TO %s",
                                    "GRANT ALL ON {db}._flash_migrations TO %s", "GRANT ALL ON {db}._flash_lock TO %s"),
                    1);
            denied(
                    lab,
                    course,
                    postgresql
                            ? List.of("GRANT SELECT ON ALL TABLES IN SCHEMA public TO %s")
                            : List.of("GRANT SELECT ON {db}.* TO %s"),
                    0);
        }
    }

    /** @param step which statement is refused; 0 for the migrator's own */
    private void denied(Lab lab, Course course, List<String> grants, int step) throws Exception {
        boolean postgresql = lab.server().name() == DatabaseName.POSTGRESQL;
        String user = postgresql ? USER : "'" + USER + "'@'%'";
        try (Attack attack = lab.attack(course)) {
            String url = attack.scene.database.url();
            String database = url.substring(url.lastIndexOf('/') + 1);
            List<String> setUp = new ArrayList<>();
            setUp.add(
                    postgresql
                            ? "CREATE ROLE " + USER + " LOGIN PASSWORD 'Xq7!pw'"
                            : "CREATE USER " + user + " IDENTIFIED BY 'Xq7!pw'");
            grants.forEach(grant -> setUp.add(grant.replace("{db}", database).formatted(user)));
            attack.scene.database.execute(setUp.toArray(String[]::new));
            try {
                String place = url.substring(url.lastIndexOf('@') + 1);
                String poor = url.substring(0, url.indexOf("://")) + "://" + USER + ":Xq7!pw@" + place;
                Optional<Complaint> complaint = attack.run(poor, ExecutorOptions.defaults("test"));
                if (complaint.isEmpty()) {
                    throw new AssertionError("nothing was denied: " + grants);
                }
                lab.judge(this)
                        .judge(
                                attack,
                                "statement " + step,
                                complaint,
                                said -> said.code().equals("F5318")
                                        && (step == 0 ? said.tellsOfLoss(course) : said.blames(course, step)),
                                () -> {});
            } finally {
                if (postgresql) {
                    attack.scene.database.execute("DROP OWNED BY " + USER, "DROP ROLE " + USER);
                } else {
                    attack.scene.database.execute("DROP USER " + user);
                }
            }
        }
    }

    /** Byte 18 of the header: a write version above 2 makes the file read-only, for root as well (file format 1.3.3). */
    private void readOnlyFile(Lab lab) throws Exception {
        try (Attack attack = lab.attack(lab.first())) {
            int version = writeVersion(attack, 3);
            Optional<Complaint> complaint = attack.run();
            writeVersion(attack, version);
            lab.judge(this)
                    .judge(
                            attack,
                            "read-only file",
                            complaint,
                            said -> said.code().equals("F5318") && said.tellsOfLoss(lab.first()),
                            () -> {});
        }
    }

    private static int writeVersion(Attack attack, int version) throws IOException {
        String path = attack.scene.database.url().substring("file:".length());
        try (RandomAccessFile file = new RandomAccessFile(path, "rw")) {
            file.seek(18);
            int before = file.read();
            file.seek(18);
            file.write(version);
            return before;
        }
    }

    private void readOnlyConnection(Lab lab, int step) throws Exception {
        Course course = lab.first().preceded(step, "PRAGMA query_only=ON");
        try (Attack attack = lab.attack(course)) {
            Optional<Complaint> complaint = attack.run();
            lab.judge(this)
                    .judge(
                            attack,
                            "read-only from statement " + step,
                            complaint,
                            said -> said.code().equals("F5318") && said.blames(course, step + 1),
                            () -> attack.rewrite(lab.first()));
        }
    }
}
