package dev.flashorm.migrate.faults;

import dev.flashorm.migrate.execute.ExecutorOptions;
import dev.flashorm.migrate.faults.CuttingProxy.Cut;
import dev.flashorm.testing.DatabaseName;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The connection breaks at the client's packet N, the first ones of the session included. */
final class CutAtPacket implements Fault {
    @Override
    public String name() {
        return "connection cut at packet N";
    }

    @Override
    public boolean fits(DatabaseName database) {
        return database != DatabaseName.SQLITE;
    }

    @Override
    public void inject(Lab lab) throws Exception {
        for (Course course : lab.courses()) {
            int packets = packets(lab, course);
            for (int packet : lab.moments(packets, 3)) {
                Cut cut = packet % 2 == 0 ? Cut.BEFORE : Cut.AFTER;
                cut(lab, course, "packet " + packet + " " + cut, at(packet, cut), this);
            }
        }
    }

    /** A run through a proxy that cuts by a rule. */
    static void cut(Lab lab, Course course, String moment, Function<String, Cut> rule, Fault fault) throws Exception {
        try (Attack attack = lab.attack(course);
                CuttingProxy proxy = CuttingProxy.before(attack, rule)) {
            Optional<Complaint> complaint = attack.run(proxy.url(attack), ExecutorOptions.defaults("test"));
            lab.judge(fault).judge(attack, moment, complaint, said -> said.tellsOfLoss(course), () -> {});
        }
    }

    /** How many packets a run sends that nothing happens to. */
    static int packets(Lab lab, Course course) throws Exception {
        AtomicInteger packets = new AtomicInteger();
        try (Attack attack = lab.attack(course);
                CuttingProxy proxy = CuttingProxy.before(attack, packet -> {
                    packets.incrementAndGet();
                    return Cut.PASS;
                })) {
            attack.run(proxy.url(attack), ExecutorOptions.defaults("test")).ifPresent(said -> {
                throw new AssertionError(said.toString());
            });
        }
        return packets.get();
    }

    static Function<String, Cut> at(int packet, Cut cut) {
        AtomicInteger packets = new AtomicInteger();
        return text -> packets.incrementAndGet() >= packet ? cut : Cut.PASS;
    }
}
