package org.tipstats.site.chapter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.function.Uncheck;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.ReleasePrints;
import org.tipstats.site.pdf.PdfPrinter;
import org.tipstats.site.pdf.PdfPrinter.Printable;

/**
 * Makes PDF files of pages on a release, one file at a time. Caches them, because a published release never changes.
 * Reports take long to make, so they are stored with their release. Thread-safe.
 */
@Singleton
public final class PrintedFiles {

    /**
     * Everything that a file depends on while the program runs.
     *
     * @param page the path of the page with its language, and the number of errata
     * @param service the URL of the service, to which the links in the file lead
     */
    private record FileKey(String release, String contentHash, String page, String service) {

        static FileKey of(ReleaseReference release, String page, String service) {
            return new FileKey(release.id(), release.contentHash(), page, service);
        }

        String edition(String program) {
            return DigestUtils.sha256Hex(String.join("\n", contentHash, page, service, program));
        }
    }

    private static final long MAX_CACHED_BYTES = 48L << 20;
    private static final long MAX_WAIT_SECONDS = 30;

    /** Largest number of requests that may wait for other files. Each waiting request occupies a thread. */
    private static final int MAX_WAITING = 4;

    private final PdfPrinter printer = new PdfPrinter();
    private final Semaphore places = new Semaphore(1, true);
    private final Cache<FileKey, byte[]> made = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_BYTES)
            .weigher((FileKey key, byte[] file) -> file.length)
            .build();
    private final ReleasePrints stored;
    private final String program;

    PrintedFiles(ReleasePrints stored, @ConfigProperty(name = "quarkus.application.version") String programVersion) {
        this.stored = stored;
        this.program = programVersion + " " + PdfPrinter.VERSION;
    }

    /**
     * Returns a page on a release as PDF.
     *
     * @param page the path of the page with its language, and the number of errata; the file depends on both
     * @param service the URL of the service, to which the links in the file lead
     * @param printable a function that makes the page; it is called only if the cache has no file
     * @throws ProblemException 503 if too many requests wait, or if a request waits too long for other files
     */
    public byte[] pdf(ReleaseReference release, String page, String service, Supplier<Printable> printable) {
        FileKey key = FileKey.of(release, page, service);
        byte[] kept = made.getIfPresent(key);
        return kept != null ? kept : inTurn(() -> made.get(key, none -> print(printable.get())));
    }

    /**
     * Returns a report as {@link #pdf} does, and stores it with its release. Uses a stored file only if neither the
     * program nor the content, for example errata and names, has changed.
     */
    public byte[] report(ReleaseReference release, String page, String service, Supplier<Printable> printable) {
        FileKey key = FileKey.of(release, page, service);
        byte[] kept = made.getIfPresent(key);
        if (kept != null) {
            return kept;
        }
        return inTurn(() -> made.get(key, none -> found(release, key.edition(program), printable.get())));
    }

    private byte[] found(ReleaseReference release, String edition, Printable report) {
        String digest = digest(report);
        return stored.find(digest).orElseGet(() -> {
            byte[] file = print(report);
            stored.keep(digest, release.id(), edition, file);
            return file;
        });
    }

    /**
     * Returns a hash of the program and the content of a page. Each text ends with a character that no text contains,
     * so that different lists of texts give different hashes.
     */
    private String digest(Printable page) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        List<String> texts = new ArrayList<>(List.of(program, page.title(), page.subject(), page.language()));
        texts.addAll(List.of(page.direction(), page.service(), page.article()));
        new TreeMap<>(page.pictures()).forEach((id, picture) -> texts.addAll(List.of(id, picture)));
        texts.forEach(text -> DigestUtils.updateDigest(digest, text + "\0"));
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Returns whether this version of the program stored a report. The content, for example names, may have changed
     * since then.
     */
    public boolean isStored(ReleaseReference release, String page, String service) {
        return stored.has(release.id(), FileKey.of(release, page, service).edition(program));
    }

    private byte[] inTurn(Supplier<byte[]> work) {
        try {
            if (places.getQueueLength() >= MAX_WAITING || !places.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                Problem.of(ProblemType.UNAVAILABLE, "Other files are being created. Try again in a moment.")
                        .header("Retry-After", Long.toString(MAX_WAIT_SECONDS)));
    }

    private byte[] print(Printable page) {
        return Uncheck.get(() -> printer.print(page));
    }
}
