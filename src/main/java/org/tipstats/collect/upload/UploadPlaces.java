package org.tipstats.collect.upload;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits how many files the service works on at the same time. Each file takes a place until the work on it ends. One
 * caller may take half of the places, rounded up.
 */
final class UploadPlaces {

    private static final int MAX_WAITING = 50;
    private static final Duration MAX_WAIT = Duration.ofSeconds(8);

    private final int places;
    private final int perCaller;
    private final Duration longest;
    private final Map<String, Integer> taken = new HashMap<>();
    private int allTaken;
    private int waiting;

    UploadPlaces(int places) {
        this(places, MAX_WAIT);
    }

    UploadPlaces(int places, Duration longest) {
        this.places = places;
        this.perCaller = (places + 1) / 2;
        this.longest = longest;
    }

    private boolean isFree(String caller) {
        return allTaken < places && taken.getOrDefault(caller, 0) < perCaller;
    }

    /**
     * Takes a place, after a short wait if necessary. Only a few callers may wait, because each blocks a thread.
     *
     * @return false if no place became free, if too many callers wait already, or if the thread is interrupted
     */
    synchronized boolean enter(String caller) {
        if (!isFree(caller) && (waiting >= MAX_WAITING || !waitFor(caller))) {
            return false;
        }
        allTaken++;
        taken.merge(caller, 1, Integer::sum);
        return true;
    }

    private boolean waitFor(String caller) {
        long end = System.nanoTime() + longest.toNanos();
        waiting++;
        try {
            while (!isFree(caller)) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
    }

    synchronized void leave(String caller) {
        allTaken--;
        taken.computeIfPresent(caller, (key, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }
}
