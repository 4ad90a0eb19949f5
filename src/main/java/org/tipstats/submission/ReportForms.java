package org.tipstats.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.report.AnnotatedCsv;
import org.tipstats.report.Finding;
import org.tipstats.report.ReportJson;
import org.tipstats.report.ReportWriter;
import org.tipstats.report.ValidationReport;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.LocalText;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.validation.Validation;
import org.tipstats.web.Languages;
import org.tipstats.web.PageRequest;

/** Reports in the forms that readers ask for: JSON, or the submitter's own file with what was found. */
@ApplicationScoped
class ReportForms {

    private final SchemaRegistry schemas;
    private final FindingRepository findings;
    private final StoredFileRepository files;
    private final UploadReceiver receiver;
    private final ObjectMapper json;

    ReportForms(
            SchemaRegistry schemas,
            FindingRepository findings,
            StoredFileRepository files,
            UploadReceiver receiver,
            ObjectMapper json) {
        this.schemas = schemas;
        this.findings = findings;
        this.files = files;
        this.receiver = receiver;
        this.json = json;
    }

    /** The form that the headers ask for; 406 for one that there isn't. */
    ReportForm choose(String accept, String lang, String acceptLanguage) {
        String language = Languages.choose(lang, acceptLanguage, LocalText.LANGUAGES);
        return ReportForm.accepted(accept, language)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "A report comes as " + ReportForm.JSON + " or " + ReportForm.CSV + "."));
    }

    /** The report of a validation at hand. The JSON is made at once; the file is written before it ends. */
    ReportReply of(ReportForm form, Validation validation, ReceivedFile file) throws IOException {
        Dataflow dataflow = schemas.dataflow(validation.report().dataflow()).orElseThrow();
        if (!form.annotated()) {
            byte[] body = bytes(dataflow, form.language(), validation.report(), validation.findings(0), null);
            return new ReportReply(ReportForm.JSON, null, out -> out.write(body), ReportReply.NOTHING);
        }
        ReceivedFile annotated = receiver.write(out -> new AnnotatedCsv(dataflow, form.language())
                .write(file.path(), validation.report(), validation.findings(0), out));
        return annotated(annotated, file.fileName());
    }

    /** The report of a stored submission, a page of findings at a time. */
    ReportReply of(ReportForm form, Submission submission, String cursor) {
        Dataflow dataflow = schemas.dataflow(submission.dataflow).orElseThrow();
        if (!form.annotated()) {
            int page = PageRequest.of(null, cursor).offset();
            byte[] body = bytes(dataflow, form.language(), submission, page);
            return new ReportReply(ReportForm.JSON, null, out -> out.write(body), ReportReply.NOTHING);
        }
        ReceivedFile original = receiver.write(out -> files.open(submission.id).transferTo(out));
        try (original) {
            ReceivedFile annotated = receiver.write(out -> new AnnotatedCsv(dataflow, form.language())
                    .write(
                            original.path(),
                            ReportJson.readHead(submission.reportHead),
                            findings.all(submission.id),
                            out));
            return annotated(annotated, submission.fileName);
        }
    }

    /** The first page of the report of a stored submission, to stand inside another JSON. */
    JsonNode tree(Submission submission, String language) {
        Dataflow dataflow = schemas.dataflow(submission.dataflow).orElseThrow();
        return tree(bytes(dataflow, language, submission, 0));
    }

    /** The report of a validation that is not kept, to stand inside another JSON. */
    JsonNode tree(Validation validation, String language) throws IOException {
        Dataflow dataflow = schemas.dataflow(validation.report().dataflow()).orElseThrow();
        return tree(bytes(dataflow, language, validation.report(), validation.findings(0), null));
    }

    private JsonNode tree(byte[] report) {
        try {
            return json.readTree(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(Dataflow dataflow, String language, Submission submission, int page) {
        List<Finding> shown = findings.page(submission.id, page);
        boolean more = (page + 1L) * FindingRepository.PAGE < submission.findingsTotal;
        String next = more
                ? "/api/v1/submissions/" + submission.id + "/report?cursor="
                        + PageRequest.encode(Integer.toString(page + 1))
                : null;
        return bytes(dataflow, language, ReportJson.readHead(submission.reportHead), shown.iterator(), next);
    }

    private static byte[] bytes(
            Dataflow dataflow, String language, ValidationReport report, Iterator<Finding> findings, String next) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 13);
        try {
            new ReportWriter(dataflow, language).write(report, findings, next, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ReportReply annotated(ReceivedFile file, String name) {
        return new ReportReply(
                ReportForm.CSV + ";charset=utf-8", annotatedName(name), out -> copy(file.path(), out), file::close);
    }

    private static void copy(Path file, OutputStream out) throws IOException {
        Files.copy(file, out);
    }

    /** ASCII only, so that it needs no quoting in the header. */
    private static String annotatedName(String name) {
        String base = name == null ? "report" : name.replaceFirst("\\.[^.]*$", "");
        String plain = Arrays.stream(base.split("[^A-Za-z0-9_-]+"))
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + "-" + b)
                .orElse("report");
        return plain + "-report.csv";
    }
}
