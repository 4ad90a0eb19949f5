package org.tipstats.collect.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tipstats.collect.submission.SubmissionFileRepository;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Finding.Outline;
import org.tipstats.validate.findings.FindingCollection;
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.run.Validation;

@Timeout(60)
class FindingPagesTest {

    private static final int PAGE = SubmissionFileRepository.PAGE_SIZE;
    private static final int PAGES = 10;

    private final AtomicInteger made = new AtomicInteger();

    private static Finding finding(int line) {
        Finding.Column column = Finding.Column.at("OBS_VALUE", 6);
        return new Finding(
                "revision", Severity.WARNING, line, line, column, null, Map.of(), List.of(), Map.of(), List.of());
    }

    /** Returns a validation with ten pages of warnings, each of which is made by its line when it is read. */
    private Validation validation(boolean valid, IntFunction<Finding> maker) {
        FindingCollection found = new FindingCollection(1, rule -> true, null);
        Finding.Column column = Finding.Column.at("OBS_VALUE", 6);
        found.add(finding(0));
        for (int i = 1; i < PAGES * PAGE; i++) {
            int line = i;
            found.keep(new Outline("revision", Severity.WARNING, line, column, null), () -> {
                made.incrementAndGet();
                return maker.apply(line);
            });
        }
        ValidationReport report = new ValidationReport(
                valid, "VICTIMS", "1", "1", null, null, List.of(), List.of(), List.of(), 1, 1, null, null, false);
        return new Validation(report, found, Collections.emptySortedSet(), Collections.emptySortedSet());
    }

    private static void assertComplete(FindingPages pages) {
        assertEquals(PAGES, pages.all().size());
        int line = 0;
        for (byte[] page : pages.all()) {
            for (Iterator<Finding> findings = ReportJson.expand(page); findings.hasNext(); line++) {
                assertEquals(line, findings.next().line());
            }
        }
        assertEquals(PAGES * PAGE, line);
    }

    @Test
    void thePagesOfAValidFileAreMadeByAnotherThread() {
        Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
        try (FindingPages pages = new FindingPages(validation(true, line -> {
            threads.add(Thread.currentThread());
            return finding(line);
        }))) {
            assertComplete(pages);
            assertTrue(!threads.contains(Thread.currentThread()));
        }
    }

    /** Such a file has no values to store, so a transaction would wait for the pages with its connection. */
    @Test
    void thePagesOfAFileWithErrorsAreThereBeforeItIsStored() {
        try (FindingPages pages = new FindingPages(validation(false, FindingPagesTest::finding))) {
            assertEquals(PAGES * PAGE - 1, made.get());
            assertComplete(pages);
        }
    }

    @Test
    void nothingIsMadeAfterTheEnd() throws InterruptedException {
        CountDownLatch inSecondPage = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        FindingPages pages = new FindingPages(validation(true, line -> {
            if (line == PAGE + 1) {
                inSecondPage.countDown();
                await(closed);
            }
            return finding(line);
        }));
        await(inSecondPage);
        Thread closing = new Thread(pages::close);
        closing.start();
        while (closing.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        closed.countDown();
        closing.join();
        // The page under way is finished, and the next finding is made, since the merge compares it.
        assertEquals(2 * PAGE, made.get());
        assertEquals(2, pages.all().size());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFailureArrivesAsItIsAndTheEndIsQuiet() {
        IllegalStateException failure = new IllegalStateException("a fault that a test makes");
        FindingPages pages = new FindingPages(validation(true, line -> {
            throw failure;
        }));
        assertSame(failure, assertThrows(IllegalStateException.class, pages::all));
        pages.close();
    }
}
