package org.tipstats.disseminate.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A workbook as a spreadsheet opens it. It reads the XML only and uses no code of the program. */
public final class OpenedWorkbook {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public OpenedWorkbook(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of the sheets in their order. */
    public List<String> sheets() {
        return elements(dom("xl/workbook.xml"), "sheet").stream()
                .map(sheet -> sheet.getAttribute("name"))
                .toList();
    }

    public String xml(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    /**
     * Returns the XML of a sheet.
     *
     * @param number number of the sheet, from 1
     */
    public String sheet(int number) {
        return xml(part(number));
    }

    private static String part(int number) {
        return "xl/worksheets/sheet" + number + ".xml";
    }

    /** Returns the texts of a sheet's cells, row by row; an empty text for an empty cell. */
    public List<List<String>> rows(String name) {
        List<Element> shared =
                parts.containsKey("xl/sharedStrings.xml") ? elements(dom("xl/sharedStrings.xml"), "si") : List.of();
        List<List<String>> rows = new ArrayList<>();
        for (Element row : elements(dom(part(sheets().indexOf(name) + 1)), "row")) {
            List<String> texts = new ArrayList<>();
            for (Element cell : elements(row, "c")) {
                int column = column(cell.getAttribute("r"));
                while (texts.size() <= column) {
                    texts.add("");
                }
                texts.set(
                        column,
                        cell.getAttribute("t").equals("s")
                                ? shared.get(Integer.parseInt(cell.getTextContent()))
                                        .getTextContent()
                                : cell.getTextContent());
            }
            rows.add(texts);
        }
        return rows;
    }

    /**
     * Returns the types that a spreadsheet gives to a sheet's cells, row by row: {@code text}, {@code number}, or an
     * empty text for an empty cell.
     */
    List<List<String>> kinds(String name) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : elements(dom(part(sheets().indexOf(name) + 1)), "row")) {
            List<String> kinds = new ArrayList<>();
            for (Element cell : elements(row, "c")) {
                int column = column(cell.getAttribute("r"));
                while (kinds.size() <= column) {
                    kinds.add("");
                }
                kinds.set(column, kind(cell));
            }
            rows.add(kinds);
        }
        return rows;
    }

    private static String kind(Element cell) {
        if (cell.getTextContent().isEmpty()) {
            return "";
        }
        if (!elements(cell, "f").isEmpty()) {
            return "formula";
        }
        return switch (cell.getAttribute("t")) {
            case "s", "inlineStr" -> "text";
            case "", "n" -> "number";
            default -> cell.getAttribute("t");
        };
    }

    private static int column(String reference) {
        return reference.chars().filter(Character::isLetter).reduce(0, (sum, c) -> sum * 26 + c - 'A' + 1) - 1;
    }

    /** Returns a sheet as CSV. No text of it may need quotes. */
    public String csv(String name) {
        List<List<String>> rows = rows(name);
        int width = rows.get(0).size();
        StringBuilder csv = new StringBuilder();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row);
            while (cells.size() < width) {
                cells.add("");
            }
            csv.append(String.join(",", cells)).append("\n");
        }
        return csv.toString();
    }

    /**
     * Returns the choices in the drop-down list of a column.
     *
     * @param column the letter of the column
     */
    public List<String> choices(String column) {
        Element list = elements(dom(part(1)), "dataValidation").stream()
                .filter(validation -> validation.getAttribute("sqref").startsWith(column + "2:" + column))
                .findFirst()
                .orElseThrow();
        String[] reference = list.getTextContent().strip().split("!");
        String[] ends = reference[1].replace("$", "").split(":");
        List<List<String>> rows = rows(reference[0].replace("'", ""));
        return IntStream.range(row(ends[0]), row(ends[1]) + 1)
                .mapToObj(row -> rows.get(row - 1).get(column(ends[0])))
                .toList();
    }

    private static int row(String reference) {
        return Integer.parseInt(reference.replaceAll("[A-Z]", ""));
    }

    /**
     * Returns the workbook with one more row on its first sheet, typed as a spreadsheet stores it: texts, then a
     * number.
     */
    public byte[] filledIn(String row) {
        int next = rows(sheets().get(0)).size() + 1;
        StringBuilder cells = new StringBuilder("<row r=\"" + next + "\">");
        String[] values = row.split(",");
        for (int i = 0; i < values.length; i++) {
            String place = "r=\"" + (char) ('A' + i) + next + "\"";
            cells.append(
                    i == values.length - 1
                            ? "<c " + place + "><v>" + values[i] + "</v></c>"
                            : "<c " + place + " t=\"inlineStr\"><is><t>" + values[i] + "</t></is></c>");
        }
        String sheet = sheet(1).replace("</sheetData>", cells + "</row></sheetData>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getKey().equals(part(1)) ? sheet.getBytes(StandardCharsets.UTF_8) : part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Element dom(String part) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(parts.get(part)))
                    .getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(part, e);
        }
    }

    private static List<Element> elements(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Node node = found.item(i);
            elements.add((Element) node);
        }
        return elements;
    }
}
