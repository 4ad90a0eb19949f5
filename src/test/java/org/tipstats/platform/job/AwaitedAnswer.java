package org.tipstats.platform.job;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for the answer of work that becomes a job where it takes longer than a caller may wait. */
public final class AwaitedAnswer {

    private static final long PATIENCE_MINUTES = 5;
    private static final long PAUSE_MILLIS = 20;

    private AwaitedAnswer() {}

    /**
     * Returns the answer of the work: the reply itself, or the answer of the job that the reply names.
     *
     * @param by makes requests of the same caller
     */
    public static Response of(Response reply, Supplier<RequestSpecification> by) {
        if (reply.statusCode() != 202) {
            return reply;
        }
        String job = reply.header("Location");
        ended(job, by);
        return by.get().get(job + "/result");
    }

    /** Polls a job until it ends, and returns it. */
    static Response ended(String address, Supplier<RequestSpecification> by) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        Response job = by.get().get(address);
        while (job.path("state").equals("RUNNING")) {
            assertTrue(System.nanoTime() < end, "the job does not end");
            pause();
            job = by.get().get(address);
        }
        return job;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
