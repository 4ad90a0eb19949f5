package org.tipstats.validate.forms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.rule.Given;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Makes reports as workbooks and reads their parts as XML. */
final class XlsxParts {

    private XlsxParts() {}

    static byte[] workbook(Given given, String language) {
        return given.validated((validation, file) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new XlsxReport(given.flow(), language)
                    .write(ReceivedTable.of(file, given.flow()), validation.report(), validation::findings, out);
            return out.toByteArray();
        });
    }

    static Map<String, String> parts(Given given, String language) {
        return parts(workbook(given, language));
    }

    static Map<String, String> parts(byte[] workbook) {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    static Document parse(String part) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    static List<Element> elements(String part, String name) {
        NodeList nodes = parse(part).getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    static List<String> sheetNames(Map<String, String> parts) {
        return elements(parts.get("xl/workbook.xml"), "sheet").stream()
                .map(sheet -> sheet.getAttribute("name"))
                .toList();
    }

    /** Returns the texts and numbers of a sheet by cell. */
    static Map<String, String> cells(Map<String, String> parts, int sheet) {
        List<String> shared = elements(parts.get("xl/sharedStrings.xml"), "si").stream()
                .map(Element::getTextContent)
                .toList();
        Map<String, String> cells = new TreeMap<>();
        for (Element cell : elements(parts.get("xl/worksheets/sheet" + sheet + ".xml"), "c")) {
            String text = cell.getTextContent();
            if (!text.isEmpty()) {
                boolean isShared = cell.getAttribute("t").equals("s");
                cells.put(cell.getAttribute("r"), isShared ? shared.get(Integer.parseInt(text)) : text);
            }
        }
        return cells;
    }

    static Map<String, String> comments(Map<String, String> parts, int sheet) {
        Map<String, String> comments = new TreeMap<>();
        for (Element comment : elements(parts.get("xl/comments" + sheet + ".xml"), "comment")) {
            comments.put(comment.getAttribute("ref"), comment.getTextContent());
        }
        return comments;
    }

    static Given broken() {
        return Given.file(Given.HEADER.replace(',', ';') + ";COMMENT\n"
                + "AUT;W;_T;_T;2016;1 282;;=1+1\n\nAUT;M;_T;_T;2016;7;;001\n");
    }
}
