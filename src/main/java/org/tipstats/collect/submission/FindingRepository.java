package org.tipstats.collect.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.tipstats.platform.database.Database;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.forms.ReportJson;

/** Stores the findings of submissions in pages, in the order of the report. */
@ApplicationScoped
public class FindingRepository {

    /** Number of findings in a page, which is the most that one reply may hold. */
    public static final int PAGE_SIZE = 1_000;

    private final Database database;

    FindingRepository(Database database) {
        this.database = database;
    }

    public void store(UUID submission, Iterator<Finding> findings) {
        for (int page = 0; findings.hasNext(); page++) {
            database.update(
                    "insert into submission_findings (submission_id, page, content) values (?, ?, ?)",
                    submission,
                    page,
                    compressed(findings));
        }
    }

    private static byte[] compressed(Iterator<Finding> findings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED), 1 << 13)) {
            ReportJson.write(findings, PAGE_SIZE, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Returns one page, counted from 0; empty after the last page. */
    public List<Finding> page(UUID submission, int page) {
        return database
                .list(
                        "select content from submission_findings where submission_id = ? and page = ?",
                        row -> row.getBytes(1),
                        submission,
                        page)
                .stream()
                .flatMap(content -> findings(content).stream())
                .toList();
    }

    private static List<Finding> findings(byte[] content) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new InflaterInputStream(new ByteArrayInputStream(content)), StandardCharsets.UTF_8))) {
            return lines.lines().map(ReportJson::readFinding).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes all warnings to a consumer, in the order of the report. */
    public void eachWarning(UUID submission, Consumer<Finding> consumer) {
        for (Iterator<Finding> each = all(submission); each.hasNext(); ) {
            Finding finding = each.next();
            if (finding.severity() == Severity.WARNING) {
                consumer.accept(finding);
            }
        }
    }

    /** Returns all findings. Holds one page in memory at a time. */
    public Iterator<Finding> all(UUID submission) {
        return new Iterator<>() {
            private int next;
            private Iterator<Finding> current = List.<Finding>of().iterator();
            private boolean ended;

            @Override
            public boolean hasNext() {
                if (!current.hasNext() && !ended) {
                    current = page(submission, next++).iterator();
                    ended = !current.hasNext();
                }
                return current.hasNext();
            }

            @Override
            public Finding next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return current.next();
            }
        };
    }
}
