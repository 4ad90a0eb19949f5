package org.tipstats.files.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileProbeTest {

    @TempDir
    Path folder;

    private FileProbe probe(byte[] bytes) throws IOException {
        return FileProbe.of(Files.write(folder.resolve("file"), bytes));
    }

    private FileProbe probe(String text) throws IOException {
        return probe(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void messagesOfSdmxAreToldFromOtherMarkup() throws IOException {
        String message = "<?xml version=\"1.0\"?>\n<!-- <html> -->\n<m:GenericData xmlns:m=\""
                + "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\"><m:Header>";
        assertEquals(FileKind.SDMX_ML, probe(message).kind());
        assertEquals(
                FileKind.SDMX_ML, probe("\uFEFF" + message.replace("html", "x")).kind());
        assertEquals(
                FileKind.SDMX_ML,
                probe(("\uFEFF" + message.replace("html", "x")).getBytes(StandardCharsets.UTF_16LE))
                        .kind());
        assertEquals(
                FileKind.SDMX_ML,
                probe("<CompactData xmlns='http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message'/>")
                        .kind());
        assertEquals(
                FileKind.SDMX_ML,
                probe("<!DOCTYPE a [<!ENTITY b \"c\">]>" + message.substring(22))
                        .kind());
        assertEquals(FileKind.XML, probe("<m:GenericData xmlns:m=\"urn:x\"/>").kind());
        assertEquals(FileKind.XML, probe("<GenericData>").kind());
        assertEquals(
                FileKind.XML, probe("<svg xmlns='http://www.w3.org/2000/svg'/>").kind());
        assertEquals("sdmx-ml", FileKind.SDMX_ML.word());
        assertEquals(
                FileKind.SDMX_JSON, probe("{\"data\": {\"dataSets\" : []}}").kind());
        assertEquals(
                FileKind.SDMX_JSON,
                probe("{\"data\": {\"structure\": {\"dimensions\": {}}}}").kind());
        assertEquals(
                FileKind.SDMX_JSON,
                probe("{\"meta\": {\"schema\": \"x/sdmx-json-structure-schema.json\"}}")
                        .kind());
        assertEquals(
                FileKind.SDMX_JSON,
                probe("{\"dataSets\": []}".getBytes(StandardCharsets.UTF_16BE)).kind());
        assertEquals(FileKind.JSON, probe("{\"dataset\": {\"structure\": 1}}").kind());
        assertEquals(FileKind.JSON, probe("[{\"dataSets\": []}]").kind());
        assertEquals("sdmx-json", FileKind.SDMX_JSON.word());
    }

    @Test
    void sizeAndHashAreThoseOfTheBytes() throws IOException {
        FileProbe probe = probe("abc");
        assertEquals(3, probe.bytes());
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", probe.sha256());
    }

    @Test
    void kindsAreToldByContent() throws IOException {
        assertEquals(FileKind.EMPTY, probe("").kind());
        assertEquals(FileKind.EMPTY, probe("\uFEFF \r\n\n").kind());
        assertEquals(FileKind.TEXT, probe("SEX,OBS_VALUE\n").kind());
        assertEquals(FileKind.TEXT, probe("<5,OBS_VALUE\n").kind());
        assertEquals(FileKind.TEXT, probe("[note] SEX,OBS_VALUE\n").kind());
        assertEquals(FileKind.PDF, probe("%PDF-1.7\n").kind());
        assertEquals(FileKind.HTML, probe("\n<!DOCTYPE html><html>").kind());
        assertEquals(FileKind.XML, probe("<?xml version=\"1.0\"?><a/>").kind());
        assertEquals(FileKind.JSON, probe(" {\"SEX\": 1}").kind());
        assertEquals(FileKind.JSON, probe("[\n  {}]").kind());
        assertEquals(
                FileKind.BINARY,
                probe(new byte[] {'M', 'Z', 0, 0, 0, 1, 2, 3, 0, 0}).kind());
    }

    @Test
    void archivesAreToldByTheNamesInThem() throws IOException {
        assertEquals(
                FileKind.XLSX,
                probe(zip("[Content_Types].xml", "xl/workbook.xml")).kind());
        assertEquals(
                FileKind.DOCX,
                probe(zip("[Content_Types].xml", "word/document.xml")).kind());
        assertEquals(FileKind.ODS, probe(zip("mimetype", "content.xml")).kind());
        assertEquals(FileKind.ZIP, probe(zip("data.csv")).kind());
        assertEquals(FileKind.ZIP, probe(new byte[] {'P', 'K', 3, 4, 0, 0}).kind());
        assertEquals(
                FileKind.XLS,
                probe(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0})
                        .kind());
        assertEquals(
                FileKind.XLSB,
                probe(zip("[Content_Types].xml", "xl/theme.xml", "xl/workbook.bin"))
                        .kind());
        assertEquals(FileKind.XLSX, probe(zip("xl\\workbook.xml")).kind());
        assertEquals(
                FileKind.PROTECTED,
                probe(zip("mimetype", "META-INF/manifest.xml", "encrypted-package"))
                        .kind());
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        new GZIPOutputStream(gzip).close();
        assertEquals(FileKind.GZIP, probe(gzip.toByteArray()).kind());
    }

    @Test
    void aLockedWorkbookIsNoOldOne() throws IOException {
        byte[] ole = new byte[2_048];
        System.arraycopy(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 0, ole, 0, 4);
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, ole, 1_100, name.length);
        assertEquals(FileKind.XLS, probe(ole).kind(), "the name does not stand at the start of a directory entry");
        System.arraycopy(name, 0, ole, 1_024 + 128, name.length);
        assertEquals(FileKind.PROTECTED, probe(ole).kind());
    }

    @Test
    void anArchiveOfNothingButADirectoryIsNotOpened() throws IOException {
        String[] names = new String[120_000];
        for (int i = 0; i < names.length; i++) {
            names[i] = "xl/" + i;
        }
        assertEquals(FileKind.ZIP, probe(zip(names)).kind());
    }

    @Test
    void utf8AndUtf16AreRead() throws IOException {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            for (String mark : new String[] {"\uFEFF", ""}) {
                FileProbe probe = probe((mark + "SEX,OBS_VALUE\nF,12\n\u00e9,1").getBytes(charset));
                assertEquals(FileKind.TEXT, probe.kind());
                assertEquals(charset, probe.charset());
                assertNull(probe.fault());
            }
        }
    }

    @Test
    void theFirstBadByteHasItsLineAndOffset() throws IOException {
        FileProbe.Fault fault = probe("SEX\r\nF\rCaf\u00e9 apr\u00e8s".getBytes(StandardCharsets.ISO_8859_1))
                .fault();
        assertEquals(3, fault.line());
        assertEquals(10, fault.offset());
        assertEquals(FileProbe.FaultKind.ENCODING, fault.kind());
        assertEquals("windows-1252", fault.candidates().get(0));
    }

    @Test
    void aBadByteIsFoundBehindTheFirstPieceToo() throws IOException {
        byte[] bytes = ("\u00e9".repeat(70_001) + "\n\u00d0").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = 'x';
        FileProbe.Fault fault = probe(bytes).fault();
        assertEquals(2, fault.line());
        assertEquals(140_003, fault.offset());
        assertEquals(FileProbe.FaultKind.MIXED, fault.kind());
    }

    @Test
    void aTextCutInACharacterIsNotSound() throws IOException {
        assertEquals(
                4, probe(new byte[] {'S', 'E', 'X', '\n', (byte) 0xc3}).fault().offset());
    }

    @Test
    void oneZeroCharacterInATextIsAFaultWithItsLine() throws IOException {
        FileProbe probe = probe("SEX,OBS_VALUE,COMMENT\nF,12,a long enough comment\nM,\0,no\n");
        assertEquals(FileKind.TEXT, probe.kind());
        assertEquals(FileProbe.FaultKind.NUL, probe.fault().kind());
        assertEquals(3, probe.fault().line());
    }

    @Test
    void linesAreCountedAtAnyPlace() throws IOException {
        Map<String, Integer> lines = Map.of("\t", 1, "\n", 2, "\r", 2, "\r\n", 2, "\n\r", 3, "\r \n", 3, "\n\n", 3);
        for (String end : lines.keySet()) {
            for (int place = 0; place < 20; place++) {
                String start = "x".repeat(place) + end;
                // Between two pieces of the file, too.
                assertEquals(
                        lines.get(end),
                        probe("x".repeat((1 << 16) - place) + end).lines());
                assertEquals(lines.get(end), probe(start + "x".repeat(place)).lines());
                assertEquals(FileKind.EMPTY, probe(" ".repeat(place) + end).kind());
                for (String letter : new String[] {"", "\u007f", "\u00e9"}) {
                    FileProbe nul = probe(start + "\0" + letter + "x".repeat(60) + "\n\0");
                    assertEquals(FileProbe.FaultKind.NUL, nul.fault().kind());
                    assertEquals(lines.get(end), nul.fault().line());
                }
            }
        }
    }

    @Test
    void utf32IsNamed() throws IOException {
        for (String encoding : new String[] {"UTF-32LE", "UTF-32BE"}) {
            for (String mark : new String[] {"\uFEFF", ""}) {
                byte[] bytes = (mark + "SEX;OBS_VALUE\n").getBytes(Charset.forName(encoding));
                assertEquals("UTF-32", probe(bytes).fault().candidates().get(0));
            }
        }
    }

    @Test
    void wronglyDecodedTextIsRecognised() {
        for (String text : new String[] {"T\u00fcrkiye", "\u041a\u0438\u0435\u0432", "\u00c9t\u00e9", "\u0627\u0644"}) {
            String latin = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            assertTrue(MisreadText.looksMisread(latin), latin);
            assertFalse(MisreadText.looksMisread(text), text);
        }
        String windows =
                new String("\u00dcber \u00c9tat".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        assertTrue(MisreadText.looksMisread(windows), windows);
        assertFalse(MisreadText.looksMisread("S\u00c3O TOM\u00c9, \u00abIRM\u00c3\u00bb"));
        assertTrue(MisreadText.hasReplacementCharacter("su pa\uFFFDs"));
    }
}
