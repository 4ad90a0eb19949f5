package org.tipstats.disseminate.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A receiver that a subscriber runs. It stores the messages, checks signatures with its own code, and answers as a test
 * requires.
 */
final class Receiver implements AutoCloseable {

    /** A message as it arrived. */
    record Message(String id, String timestamp, String signature, String body) {

        JsonPath json() {
            return new JsonPath(body);
        }

        String type() {
            return json().getString("type");
        }

        /** Checks, as the standard defines it, that one of the signatures is the HMAC-SHA256 of id, time and body. */
        boolean isSignedBy(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "x"));
                mac.update(id.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) '.');
                mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) '.');
                String expected =
                        Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
                return Arrays.asList(signature.split(" ")).contains("v1," + expected);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    record Answer(int status, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile Function<Message, Answer> behaviour = Receiver::agree;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(present.incrementAndGet(), Math::max);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Message message = new Message(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                body);
        messages.add(message);
        Answer answer = behaviour.apply(message);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        present.decrementAndGet();
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /** Sends challenges back and accepts every message. */
    static Answer agree(Message message) {
        String challenge = message.json().getString("data.challenge");
        return challenge == null ? new Answer(204, "") : new Answer(200, "{\"challenge\": \"" + challenge + "\"}");
    }

    /** Sets the behaviour for all further messages. */
    void answering(Function<Message, Answer> how) {
        behaviour = how;
    }

    void answering(int status) {
        answering(message -> new Answer(status, ""));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    Message last() {
        return messages.get(messages.size() - 1);
    }

    /** Returns the largest number of messages that it handled at the same time. */
    int mostAtOnce() {
        return most.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
