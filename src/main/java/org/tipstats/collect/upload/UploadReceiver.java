package org.tipstats.collect.upload;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.function.IOConsumer;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.storage.TemporaryFiles;
import org.tipstats.platform.storage.TemporaryFiles.TemporaryFile;

/** Receives bodies into temporary files, within the limits. */
@ApplicationScoped
public class UploadReceiver {

    private static final int MAX_NAME = 200;
    private static final String UNKNOWN_TYPE = "application/octet-stream";
    private static final Duration MAX_DISCARD_TIME = Duration.ofSeconds(10);

    private final UploadConfig config;
    private final TemporaryFiles files;
    private final Clock clock;
    private final CurrentVertxRequest request;
    private final UploadPlaces places;
    private final UploadPlaces anonymousPlaces;

    UploadReceiver(UploadConfig config, TemporaryFiles files, Clock clock, CurrentVertxRequest request) {
        this.config = config;
        this.files = files;
        this.clock = clock;
        this.request = request;
        this.places = new UploadPlaces(config.parallel());
        this.anonymousPlaces = new UploadPlaces(config.parallelAnonymous());
    }

    /**
     * Receives a body and passes the file to a function, then deletes the file.
     *
     * @throws ProblemException in the same cases as {@link #receive}
     */
    public <T> T with(Upload upload, Optional<Actor> by, Function<ReceivedFile, T> work) {
        try (ReceivedFile file = receive(upload, by)) {
            return work.apply(file);
        }
    }

    /**
     * Receives a complete body and returns it as a file. The upload takes one of the places for parallel uploads until
     * the file is closed. Accounts and anonymous callers have separate places.
     *
     * @param by the sender; empty for an anonymous request
     * @throws ProblemException 429 if too many uploads are under way and none ends soon; 400 if the body ends before it
     *     is complete; 413 if it is too large; 507 if the disk is full
     */
    public ReceivedFile receive(Upload upload, Optional<Actor> by) {
        UploadPlaces fitting = by.isPresent() ? places : anonymousPlaces;
        String caller = by.map(actor -> actor.id().toString())
                .orElseGet(() -> request.getCurrent().request().remoteAddress().hostAddress());
        if (!fitting.enter(caller)) {
            throw new ProblemException(Problem.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            "The service is already working on the largest number of files. Try again later.")
                    .header("Retry-After", "2"));
        }
        try {
            return store(upload, () -> fitting.leave(caller));
        } catch (RuntimeException e) {
            fitting.leave(caller);
            throw e;
        }
    }

    private ReceivedFile store(Upload upload, Runnable end) {
        try {
            MessageDigest digest = DigestUtils.getSha256Digest();
            TemporaryFile file = fill("upload-", out -> copy(upload.body(), new DigestOutputStream(out, digest)));
            String hash = HexFormat.of().formatHex(digest.digest());
            String type = upload.mediaType() == null ? UNKNOWN_TYPE : upload.mediaType();
            String name = plainName(upload.fileName());
            return new ReceivedFile(file.path(), hash, file.size(), name, type, () -> {
                try {
                    file.close();
                } finally {
                    end.run();
                }
            });
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemType.BAD_REQUEST, "The body ended before it was complete. Send it again.");
        }
    }

    /** Writes content of the service into a temporary file. The file takes none of the places for uploads. */
    public ReceivedFile write(IOConsumer<OutputStream> content) {
        try {
            TemporaryFile file = fill("made-", content);
            return new ReceivedFile(file.path(), null, file.size(), null, null, file::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a temporary file with the content. Deletes the file if the content cannot be written. */
    private TemporaryFile fill(String prefix, IOConsumer<OutputStream> content) throws IOException {
        TemporaryFile file = files.create(prefix);
        try (OutputStream out = new BufferedOutputStream(file.output(), 1 << 16)) {
            content.accept(out);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
        return file;
    }

    private void copy(InputStream body, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            total += read;
            if (total > config.maxSize().asLongValue()) {
                discard(body);
                throw tooLarge();
            }
            out.write(buffer, 0, read);
        }
    }

    /**
     * Reads and drops input for a while before the connection is closed, because a client that is still sending would
     * not read the answer.
     */
    private void discard(InputStream body) throws IOException {
        long end = clock.millis() + MAX_DISCARD_TIME.toMillis();
        long left = config.maxSize().asLongValue();
        byte[] buffer = new byte[1 << 16];
        for (int read = 0; read >= 0 && left > 0 && clock.millis() < end; left -= read) {
            read = body.read(buffer);
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(Problem.of(
                        ProblemType.TOO_LARGE,
                        "The file is larger than " + config.maxSize().asLongValue()
                                + " bytes, which is the limit. Split it, for example by period.")
                .with("limit", config.maxSize().asLongValue())
                .header("Connection", "close"));
    }

    /**
     * Returns the name without folders, control characters and marks of text direction, cut to {@link #MAX_NAME}
     * characters; null if nothing is left. The name is only shown, never used as a path.
     */
    static String plainName(String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}|[\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
        if (clean.length() > MAX_NAME) {
            int end = Character.isHighSurrogate(clean.charAt(MAX_NAME - 1)) ? MAX_NAME - 1 : MAX_NAME;
            return clean.substring(0, end);
        }
        return clean.isEmpty() ? null : clean;
    }

    /**
     * A completely received body in a temporary file, which {@link #close} deletes.
     *
     * @param path the file; another file may have this path after the file is closed
     * @param fileName the name that the sender gave, without folders, or null
     * @param end deletes the file, and frees its place if it takes one
     */
    public record ReceivedFile(Path path, String sha256, long bytes, String fileName, String mediaType, Runnable end)
            implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }
}
