package org.tipstats.collect.receive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Predicate;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.SubmittedRows;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.findings.XlsxReport;
import org.tipstats.validate.rule.ReceivedTable;
import org.tipstats.vocabulary.schema.Dataflow;

/** A file with its report, as long as someone works with them; not to be kept. */
public final class JudgedFile {

    private final ReportForms forms;
    private final Path path;
    private final String name;
    private final Dataflow dataflow;
    private final ValidationReport report;
    private final XlsxReport.Findings findings;

    JudgedFile(
            ReportForms forms,
            Path path,
            String name,
            Dataflow dataflow,
            ValidationReport report,
            XlsxReport.Findings findings) {
        this.forms = forms;
        this.path = path;
        this.name = name;
        this.dataflow = dataflow;
        this.report = report;
        this.findings = findings;
    }

    public Dataflow dataflow() {
        return dataflow;
    }

    public ValidationReport report() {
        return report;
    }

    /** All findings in the order of the report, each time anew. */
    public Iterator<Finding> findings() {
        try {
            return findings.all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, to be read again as it was read. */
    public SubmittedRows rows() {
        try {
            return ReceivedTable.of(path, dataflow);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with what was found. @param format a form of reports; 400 for another */
    public ReportReply withRemarks(String format, String language) {
        ReportWish wish = new ReportWish(ReportForm.choose(format, null), language, format, language);
        return forms.file(wish, path, name, report, findings);
    }

    /** A new file in which the suggestions of the wanted findings are put in, where these have one meaning. */
    public ReportReply mended(Predicate<Finding> wanted, String language) {
        return forms.mended(new ReportWish(ReportForm.CSV, language, null, language), this, wanted);
    }
}
