package dev.flashorm.migrate.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Passes bytes on to a server until a rule about the client's packets says to cut; afterwards it passes everything. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final Function<String, Cut> rule;
    private volatile boolean spent;
    private volatile Runnable atCut = () -> {};

    /** What to do with a packet. */
    enum Cut {
        PASS,
        /** The server never sees the packet. */
        BEFORE,
        /** The server sees it, and its answer is lost. */
        AFTER
    }

    CuttingProxy(String host, int port, Function<String, Cut> rule) throws IOException {
        this.host = host;
        this.port = port;
        this.rule = rule;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** In front of an attack's database. */
    static CuttingProxy before(Attack attack, Function<String, Cut> rule) throws IOException {
        String place = place(attack);
        int colon = place.lastIndexOf(':');
        return new CuttingProxy(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)), rule);
    }

    /** The attack's database through this proxy; unencrypted, so that the rule can read the packets. */
    String url(Attack attack) {
        String url = attack.scene.database.url();
        return url.replace(place(attack), "127.0.0.1:" + listener.getLocalPort())
                + (url.startsWith("mysql") ? "?sslMode=DISABLED" : "");
    }

    private static String place(Attack attack) {
        String url = attack.scene.database.url();
        return url.substring(url.lastIndexOf('@') + 1, url.lastIndexOf('/'));
    }

    /** What happens at the moment of the cut, before the packet goes on or is dropped. */
    void atCut(Runnable work) {
        atCut = work;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(host, port);
                CountDownLatch cut = new CountDownLatch(1);
                CountDownLatch answered = new CountDownLatch(1);
                start(() -> upstream(client, server, cut, answered));
                start(() -> downstream(client, server, cut, answered));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void upstream(Socket client, Socket server, CountDownLatch cut, CountDownLatch answered) {
        byte[] buffer = new byte[65536];
        try (client;
                server) {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                Cut what = spent ? Cut.PASS : rule.apply(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                if (what != Cut.PASS) {
                    spent = true;
                    cut.countDown();
                    atCut.run();
                }
                if (what == Cut.BEFORE) {
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
                if (what == Cut.AFTER) {
                    answered.await(2, TimeUnit.SECONDS);
                    return;
                }
            }
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void downstream(Socket client, Socket server, CountDownLatch cut, CountDownLatch answered) {
        byte[] buffer = new byte[65536];
        try (client;
                server) {
            InputStream in = server.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (cut.getCount() == 0) {
                    answered.countDown();
                } else {
                    client.getOutputStream().write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            answered.countDown();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cutting proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
