package org.tipstats.site.chapter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.ReleasePrints;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.site.pdf.PdfPrinter.Printable;

/** A new instance of the class stands for the service after a start, and for another instance. */
@QuarkusTest
class PrintedFilesTest {

    private static final String RELEASE = "prints-1";
    private static final String PAGE = "en/reports 0";
    private static final String SERVICE = "https://stats.example";
    private static final byte[] STORED = "what is in the database".getBytes(StandardCharsets.UTF_8);

    @Inject
    TestReleases releases;

    @Inject
    PublishedReleases published;

    @Inject
    ReleasePrints prints;

    @Inject
    Database database;

    private ReleaseReference release;

    @BeforeEach
    void publish() {
        if (!releases.isPublished(RELEASE)) {
            releases.acceptOne();
            releases.publish(RELEASE);
        }
        release = published.required(RELEASE, false);
        database.update("delete from printed_report where release_id = ?", RELEASE);
    }

    private PrintedFiles started(String program) {
        return new PrintedFiles(prints, program);
    }

    private byte[] report(PrintedFiles files, Printable page) {
        return files.report(release, PAGE, page.service(), () -> page);
    }

    private static Printable page(String words, String service) {
        return new Printable("Title", "Subject", "en", "ltr", "<p>" + words + "</p>", Map.of(), service);
    }

    private long stored() {
        return database.number("select count(*) from printed_report where release_id = ?", RELEASE);
    }

    @Test
    void aReportIsPrintedOnceForAllStartsAndInstances() {
        Printable page = page("One", SERVICE);
        byte[] first = report(started("1"), page);
        assertTrue(new String(first, StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
        assertTrue(started("1").isStored(release, PAGE, SERVICE));
        assertArrayEquals(first, report(started("1"), page));

        database.update("update printed_report set content = ? where release_id = ?", STORED, RELEASE);
        assertArrayEquals(STORED, report(started("1"), page("One", SERVICE)));
        assertEquals(1, stored());
    }

    @Test
    void anotherContentProgramOrAddressIsPrintedAgain() {
        report(started("1"), page("One", SERVICE));
        database.update("update printed_report set content = ? where release_id = ?", STORED, RELEASE);

        assertFalse(started("2").isStored(release, PAGE, SERVICE));
        for (Supplier<byte[]> other : List.<Supplier<byte[]>>of(
                () -> report(started("1"), page("Two", SERVICE)),
                () -> report(started("2"), page("One", SERVICE)),
                () -> report(started("1"), page("One", "https://other.example")))) {
            assertFalse(Arrays.equals(STORED, other.get()));
        }
        assertEquals(4, stored());
    }

    @Test
    void onlyOneReportIsComposedAtATime() throws InterruptedException {
        PrintedFiles files = started("1");
        AtomicInteger composed = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        Supplier<Printable> slow = () -> {
            composed.incrementAndGet();
            assertDoesNotThrow(() -> end.await());
            return page("One", SERVICE);
        };
        List<Thread> readers = Stream.of("en", "fr")
                .map(language -> new Thread(() -> files.report(release, language, SERVICE, slow)))
                .toList();
        readers.forEach(Thread::start);
        while (composed.get() == 0
                || readers.stream().noneMatch(reader -> reader.getState() == Thread.State.TIMED_WAITING)) {
            assertTrue(composed.get() < 2, "the second one waits for its turn");
            Thread.sleep(5);
        }
        end.countDown();
        for (Thread reader : readers) {
            reader.join();
        }
        assertEquals(2, composed.get());
        assertEquals(1, stored());
    }

    @Test
    void onlyReportsAreStored() {
        byte[] brief = started("1").pdf(release, "en/brief", SERVICE, () -> page("Brief", SERVICE));
        assertTrue(brief.length > 0);
        assertEquals(0, stored());
    }
}
