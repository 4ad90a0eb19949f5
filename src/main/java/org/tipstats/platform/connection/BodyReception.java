package org.tipstats.platform.connection;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/** Receives one body on the thread of its connection. */
final class BodyReception {

    /**
     * After a refusal, the time in which the service drops further bytes, so that a sending client can read the answer.
     */
    private static final long DISCARD_MS = 10_000;

    private static final long MIN_WAIT_MS = 5;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final ReceivedBody body;
    private final BodyStore store;
    private final long limit;
    private final long overhead;
    private final Context loop;
    private final long announced;
    private final long begun = System.nanoTime();
    private final CompletableFuture<ReceivedBody> result = new CompletableFuture<>();
    private long received;
    /** Time in which the service read nothing, because it wrote to the disk. The client gets this time in addition. */
    private long ownNanos;

    private boolean writing;
    private long timer = -1;
    private boolean ended;

    /**
     * @param announced the length in the header of the request; 0 if there is none
     * @param overhead the number of bytes by which a body may exceed the largest upload; a form needs them around its
     *     file
     */
    BodyReception(RoutingContext context, BodyStore store, long announced, long overhead) {
        this.context = context;
        this.request = context.request();
        this.store = store;
        this.body = store.begin(request.remoteAddress().hostAddress());
        this.announced = announced;
        this.limit = store.maxUpload();
        this.overhead = overhead;
        this.loop = context.vertx().getOrCreateContext();
    }

    Uni<ReceivedBody> begin() {
        body.closeWith(((ConnectionBase) request.connection()).channel());
        context.addEndHandler(over -> close());
        request.exceptionHandler(broken -> close());
        request.handler(this::take);
        request.endHandler(all -> complete());
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            context.response().writeContinue();
        }
        watch();
        request.resume();
        return Uni.createFrom().completionStage(result);
    }

    /**
     * Returns the nanoseconds that are left for the body. A client that sends more than it announced gets more time.
     */
    private long left() {
        long passed = System.nanoTime() - begun - ownNanos;
        return store.deadline(Math.max(announced, received)).toNanos() - passed;
    }

    private void watch() {
        timer = context.vertx().setTimer(MIN_WAIT_MS + Math.max(0, left()) / 1_000_000, time -> {
            if (!ended && !writing && left() <= 0) {
                refuse(new ProblemException(
                        ProblemType.REQUEST_TIMEOUT, "The body did not arrive in time. The connection is closed."));
            } else if (!ended) {
                watch();
            }
        });
    }

    private void take(Buffer bytes) {
        received += bytes.length();
        if (received > limit + overhead) {
            refuse(BodyFilter.tooLarge(limit));
        } else if (!body.add(bytes)) {
            request.pause();
            write(request::resume);
        }
    }

    private void complete() {
        if (ended) {
            return;
        }
        if (body.isPartlyWritten()) {
            write(this::pass);
        } else {
            pass();
        }
    }

    private void pass() {
        stop();
        result.complete(body);
    }

    /**
     * Writes the bytes in memory to the disk. If the request has not ended, the caller must pause it before this, so
     * that the client waits.
     */
    private void write(Runnable then) {
        writing = true;
        long since = System.nanoTime();
        store.write(() -> {
            RuntimeException refusal = flush();
            loop.runOnContext(written -> {
                ownNanos += System.nanoTime() - since;
                writing = false;
                if (ended) {
                    return;
                }
                if (refusal == null) {
                    then.run();
                } else {
                    refuse(refusal);
                }
            });
        });
    }

    /**
     * Writes the bytes in memory. Returns the error if this fails, else null. Must not throw, or nobody would answer.
     */
    private RuntimeException flush() {
        try {
            return body.flush()
                    ? null
                    : new ProblemException(Problem.of(
                                    ProblemType.TOO_MANY_REQUESTS,
                                    "The service is already receiving as much as it can keep. Try again later.")
                            .header("Retry-After", "30"));
        } catch (IOException | UncheckedIOException e) {
            ProblemException problem = new ProblemException(
                    Problem.of(ProblemType.UNAVAILABLE, "The service cannot store the body at the moment.")
                            .header("Retry-After", "30"));
            problem.initCause(e);
            return problem;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /**
     * Answers at once. Then, except after a 408, drops further bytes for a while, because a client that is still
     * sending reads no answer.
     */
    private void refuse(RuntimeException cause) {
        close();
        // After the end of a request, these calls fail in HTTP/2.
        boolean sending = !request.isEnded();
        if (sending) {
            request.handler(dropped -> {});
            request.endHandler(all -> {});
        }
        context.response().putHeader("Connection", "close");
        boolean late =
                cause instanceof ProblemException problem && problem.problem().type() == ProblemType.REQUEST_TIMEOUT;
        context.addEndHandler(answered -> loop.runOnContext(then -> hangUp(late)));
        result.completeExceptionally(cause);
        if (sending) {
            request.resume();
        }
    }

    private void hangUp(boolean atOnce) {
        if (atOnce || request.isEnded()) {
            request.connection().close();
        } else {
            request.endHandler(all -> request.connection().close());
            context.vertx().setTimer(DISCARD_MS, passed -> request.connection().close());
        }
    }

    private void stop() {
        ended = true;
        context.vertx().cancelTimer(timer);
    }

    private void close() {
        stop();
        body.close();
    }
}
