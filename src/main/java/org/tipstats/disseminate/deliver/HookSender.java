package org.tipstats.disseminate.deliver;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.tipstats.disseminate.deliver.HookSender.DeliveryResult.Outcome;
import org.tipstats.disseminate.deliver.PublicAddressLookup.NoPublicAddressException;

/**
 * Sends messages. Each message has its own connection to an IP address that {@link PublicAddressLookup} allows. The
 * host name is used only for the certificate and the Host header. Redirections are not followed. Time and size of the
 * answer are limited.
 */
@Singleton
public final class HookSender {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int TOTAL_MILLIS = 10_000;
    private static final int MAX_ANSWER_BYTES = 4_000;
    private static final int MOST_HEADER_BYTES = 16_384;

    private final PublicAddressLookup addresses;
    private final HttpClient client;
    private final int totalMillis;

    @Inject
    HookSender(Vertx vertx, PublicAddressLookup addresses) {
        this(vertx, addresses, new HttpClientOptions(), TOTAL_MILLIS);
    }

    /**
     * @param options options that may name trusted certificate authorities; by default, the client trusts the
     * authorities that the Java platform trusts
     */
    HookSender(Vertx vertx, PublicAddressLookup addresses, HttpClientOptions options, int totalMillis) {
        this.addresses = addresses;
        this.totalMillis = totalMillis;
        this.client = vertx.createHttpClient(options.setKeepAlive(false)
                .setVerifyHost(true)
                .setTrustAll(false)
                .setConnectTimeout(CONNECT_MILLIS)
                .setSslHandshakeTimeout(totalMillis)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(MOST_HEADER_BYTES)
                .setDecompressionSupported(false));
    }

    /**
     * Posts a body and waits for the answer. The wait ends at most ten seconds after the host lookup.
     *
     * @param attempt number of the attempt, from 1; successive attempts use the IP addresses of the host in turn
     */
    public DeliveryResult post(HookAddress to, int attempt, Map<String, String> headers, String body) {
        List<InetAddress> known;
        try {
            known = addresses.of(to);
        } catch (NoPublicAddressException e) {
            return DeliveryResult.none(Outcome.NO_PUBLIC_ADDRESS);
        }
        CompletableFuture<DeliveryResult> answer = new CompletableFuture<>();
        client.request(options(to, known.get((attempt - 1) % known.size())))
                .onComplete(request -> send(request, headers, body, answer), answer::completeExceptionally);
        return await(answer);
    }

    private static RequestOptions options(HookAddress to, InetAddress pinned) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(withoutName(pinned), to.port())))
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.isSecure())
                .setURI(to.target())
                .setFollowRedirects(false);
    }

    /** Returns the IP address without its host name, so that the name is not looked up again. */
    private static InetAddress withoutName(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(
            HttpClientRequest request,
            Map<String, String> headers,
            String body,
            CompletableFuture<DeliveryResult> answer) {
        // When the wait ends for any reason, reset the request. The wait may end before the connection exists.
        answer.whenComplete((reply, fault) -> request.reset());
        // These handlers pass each failure to the recorded attempt and not to the log: receivers must not be able to
        // fill the log.
        request.exceptionHandler(answer::completeExceptionally);
        request.connection().exceptionHandler(answer::completeExceptionally);
        headers.forEach(request::putHeader);
        request.putHeader("User-Agent", "TIPstats").putHeader("Content-Type", "application/json");
        request.send(Buffer.buffer(body)).onComplete(response -> read(response, answer), answer::completeExceptionally);
    }

    private static void read(HttpClientResponse response, CompletableFuture<DeliveryResult> answer) {
        Buffer start = Buffer.buffer();
        response.handler(piece -> {
            start.appendBuffer(piece, 0, Math.min(piece.length(), MAX_ANSWER_BYTES - start.length()));
            if (start.length() >= MAX_ANSWER_BYTES) {
                answer.complete(reply(response, start));
            }
        });
        response.exceptionHandler(answer::completeExceptionally);
        response.endHandler(end -> answer.complete(reply(response, start)));
    }

    private static DeliveryResult reply(HttpClientResponse response, Buffer start) {
        return new DeliveryResult(Outcome.ANSWERED, response.statusCode(), start.toString(StandardCharsets.UTF_8));
    }

    private DeliveryResult await(CompletableFuture<DeliveryResult> answer) {
        try {
            return answer.get(totalMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.completeExceptionally(e);
            return DeliveryResult.none(Outcome.TIMED_OUT);
        } catch (InterruptedException e) {
            answer.completeExceptionally(e);
            Thread.currentThread().interrupt();
            return DeliveryResult.none(Outcome.BROKEN);
        } catch (ExecutionException e) {
            return DeliveryResult.none(outcome(e.getCause()));
        }
    }

    private static Outcome outcome(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Outcome.INSECURE;
            }
            if (cause instanceof ConnectTimeoutException || cause instanceof TimeoutException) {
                return Outcome.TIMED_OUT;
            }
            if (cause instanceof SocketException) {
                return Outcome.UNREACHABLE;
            }
        }
        return Outcome.BROKEN;
    }

    /**
     * The result of sending a message.
     *
     * @param status the HTTP status; 0 if there was no answer
     * @param body the start of the answer, at most 4,000 bytes
     */
    public record DeliveryResult(Outcome outcome, int status, String body) {

        /** How sending ended. */
        public enum Outcome {
            ANSWERED,
            NO_PUBLIC_ADDRESS,
            UNREACHABLE,
            TIMED_OUT,
            /**
             * There was no secure connection, for example because the certificate has expired, has an unknown issuer,
             * or is for another host.
             */
            INSECURE,
            /** The service cannot read the secret that signs the message. */
            UNSIGNED,
            /**
             * The connection ended before there was an answer, the answer was not valid HTTP, or the wait was
             * interrupted.
             */
            BROKEN
        }

        private static final int OK = 200;
        private static final int REDIRECTION = 300;

        /** Makes the result of a message that got no answer. */
        public static DeliveryResult none(Outcome outcome) {
            return new DeliveryResult(outcome, 0, "");
        }

        /**
         * Returns whether the receiver accepted the message with a 2xx status. A redirection is not accepted, because
         * the sender does not follow redirections.
         */
        public boolean isAccepted() {
            return outcome == Outcome.ANSWERED && status >= OK && status < REDIRECTION;
        }
    }
}
