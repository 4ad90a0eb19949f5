package org.tipstats.bench.fault;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads published figures at a fixed rate, however slow the answers are, and checks each answer: it has the newest
 * release that was acknowledged before the request or a newer one, and the same bytes as every other answer about its
 * release.
 */
final class ReadLoad {

    private static final String DATA = "/api/v1/data/VICTIMS?REF_AREA=AUT,150";
    private static final Pattern RELEASE = Pattern.compile("\"release\":\"release-(\\d+)\"");
    private static final int MAX_FAULTS = 1_000;

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** The numbers of the releases whose publication was acknowledged, ascending. */
    private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();

    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final List<String> lost = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger busy = new AtomicInteger();
    private final Random random = new Random(22);

    ReadLoad(String address) {
        this.address = address;
    }

    /** Notes that the publication of a release was acknowledged. */
    void published(int number) {
        acknowledged.add(number);
    }

    List<String> wrong() {
        return wrong;
    }

    List<String> lost() {
        return lost;
    }

    /** Returns the number of reads that the service asked to repeat later. */
    int busy() {
        return busy.get();
    }

    /**
     * The answers of a time.
     *
     * @param rate requests a second
     */
    record Answered(int requests, double rate, double p50, double p99) {

        @Override
        public String toString() {
            return "%d reads at %.0f/s: p50 %.1f ms, p99 %.1f ms".formatted(requests, rate, p50, p99);
        }
    }

    /** Reads at a rate for a time. A request that waits behind others counts from the time at which it was due. */
    Answered run(double rate, Duration time) {
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        long begin = System.nanoTime();
        long gap = (long) (1e9 / rate);
        for (int i = 0; i * gap < time.toNanos(); i++) {
            long due = begin + i * gap;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            answers.add(read(i, due));
        }
        long[] took =
                answers.stream().mapToLong(CompletableFuture::join).sorted().toArray();
        return new Answered(took.length, rate, took[took.length / 2] / 1e6, took[(int) (took.length * 0.99)] / 1e6);
    }

    private CompletableFuture<Long> read(int number, long due) {
        List<Integer> known = acknowledged;
        int all = known.size();
        int newest = known.get(all - 1);
        int named = known.get(random.nextInt(all));
        String path = switch (number % 8) {
            case 0 -> DATA + "&release=release-" + named;
            case 1 -> "/en/releases";
            case 2 -> "/en/areas/AUT";
            case 3 -> "/api/v1/releases?limit=1000";
            default -> DATA;
        };
        return client.sendAsync(
                        HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
                .handle((answer, failure) -> {
                    check(path, newest, answer, failure);
                    return System.nanoTime() - due;
                });
    }

    private void check(String path, int newest, HttpResponse<String> answer, Throwable failure) {
        if (failure == null
                && answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent()) {
            busy.incrementAndGet();
        } else if (failure != null || answer.statusCode() != 200) {
            note(lost, path + " " + (failure == null ? answer.statusCode() + " " + answer.body() : failure));
        } else if (!path.startsWith(DATA)) {
            if (!path.contains("areas") && !answer.body().contains("release-" + newest)) {
                note(wrong, path + " does not know release-" + newest);
            }
        } else {
            Matcher release = RELEASE.matcher(answer.body());
            int shown = release.find() ? Integer.parseInt(release.group(1)) : -1;
            boolean isNamed = path.contains("&release=");
            if (isNamed ? !path.endsWith("release-" + shown) : shown < newest) {
                note(wrong, path + " shows release-" + shown + ", newest " + newest);
            }
            String before = bodies.putIfAbsent((isNamed ? "named " : "latest ") + shown, answer.body());
            if (before != null && !before.equals(answer.body())) {
                note(wrong, path + " differs between answers: " + before + " / " + answer.body());
            }
        }
    }

    private static void note(List<String> faults, String fault) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(fault);
        }
    }
}
