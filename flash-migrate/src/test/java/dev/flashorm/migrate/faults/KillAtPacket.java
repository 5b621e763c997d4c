package dev.flashorm.migrate.faults;

import dev.flashorm.migrate.faults.CuttingProxy.Cut;
import dev.flashorm.testing.DatabaseName;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** kill -9 at a packet: before the server sees it, or when the server has it and nobody waits for the answer. */
final class KillAtPacket implements Fault {
    @Override
    public String name() {
        return "kill -9 at packet N";
    }

    @Override
    public boolean fits(DatabaseName database) {
        return database != DatabaseName.SQLITE;
    }

    @Override
    public void inject(Lab lab) throws Exception {
        for (Course course : lab.sample()) {
            int packets = CutAtPacket.packets(lab, course);
            // Every second packet: a process each time, and CutAtPacket takes them all.
            int stride = lab.isThorough() ? 2 : packets / 2;
            for (int packet = packets; packet >= 1; packet -= stride) {
                killAt(lab, course, packet, (packet / stride) % 2 == 0 ? Cut.BEFORE : Cut.AFTER);
            }
        }
    }

    private void killAt(Lab lab, Course course, int packet, Cut cut) throws Exception {
        CompletableFuture<Child> running = new CompletableFuture<>();
        try (Attack attack = lab.attack(course);
                CuttingProxy proxy = CuttingProxy.before(attack, CutAtPacket.at(packet, cut));
                Child child = new Child(attack, proxy.url(attack))) {
            running.complete(child);
            proxy.atCut(() -> running.join().kill());
            child.end();
            lab.judge(this).judge(attack, "packet " + packet + " " + cut, Optional.empty(), said -> true, () -> {});
        }
    }
}
