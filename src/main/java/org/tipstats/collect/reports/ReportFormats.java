package org.tipstats.collect.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.io.function.IOConsumer;
import org.tipstats.collect.reports.ReportRequest.ReportFormat;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionFileRepository;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.UploadReceiver;
import org.tipstats.collect.upload.UploadReceiver.ReceivedFile;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.forms.AnnotatedCsv;
import org.tipstats.validate.forms.CorrectedCsv;
import org.tipstats.validate.forms.ReportWriter;
import org.tipstats.validate.forms.XlsxReport;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.run.Progress;
import org.tipstats.validate.run.Validation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Writes reports in all formats: as pages of findings, or as the submitter's own file with the findings. */
@ApplicationScoped
public class ReportFormats {

    private final SchemaRegistry schemas;
    private final SubmissionFileRepository files;
    private final UploadReceiver receiver;
    private final ValidationService validations;
    private final ObjectMapper json;

    ReportFormats(
            SchemaRegistry schemas,
            SubmissionFileRepository files,
            UploadReceiver receiver,
            ValidationService validations,
            ObjectMapper json) {
        this.schemas = schemas;
        this.files = files;
        this.receiver = receiver;
        this.validations = validations;
        this.json = json;
    }

    /**
     * Returns the report of a running validation. Writes the complete report before it returns, because the validation
     * ends before the reply is sent.
     */
    ReportReply of(ReportRequest request, Validation validation, ReceivedFile file) {
        return switch (request.form()) {
            case JSON, HTML -> page(request, validation.report(), validation.findings(), HtmlReport.Links.NONE);
            case CSV, XLSX -> file(request, file.path(), file.fileName(), validation.report(), validation::findings);
        };
    }

    /**
     * Returns the report of a stored submission: one page of its findings, or a file with all of them.
     *
     * @param rows false for readers who may not see the rows of the file: their report has neither values nor keys
     */
    public ReportReply of(ReportRequest request, Submission submission, String cursor, boolean rows) {
        return switch (request.form()) {
            case JSON, HTML ->
                page(request, submission, PageRequest.of(null, cursor).offset(), rows);
            case CSV, XLSX -> with(submission, file -> file.annotated(request));
        };
    }

    /** Returns the first page of a stored submission's report, for use inside other JSON. */
    public JsonNode tree(Submission submission, String language) {
        return tree(page(ReportRequest.json(language), submission, 0, true));
    }

    /** Returns the report of a validation that is not stored, for use inside other JSON. */
    public JsonNode tree(Validation validation, String language) {
        return tree(
                page(ReportRequest.json(language), validation.report(), validation.findings(), HtmlReport.Links.NONE));
    }

    private JsonNode tree(ReportReply page) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 13);
            page.body().accept(out);
            return json.readTree(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReportReply page(ReportRequest request, Submission submission, int page, boolean rows) {
        String report = "/api/v1/submissions/" + submission.id + "/report";
        ValidationReport head = ReportJson.readHead(submission.reportHead);
        boolean more = submission.fileDeletedAt == null
                && (page + 1L) * SubmissionFileRepository.PAGE_SIZE < head.findingsKept();
        String here = page == 0 ? null : PageRequest.encode(Integer.toString(page));
        HtmlReport.Links links = new HtmlReport.Links(
                (long) page * SubmissionFileRepository.PAGE_SIZE,
                page == 0 ? null : request.address(report, null),
                more ? request.address(report, PageRequest.encode(Integer.toString(page + 1))) : null,
                rows ? request.addressIn(ReportFormat.CSV, report, null) : null,
                rows ? request.addressIn(ReportFormat.XLSX, report, null) : null,
                request.addressIn(ReportFormat.JSON, report, here));
        Iterator<Finding> findings = files.page(submission.id, page);
        return rows
                ? page(request, head, findings, links)
                : page(request, head.withoutCells(), withoutCells(findings), links);
    }

    private static Iterator<Finding> withoutCells(Iterator<Finding> findings) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(findings, 0), false)
                .map(Finding::withoutCells)
                .iterator();
    }

    private ReportReply page(
            ReportRequest request, ValidationReport report, Iterator<Finding> shown, HtmlReport.Links links) {
        Dataflow dataflow = schemas.dataflow(report.dataflow()).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 13);
        try {
            if (request.form() == ReportFormat.HTML) {
                new HtmlReport(dataflow, request.language()).write(report, shown, links, out);
            } else {
                new ReportWriter(dataflow, request.language()).write(report, shown, links.next(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ReportReply.page(request, links.next(), out.toByteArray());
    }

    ReportReply file(
            ReportRequest request, Path file, String name, ValidationReport report, Supplier<Iterator<Finding>> found) {
        Dataflow dataflow = schemas.dataflow(report.dataflow()).orElseThrow();
        return made(request, nameOf(name) + "-report.", out -> {
            ReceivedTable rows = ReceivedTable.of(file, dataflow);
            if (request.form() == ReportFormat.XLSX) {
                new XlsxReport(dataflow, request.language()).write(rows, report, found, out);
            } else {
                new AnnotatedCsv(dataflow, request.language()).write(rows, report, found.get(), out);
            }
        });
    }

    /**
     * Returns the submitter's own file, corrected by the suggestions of the chosen findings.
     *
     * @throws ProblemException 409 if the rows of the file cannot be written again
     */
    ReportReply corrected(ReportRequest request, ValidatedFile file, Predicate<Finding> wanted) {
        if (!CorrectedCsv.canWrite(file.rows(), file.report())) {
            throw ProblemException.conflict(
                    "The rows of this file cannot be written again. Its report gives the reason.");
        }
        String name = nameOf(file.report().file().name()) + "-corrected.";
        return made(request, name, out -> {
            Spliterator<Finding> findings = Spliterators.spliteratorUnknownSize(file.findings(), 0);
            Stream<Finding> chosen = StreamSupport.stream(findings, false).filter(wanted);
            CorrectedCsv.write(file.rows(), chosen.iterator(), out);
        });
    }

    /** Writes the content to a file and returns the file as a reply. The file name gets the extension of the format. */
    private ReportReply made(ReportRequest request, String name, IOConsumer<OutputStream> content) {
        ReceivedFile made = receiver.write(content);
        return new ReportReply(
                request, name + request.form().word(), null, out -> Files.copy(made.path(), out), made::close);
    }

    /**
     * Receives and validates a file, passes the file and its report to a function, then deletes both. Answers 413 and
     * 429 in the same cases as for submitted files.
     */
    public <T> T with(Upload upload, Optional<Actor> actor, Progress progress, Function<ValidatedFile, T> use) {
        return receiver.with(upload, actor, file -> {
            Validation validation = validations.validate(file, upload, actor, progress);
            return use.apply(new ValidatedFile(
                    this, file.path(), file.fileName(), upload.dataflow(), validation.report(), validation::findings));
        });
    }

    /** Passes a copy of a stored file and its report to a function, then deletes the copy. */
    public <T> T with(Submission submission, Function<ValidatedFile, T> use) {
        try (ReceivedFile original =
                receiver.write(out -> files.open(submission.id).transferTo(out))) {
            ValidationReport head = ReportJson.readHead(submission.reportHead);
            Dataflow dataflow = schemas.dataflow(submission.dataflow).orElseThrow();
            return use.apply(new ValidatedFile(
                    this, original.path(), submission.fileName, dataflow, head, () -> files.all(submission.id)));
        }
    }

    /** Returns an ASCII name, which needs no quoting in the header. */
    private static String nameOf(String name) {
        String base = name == null ? "report" : name.replaceFirst("\\.[^.]*$", "");
        return Arrays.stream(base.split("[^A-Za-z0-9_-]+"))
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + "-" + b)
                .orElse("report");
    }

    /**
     * A report that is ready to be sent.
     *
     * @param fileName the name for a download, or null
     * @param next path and query of the next page, or null
     * @param body writes the report; called at most once
     * @param end the resource that the report holds; closed after the report is written, or if it is never written
     */
    public record ReportReply(
            ReportRequest request, String fileName, String next, IOConsumer<OutputStream> body, Closeable end) {

        /** Creates the reply for a page that is already written. */
        static ReportReply page(ReportRequest request, String next, byte[] body) {
            return new ReportReply(request, null, next, out -> out.write(body), () -> {});
        }

        /** Returns the value of the Content-Type header. */
        public String mediaType() {
            return request.form().mediaType();
        }
    }
}
