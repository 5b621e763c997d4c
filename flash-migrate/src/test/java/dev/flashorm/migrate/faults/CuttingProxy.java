package dev.flashorm.migrate.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Passes bytes on to a server until a rule about the client's packets says to cut; afterwards it passes everything. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final Function<String, Cut> rule;
    private volatile boolean spent;

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

    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    boolean hasCut() {
        return spent;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(host, port);
                start(() -> upstream(client, server));
                start(() -> downstream(client, server));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void upstream(Socket client, Socket server) {
        byte[] buffer = new byte[65536];
        try (client;
                server) {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                Cut cut = spent ? Cut.PASS : rule.apply(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                if (cut == Cut.BEFORE) {
                    spent = true;
                    return;
                }
                if (cut == Cut.AFTER) {
                    spent = true;
                    client.shutdownOutput();
                    out.write(buffer, 0, n);
                    out.flush();
                    Thread.sleep(500);
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void downstream(Socket client, Socket server) {
        byte[] buffer = new byte[65536];
        try (client;
                server) {
            InputStream in = server.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                client.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException e) {
            return;
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
