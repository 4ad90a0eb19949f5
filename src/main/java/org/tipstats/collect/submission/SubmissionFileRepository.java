package org.tipstats.collect.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tipstats.collect.upload.Behalf;
import org.tipstats.platform.database.ChunkStore;
import org.tipstats.platform.database.Database;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.findings.Severity;

/** Stores received files byte for byte, and their findings in pages, in the order of the report. */
@ApplicationScoped
public class SubmissionFileRepository {

    /** Number of findings in a page, which is the most that one reply may hold. */
    public static final int PAGE_SIZE = 1_000;

    private final Database database;
    private final ChunkStore files;

    SubmissionFileRepository(Database database) {
        this.database = database;
        this.files = new ChunkStore(database, "submission_file", "submission_id");
    }

    public void store(UUID submission, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            files.write(in, submission);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores the findings of a file, in compressed pages of {@link #PAGE_SIZE}. */
    public void storeFindings(UUID submission, List<byte[]> pages) {
        for (int page = 0; page < pages.size(); page++) {
            database.update(
                    "insert into submission_findings (submission_id, page, content) values (?, ?, ?)",
                    submission,
                    page,
                    pages.get(page));
        }
    }

    public InputStream open(UUID submission) {
        return files.open(submission);
    }

    /** Stores the message that came with a submission. */
    public void storeMessage(UUID submission, Behalf behalf) {
        database.update("update submission set behalf_area = ? where id = ?", behalf.area(), submission);
        database.update(
                "insert into submission_message (submission_id, file_name, sha256, content) values (?, ?, ?, ?)",
                submission,
                behalf.messageName(),
                behalf.sha256(),
                behalf.message());
    }

    /** Returns the message that came with a submission; empty if there is none, or if it was deleted. */
    public Optional<Behalf> message(UUID submission) {
        return database.first(
                "select file_name, content from submission_message where submission_id = ?",
                row -> new Behalf(null, row.getString(1), row.getBytes(2)),
                submission);
    }

    /** Returns one page of findings; empty after the last page. The first page has the number 0. */
    public Iterator<Finding> page(UUID submission, int page) {
        return database.first(
                        "select content from submission_findings where submission_id = ? and page = ?",
                        row -> ReportJson.expand(row.getBytes(1)),
                        submission,
                        page)
                .orElse(Collections.emptyIterator());
    }

    /** Passes all warnings to a consumer, in the order of the report. */
    public void eachWarning(UUID submission, Consumer<Finding> consumer) {
        all(submission).forEachRemaining(finding -> {
            if (finding.severity() == Severity.WARNING) {
                consumer.accept(finding);
            }
        });
    }

    /** Returns all findings. Holds one page in memory at a time. */
    public Iterator<Finding> all(UUID submission) {
        return Stream.iterate(0, page -> page + 1)
                .map(page -> page(submission, page))
                .takeWhile(Iterator::hasNext)
                .flatMap(page -> StreamSupport.stream(Spliterators.spliteratorUnknownSize(page, 0), false))
                .iterator();
    }
}
