package org.tipstats.site.chapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.pdf.PdfPrinter;
import org.tipstats.site.pdf.PdfPrinter.Printable;

/**
 * Makes PDF files of pages on a release. The files are cached, because a published release never changes. Only one file
 * is printed at a time. Thread-safe.
 */
@Singleton
public final class PrintedFiles {

    /**
     * Everything that a file depends on.
     *
     * @param page the path of the page with its language, and the number of errata
     * @param service the URL of the service, to which the links in the file lead
     */
    private record FileKey(String release, String contentHash, String page, String service) {}

    private static final long MAX_CACHED_BYTES = 48L << 20;
    private static final long MAX_WAIT_SECONDS = 30;

    /** Largest number of requests that may wait. Each waiting request occupies a thread. */
    private static final int MAX_WAITING = 4;

    private final PdfPrinter printer = new PdfPrinter();
    private final Semaphore places = new Semaphore(1, true);
    private final Cache<FileKey, byte[]> made = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_BYTES)
            .weigher((FileKey key, byte[] file) -> file.length)
            .build();

    /**
     * Returns a page on a release as PDF.
     *
     * @param page what else the file depends on: the path of the page with its language, and the number of errata
     * @param service the URL of the service, to which the links in the file lead
     * @param printable a function that makes the page; it is called only if the cache has no file
     * @throws ProblemException 503 if other files take too long to print
     */
    public byte[] pdf(ReleaseReference release, String page, String service, Supplier<Printable> printable) {
        FileKey key = new FileKey(release.id(), release.contentHash(), page, service);
        byte[] kept = made.getIfPresent(key);
        if (kept != null) {
            return kept;
        }
        await();
        try {
            return made.get(key, none -> print(printable.get()));
        } finally {
            places.release();
        }
    }

    private void await() {
        try {
            if (places.getQueueLength() >= MAX_WAITING || !places.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                Problem.of(ProblemType.UNAVAILABLE, "Other files are being created. Try again in a moment.")
                        .header("Retry-After", Long.toString(MAX_WAIT_SECONDS)));
    }

    private byte[] print(Printable page) {
        try {
            return printer.print(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
