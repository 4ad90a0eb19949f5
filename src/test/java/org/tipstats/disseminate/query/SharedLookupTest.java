package org.tipstats.disseminate.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedLookupTest {

    private static final int ASKERS = 8;

    @Test
    void anAnswerIsNeverOlderThanTheQuestion() throws InterruptedException, ExecutionException {
        AtomicInteger truth = new AtomicInteger();
        SharedLookup<Integer> question = new SharedLookup<>(truth::get);
        ExecutorService threads = Executors.newFixedThreadPool(ASKERS);
        Callable<Boolean> asker = () -> {
            boolean fresh = true;
            for (int i = 0; i < 2_000; i++) {
                int now = truth.incrementAndGet();
                fresh &= question.ask() >= now;
            }
            return fresh;
        };
        List<Future<Boolean>> askers = new ArrayList<>();
        for (int i = 0; i < ASKERS; i++) {
            askers.add(threads.submit(asker));
        }
        for (Future<Boolean> one : askers) {
            assertTrue(one.get());
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
    }

    @Test
    void whoAsksMeanwhileSharesTheNextLook() throws InterruptedException, ExecutionException {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger looks = new AtomicInteger();
        SharedLookup<Integer> question = new SharedLookup<>(() -> {
            looking.countDown();
            await(goOn);
            return looks.incrementAndGet();
        });
        ExecutorService threads = Executors.newFixedThreadPool(ASKERS);
        Future<Integer> first = threads.submit(question::ask);
        await(looking);
        List<Future<Integer>> others = new ArrayList<>();
        CountDownLatch asked = new CountDownLatch(ASKERS - 1);
        for (int i = 1; i < ASKERS; i++) {
            others.add(threads.submit(() -> {
                asked.countDown();
                return question.ask();
            }));
        }
        await(asked);
        goOn.countDown();
        assertEquals(1, first.get());
        for (Future<Integer> other : others) {
            assertTrue(other.get() > 1);
        }
        assertTrue(looks.get() <= ASKERS);
        threads.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFailureIsToldAndTheNextAskerLooksAgain() {
        AtomicInteger looks = new AtomicInteger();
        SharedLookup<String> question = new SharedLookup<>(() -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return "there";
        });
        assertEquals(
                "away", assertThrows(IllegalStateException.class, question::ask).getMessage());
        assertEquals("there", question.ask());
    }
}
