package dev.flashorm.migrate.faults;

import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.execute.HistoryResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Somebody edited an applied file, removed one, or brought a migration that stands before an applied one. */
final class TouchedFolder implements Fault {
    @Override
    public String name() {
        return "edited, missing, out-of-order file";
    }

    @Override
    public void inject(Lab lab) throws Exception {
        edited(lab);
        missing(lab);
        if (lab.isThorough()) {
            outOfOrder(lab);
            twoHeads(lab);
        }
    }

    private void edited(Lab lab) throws Exception {
        try (Attack attack = lab.attack(lab.first())) {
            Path file = attack.scene.up(attack.ground);
            String text = Files.readString(file);
            Files.writeString(file, text.replace("VARCHAR(40)", "VARCHAR(50)"));
            refused(
                    lab,
                    attack,
                    "edited",
                    said -> said.code().equals("F5420") && said.where().endsWith("/up.sql:1:1"),
                    () -> Files.writeString(file, text));
        }
    }

    private void missing(Lab lab) throws Exception {
        try (Attack attack = lab.attack(lab.first())) {
            Path folder = attack.scene.folder.resolve(attack.ground);
            Path away = Files.createTempDirectory("flash-away").resolve("migration");
            Path description = attack.scene.folder.resolve(attack.id).resolve("migration.toml");
            String text = Files.readString(description);
            Files.move(folder, away);
            Files.writeString(description, text.replace("\"" + attack.ground + "\"", ""));
            refused(lab, attack, "missing", said -> said.code().equals("F5421") && said.says(attack.ground), () -> {
                Files.move(away, folder);
                Files.writeString(description, text);
            });
        }
    }

    /** The first is unknown to the history, although the second, which builds on it, is applied. */
    private void outOfOrder(Lab lab) throws Exception {
        try (Attack attack = lab.attack(lab.first())) {
            attack.run();
            attack.scene.database.execute("DELETE FROM _flash_migrations WHERE id = '" + attack.ground + "'");
            refused(
                    lab,
                    attack,
                    "out of order",
                    said -> said.code().equals("F5422") && said.says(attack.ground),
                    () -> new HistoryResolver(attack.scene.url(), attack.scene.open(), ExecutorOptions.defaults("test"))
                            .applied(attack.ground));
        }
    }

    private void twoHeads(Lab lab) throws Exception {
        try (Attack attack = lab.attack(lab.first())) {
            Path other = attack.scene.folder.resolve("20261121010009_other");
            Files.createDirectory(other);
            for (Path file : files(attack.scene.folder.resolve(attack.id))) {
                Files.writeString(
                        other.resolve(file.getFileName()),
                        Files.readString(file).replace(attack.id, "20261121010009_other"));
            }
            refused(
                    lab,
                    attack,
                    "two newest",
                    said -> said.code().equals("F5415") && said.says("20261121010009_other"),
                    () -> {
                        for (Path file : files(other)) {
                            Files.delete(file);
                        }
                        Files.delete(other);
                    });
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void refused(Lab lab, Attack attack, String moment, Predicate<Complaint> says, Judge.Repair repair)
            throws Exception {
        Snapshot before = Snapshot.of(attack.scene.database);
        Optional<Complaint> complaint = attack.run();
        lab.judge(this)
                .held(
                        attack,
                        'A',
                        complaint.isPresent()
                                && Snapshot.of(attack.scene.database).equals(before),
                        moment,
                        "ran: " + complaint);
        // The status of a folder that can't be read says so; the rest is judged when it is whole again.
        repair.run();
        lab.judge(this)
                .judge(
                        attack,
                        moment,
                        complaint,
                        said -> says.test(said) && said.next().startsWith("flash "),
                        () -> {});
    }
}
