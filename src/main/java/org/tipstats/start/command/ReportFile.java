package org.tipstats.start.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.tipstats.collect.reports.HtmlReport;
import org.tipstats.start.command.CommandLineInterface.NoAccessException;
import org.tipstats.validate.forms.AnnotatedCsv;
import org.tipstats.validate.forms.ReportWriter;
import org.tipstats.validate.forms.SummaryText;
import org.tipstats.validate.forms.XlsxReport;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.run.Progress;
import org.tipstats.validate.run.Validation;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Writes the report of a validation in the formats of the service. Without accepted figures, the file has the same
 * bytes as the report of an anonymous validation by the service.
 */
record ReportFile(Path file, Dataflow dataflow, String language, Validation validation) {

    private enum Form {
        JSON,
        CSV,
        XLSX,
        HTML
    }

    /**
     * Refuses a report whose file name has no extension of a known format.
     *
     * @param misuse makes the exception to throw, from a message
     */
    static void requireForm(Path report, Function<String, ? extends RuntimeException> misuse) {
        if (form(report) == null) {
            throw misuse.apply(
                    "The report " + report + " has no format: its name must end in .json, .csv, .xlsx or .html.");
        }
    }

    private static Form form(Path report) {
        String name = report.getFileName().toString().toUpperCase(Locale.ROOT);
        for (Form form : Form.values()) {
            if (name.endsWith("." + form.name())) {
                return form;
            }
        }
        return null;
    }

    /** Writes the report to a file, in the format of the file's extension. */
    void write(Path report) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(report))) {
            switch (form(report)) {
                case JSON -> writeJson(out);
                case CSV ->
                    new AnnotatedCsv(dataflow, language).write(rows(), validation.report(), validation.findings(), out);
                case XLSX ->
                    new XlsxReport(dataflow, language).write(rows(), validation.report(), validation::findings, out);
                case HTML ->
                    new HtmlReport(dataflow, language)
                            .write(validation.report(), validation.findings(), HtmlReport.Links.NONE, out);
            }
        } catch (IOException e) {
            throw new NoAccessException("The report " + report + " cannot be written.");
        }
    }

    private ReceivedTable rows() throws IOException {
        return ReceivedTable.of(file, dataflow);
    }

    void writeJson(OutputStream out) throws IOException {
        new ReportWriter(dataflow, language).write(validation.report(), validation.findings(), null, out);
    }

    void writeSummary(OutputStream out) throws IOException {
        new SummaryText(dataflow.structure(), language).write(validation.report(), out);
    }

    /** A progress bar in the last line of a terminal. It disappears when the work is done. */
    static final class ProgressLine implements Progress, AutoCloseable {

        private static final int WIDTH = 40;

        private final PrintWriter terminal;
        private int shown = -1;

        /** @param terminal the terminal that shows the bar; null to show nothing */
        ProgressLine(PrintWriter terminal) {
            this.terminal = terminal;
        }

        @Override
        public void at(Stage stage, int percent) {
            if (terminal != null && percent != shown) {
                shown = percent;
                int done = percent * WIDTH / 100;
                terminal.print("\r[" + "#".repeat(done) + " ".repeat(WIDTH - done) + "] " + percent + " %");
                terminal.flush();
            }
        }

        @Override
        public void close() {
            if (shown >= 0) {
                terminal.print("\r" + " ".repeat(WIDTH + 10) + "\r");
                terminal.flush();
                shown = -1;
            }
        }
    }
}
