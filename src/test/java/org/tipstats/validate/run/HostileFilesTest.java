package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.bench.hostile.HostileFile;
import org.tipstats.bench.hostile.HostileFiles;
import org.tipstats.collect.reports.HtmlReport;
import org.tipstats.validate.forms.AnnotatedCsv;
import org.tipstats.validate.forms.ReportWriter;
import org.tipstats.validate.forms.XlsxReport;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.rule.Given;

/**
 * Validates hostile files. Each must give a report, and no cell may change without a finding. Texts that attack, odd
 * structures and every third other file give the report as rows and as a page, too: {@link AnyBytesTest} and the fuzzer
 * write rows for others. The workbook takes most of the time, so texts that attack and every sixth other file give one.
 * Every 30th file must give the same reports again.
 */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class HostileFilesTest {

    /** Far more time than the files need; only an endless loop exceeds it. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(30);

    private static final int MIN_FILES = 800;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    /**
     * The result of a file.
     *
     * @param unseen the cells that were read differently from their text, without a finding
     */
    private record Outcome(boolean valid, byte[] json, byte[] others, List<String> unseen) {}

    @Test
    void everyFileHasAReport() throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            List<HostileFile> files = HostileFiles.all(elsewhere.getLocalPort());
            assertTrue(files.size() > MIN_FILES, () -> files.size() + " files");
            List<String> valid = new ArrayList<>();
            List<String> faults = new ArrayList<>();
            assertTimeoutPreemptively(TIME_LIMIT, () -> {
                for (int i = 0; i < files.size(); i++) {
                    HostileFile file = files.get(i);
                    try {
                        if (stands(file, i)) {
                            valid.add(file.name());
                        }
                    } catch (AssertionError e) {
                        faults.add(e.getMessage());
                    }
                }
            });
            assertEquals("", String.join("\n", faults));
            // Some of the files must be valid, or nothing was compared.
            assertTrue(valid.size() > MIN_FILES / 8, valid::toString);
            assertNobodyCalled(elsewhere);
        }
    }

    private static void assertNobodyCalled(ServerSocket elsewhere) throws IOException {
        elsewhere.setSoTimeout(1);
        try {
            elsewhere.accept().close();
        } catch (java.net.SocketTimeoutException e) {
            return;
        }
        throw new AssertionError("a file caused a network connection");
    }

    private static boolean stands(HostileFile file, int number) throws IOException {
        boolean attacks = file.name().startsWith("injection");
        boolean forms = attacks || file.name().startsWith("structure") || number % 3 == 0;
        boolean workbook = attacks || number % 6 == 0;
        Outcome outcome = outcome(file, forms, workbook);
        if (number % 30 == 0) {
            Outcome again = outcome(file, forms, workbook);
            assertArrayEquals(outcome.json, again.json, file.name());
            assertArrayEquals(outcome.others, again.others, file.name());
        }
        assertEquals(List.of(), outcome.unseen, file.name());
        JsonNode report = JSON.readTree(outcome.json);
        assertEquals(outcome.valid, report.path("valid").asBoolean(), file.name());
        for (JsonNode finding : report.path("findings")) {
            assertTrue(!finding.path("message").asText().isBlank(), file.name());
            assertTrue(!finding.path("fix").asText().isBlank(), file.name());
        }
        return outcome.valid;
    }

    private static Outcome outcome(HostileFile file, boolean forms, boolean workbook) {
        Given given = Given.bytes(file.bytes()).from("AUT");
        try {
            return given.validated((validation, path) -> {
                byte[] others = forms ? forms(given, validation, path, workbook) : new byte[0];
                return outcome(file, given, validation, path, others);
            });
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(file.name() + ": " + e, e);
        }
    }

    private static Outcome outcome(HostileFile file, Given given, Validation validation, Path path, byte[] others)
            throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        new ReportWriter(given.flow(), "en").write(validation.report(), validation.findings(), null, json);
        boolean valid = validation.report().valid();
        List<String> unseen = valid && file.meant() != null
                ? new IntendedCells(file.meant()).unseen(validation, path, given.flow())
                : List.of();
        return new Outcome(valid, json.toByteArray(), others, unseen);
    }

    private static byte[] forms(Given given, Validation validation, Path path, boolean withWorkbook)
            throws IOException {
        ByteArrayOutputStream others = new ByteArrayOutputStream();
        ReceivedTable table = ReceivedTable.of(path, given.flow());
        new AnnotatedCsv(given.flow(), "fr").write(table, validation.report(), validation.findings(), others);
        new HtmlReport(given.flow(), "ar")
                .write(validation.report(), validation.findings(), HtmlReport.Links.NONE, others);
        if (withWorkbook) {
            ByteArrayOutputStream workbook = new ByteArrayOutputStream();
            new XlsxReport(given.flow(), "en").write(table, validation.report(), validation::findings, workbook);
            workbook.writeTo(others);
            assertWellFormed(workbook.toByteArray());
        }
        return others.toByteArray();
    }

    /** Checks that every part of the workbook is well-formed XML, whatever texts it contains. */
    private static void assertWellFormed(byte[] workbook) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            while (zip.getNextEntry() != null) {
                XMLStreamReader part = XML.createXMLStreamReader(new ByteArrayInputStream(zip.readAllBytes()));
                while (part.hasNext()) {
                    part.next();
                }
            }
        } catch (XMLStreamException e) {
            throw new AssertionError("the workbook is broken", e);
        }
    }
}
