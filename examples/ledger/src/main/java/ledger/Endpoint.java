package ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.flashorm.runtime.FlashException;
import dev.flashorm.runtime.UniqueViolation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What all requests have in common: parameters in, JSON out, an answer for each failure. */
final class Endpoint implements HttpHandler {
    private final Handler handler;

    Endpoint(Handler handler) {
        this.handler = handler;
    }

    interface Handler {
        Answer handle(Request request);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            return handler.handle(Request.of(exchange));
        } catch (Refusal e) {
            return Answer.error(e.status(), e.getMessage());
        } catch (UniqueViolation e) {
            return Answer.error(409, "there is one with this " + String.join(" and ", e.fields()));
        } catch (FlashException e) {
            System.err.println(e);
            return Answer.error(500, "the database failed");
        }
    }
}
