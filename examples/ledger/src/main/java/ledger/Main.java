package ledger;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import ledger.db.LedgerDb;

/** Serves the ledger. Arguments: the database's address and the port, 0 for any. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        LedgerDb db = LedgerDb.connect(arguments[0]);
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/accounts", new Endpoint(new AccountsEndpoint(db)));
        server.createContext("/transfers", new Endpoint(new TransfersEndpoint(db)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop(1);
            db.close();
        }));
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
