package org.tipstats.validate.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.reports.HtmlReport;
import org.tipstats.validate.forms.AnnotatedCsv;
import org.tipstats.validate.forms.ReportWriter;
import org.tipstats.validate.forms.XlsxReport;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.run.Validation;
import org.tipstats.validate.run.ValidationRequest;

class FindingsKeptTest {

    private static final int KEPT = 10_000;
    private static final int ROWS = 11_000;

    private static Given wrong(int rows) {
        StringBuilder text = new StringBuilder(Given.HEADER).append('\n');
        for (int i = 0; i < rows; i++) {
            text.append("AUT,W,_T,_T,2016,").append(i % 40).append(",\n");
        }
        return Given.file(text.toString());
    }

    private static String annotated(Given given, Validation validation, Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AnnotatedCsv(given.flow(), "en")
                .write(ReceivedTable.of(file, given.flow()), validation.report(), validation.findings(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Validates a file with more errors than are kept and returns the bytes of two forms of its report. */
    private static List<String> forms() {
        Given given = wrong(ROWS);
        return given.validated(KEPT, (validation, file) -> {
            ValidationReport report = validation.report();
            assertEquals(ROWS, report.counts().error());
            assertEquals(ROWS, report.findingsTotal());
            assertEquals(KEPT, report.findingsKept());
            assertEquals(ROWS, report.summary().get(0).count());
            assertEquals(ROWS + 1, report.summary().get(0).lastLine());
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            new ReportWriter(given.flow(), "en").write(report, validation.findings(), null, json);
            return List.of(json.toString(StandardCharsets.UTF_8), annotated(given, validation, file));
        });
    }

    @Test
    void theFirstErrorsAreKeptAndTwoRunsGiveTheSameBytes() {
        List<String> forms = forms();
        assertTrue(forms.equals(forms()), "equal bytes");
        assertTrue(forms.get(0).contains("\"findingsTotal\":11000,\"findingsKept\":10000,"));
        List<String> lines = forms.get(1).lines().toList();
        assertEquals(ROWS + 2, lines.size());
        assertTrue(lines.get(1).startsWith(",,,,,,,1,information,\"1,000 more findings are counted"), lines.get(1));
        for (int i = 2; i < lines.size(); i++) {
            assertEquals(i < KEPT + 2, lines.get(i).contains(",error,"), "line " + i);
        }
    }

    /** Tests that the sentence about missing findings stands in the file and is no row of it. */
    @Test
    void everyFormSaysThatFindingsAreMissingAndIsReadLikeTheFile() {
        Given given = wrong(3);
        given.validated(1, (validation, file) -> {
            ByteArrayOutputStream workbook = new ByteArrayOutputStream();
            ReceivedTable rows = ReceivedTable.of(file, given.flow());
            new XlsxReport(given.flow(), "en").write(rows, validation.report(), validation::findings, workbook);
            String csv = annotated(given, validation, file);
            assertTrue(csv.contains("2 more findings are counted"), csv);
            for (byte[] again : List.of(csv.getBytes(StandardCharsets.UTF_8), workbook.toByteArray())) {
                ValidationReport report = Given.bytes(again).report();
                assertEquals(3, report.counts().error());
                assertEquals(3, report.file().rows());
            }
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            new HtmlReport(given.flow(), "en")
                    .write(validation.report(), validation.findings(), HtmlReport.Links.NONE, page);
            assertTrue(page.toString(StandardCharsets.UTF_8).contains("Findings 1 to 1 of 3"));
            assertTrue(page.toString(StandardCharsets.UTF_8).contains("<p class=\"note\">2 more findings"));
            return null;
        });
    }

    /** The contract says this number. */
    @Test
    void aHundredThousandAreKeptUnlessTheDeploymentSaysOtherwise() {
        assertEquals(100_000, ValidationRequest.FINDINGS_KEPT);
    }

    @Test
    void anAnnotatedFileWithoutMissingFindingsSaysNothingAboutThem() {
        wrong(3).validated(3, (validation, file) -> {
            assertFalse(annotated(wrong(3), validation, file).contains("more finding"));
            return null;
        });
    }

    @Test
    void warningsAreAllKept() {
        Given given = Given.rows(
                "AUT,F,_T,_T,2016,12,",
                "AUT,M,_T,_T,2016,8,",
                "AUT,_T,_T,_T,2016,15,",
                "BEL,_T,_T,_T,2016,x,",
                "BEL,F,_T,_T,2016,x,",
                "FRA,F,_T,_T,2016,12,",
                "FRA,M,_T,_T,2016,8,",
                "FRA,_T,_T,_T,2016,15,");
        given.validated(1, (validation, file) -> {
            assertEquals(2, validation.report().counts().error());
            assertEquals(2, validation.report().counts().warning());
            assertEquals(
                    validation.report().findingsTotal() - 1, validation.report().findingsKept());
            long warnings = 0;
            for (Iterator<Finding> each = validation.findings(); each.hasNext(); ) {
                warnings += each.next().severity() == Severity.WARNING ? 1 : 0;
            }
            assertEquals(2, warnings);
            return null;
        });
    }
}
