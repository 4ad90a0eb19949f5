package org.tipstats.site.tabulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tipstats.Seeds;
import org.tipstats.mapping.count.CaseCounter;
import org.tipstats.mapping.count.CaseCounts;
import org.tipstats.mapping.count.CaseLists;
import org.tipstats.mapping.count.CaseLists.CaseList;
import org.tipstats.mapping.count.CaseMapping;
import org.tipstats.mapping.count.CaseReport;
import org.tipstats.mapping.count.CaseTable;
import org.tipstats.mapping.count.CaseVocabulary;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** Holds the script of the page to the counts of the command line, in a real browser and without the service. */
class TabulateEngineTest {

    private static final Path WEB = Path.of("src", "main", "resources", "web");
    private static final int MAX_PACKED = 30_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String COUNT = """
            async ([list, content]) => {
              const engine = await import('http://localhost/tabulate-engine.js');
              const vocabulary = await (await fetch('http://localhost/vocabulary')).json();
              const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
              const sheets = await engine.read(new File([bytes], 'list'));
              const { area, mapping, eachForm = false, year = '' } = list;
              const flow = vocabulary.flows[list.dataflow];
              const at = mapping ? engine.placeOf(sheets, mapping) : engine.findHeader(sheets, flow, vocabulary);
              const sheet = sheets[at.sheet];
              const roles = at.roles ?? sheet.rows[at.row].cells.map((cell) => engine.roleOf(cell, flow, vocabulary));
              const request = { flow: list.dataflow, sheet, header: at.row, roles, words: mapping?.words ?? {},
                yearEnd: mapping?.referenceDate === 'year-end', area, year, eachForm };
              const { cells, report } = await engine.count(request, vocabulary);
              return JSON.stringify({ csv: engine.csv(request, cells, vocabulary), report });
            }""";

    /** The cells of dates of birth, ages, sexes, forms and dates. */
    private static final List<List<String>> ODD = List.of(
            List.of(
                    "",
                    "2004-02-29",
                    "29/02/2004",
                    "02/03/2006",
                    "30.2.2001",
                    "1999",
                    "2006年3月2日",
                    "n/a",
                    "3 May 2001",
                    "13/01/2010",
                    "2030-01-01",
                    "2001-01-01T10:00"),
            List.of(
                    "",
                    "17",
                    "17.9",
                    "٢٣",
                    "１８",
                    "<18",
                    "≤ 17",
                    "18+",
                    "> 17",
                    "16-19",
                    "0–11",
                    "121",
                    "unknown",
                    "minor",
                    "Erwachsene",
                    "взрослые",
                    "-",
                    "999",
                    "Y0T17",
                    "seventeen"),
            List.of(
                    "",
                    "F",
                    "m",
                    "Женский",
                    "女",
                    "x",
                    "X",
                    "Total",
                    "trans",
                    "mujer",
                    "MÄNNLICH",
                    "f ",
                    "F/M",
                    "_U",
                    "no",
                    "nő",
                    "ذكر"),
            List.of(
                    "",
                    "sexual exploitation",
                    "SEX_PROST;SEX_PORN",
                    "forced labour, begging",
                    "LAB；LAB_DOM",
                    "OTH_BEG | OTH_MARR",
                    "OTH_MIX; SEX",
                    "other",
                    "unknown; LAB",
                    "whatever",
                    "travail forcé",
                    "性剥削、强迫婚姻",
                    ";;",
                    "Slavery, practices similar to slavery, servitude"),
            List.of(
                    "2022-02-28",
                    "28/02/2022",
                    "2021",
                    "2021-06",
                    "12.31.2022",
                    "03/04/2022",
                    "",
                    "soon",
                    "1999-01-01",
                    "2022.0",
                    "２０２２-03-01",
                    "31/12/2021 23:59"));

    @TempDir
    Path folder;

    private static BrowserPage browser;

    static Stream<CaseList> lists() {
        return CaseLists.all();
    }

    @BeforeAll
    static void open() throws IOException {
        browser = PageTest.reader(PageView.at(PageView.DESK));
        String vocabulary = CaseVocabulary.json(CaseLists.SCHEMAS.reported(), "en");
        String script = Files.readString(WEB.resolve("tabulate-engine.js"));
        Page page = browser.page();
        page.route("**/*", route -> {
            String url = route.request().url();
            if (url.endsWith(".js")) {
                answer(route, "text/javascript", script);
            } else {
                answer(
                        route,
                        url.endsWith("vocabulary") ? "application/json" : "text/html",
                        url.endsWith("vocabulary") ? vocabulary : "");
            }
        });
        page.navigate("http://localhost/");
    }

    private static void answer(Route route, String type, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setContentType(type + ";charset=UTF-8")
                .setBody(body));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void thePageCountsAsTheCommandLineDoes(CaseList list) throws IOException {
        JsonNode counted = count(list, Files.readAllBytes(list.file()));
        CaseCounts expected = list.count();

        assertEquals(expected.csv(), counted.get("csv").asText());
        assertEquals(report(expected.report()), counted.get("report"));
    }

    private static JsonNode count(CaseList list, byte[] content) throws IOException {
        Object counted = browser.page()
                .evaluate(
                        COUNT,
                        List.of(
                                JSON.convertValue(list.json(), Map.class),
                                Base64.getEncoder().encodeToString(content)));
        return JSON.readTree(String.valueOf(counted));
    }

    private static ObjectNode report(CaseReport report) {
        ObjectNode node = JSON.createObjectNode();
        node.put("rows", report.rows());
        node.put("used", report.used());
        node.set(
                "leftOut",
                JSON.valueToTree(report.leftOut().entrySet().stream()
                        .collect(Collectors.toMap(each -> each.getKey().name(), Map.Entry::getValue))));
        node.set(
                "unknown",
                JSON.valueToTree(report.unknownCells().keySet().stream()
                        .collect(Collectors.toMap(each -> each, report::unknownWords))));
        node.set("unreadable", JSON.valueToTree(report.unreadable()));
        node.put("anonymous", report.anonymous());
        node.put("dayAssumed", report.isDayAssumed());
        return node;
    }

    /** Lists come in the encodings of spreadsheets. */
    @Test
    void encodingsAndLineEndsMakeNoDifference() throws IOException {
        CaseList list = CaseLists.all()
                .filter(each -> each.file().endsWith("spanish.csv"))
                .findFirst()
                .orElseThrow();
        String text = Files.readString(list.file());
        String expected = list.count().csv();
        List<byte[]> forms = List.of(
                ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.ISO_8859_1),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        for (byte[] form : forms) {
            assertEquals(expected, count(list, form).get("csv").asText());
        }
    }

    /** Lists of odd cells: whatever a cell may hold, page and command line read it in the same way. */
    @Test
    void oddCellsAreReadInTheSameWay() {
        Seeds.check(12, random -> {
            StringBuilder text = new StringBuilder("who,born,age,sex,forms,when\n");
            for (int i = 0; i < 60; i++) {
                text.append(random.nextInt(40));
                for (List<String> cells : ODD) {
                    text.append(",\"")
                            .append(cells.get(random.nextInt(cells.size())))
                            .append('"');
                }
                text.append('\n');
            }
            ObjectNode list = JSON.createObjectNode();
            list.put("dataflow", "VICTIMS").put("area", "AUT").put("eachForm", random.nextBoolean());
            ObjectNode mapping = list.putObject("mapping");
            mapping.put("referenceDate", random.nextBoolean() ? "row" : "year-end");
            mapping.putObject("columns")
                    .put("who", "PERSON")
                    .put("born", "BIRTH_DATE")
                    .put("age", "AGE")
                    .put("sex", "SEX")
                    .put("forms", "EXPLOITATION")
                    .put("when", "DATE");
            assertEqualCounts(new CaseList(list), text.toString());
        });
    }

    private void assertEqualCounts(CaseList list, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("odd.csv"), text);
        CaseMapping mapping = CaseMapping.parse(
                list.json().get("mapping").toString(), list.request().dataflow());
        CaseCounts counts = CaseCounter.count(CaseTable.find(GridReader.read(file), mapping), list.request());
        JsonNode counted = count(list, Files.readAllBytes(file));
        assertTrue(counts.report().used() > 10, text);
        assertEquals(counts.csv(), counted.get("csv").asText(), text);
        assertEquals(JSON.valueToTree(counts.report().unreadable()), counted.at("/report/unreadable"), text);
        assertEquals(counts.report().used(), counted.at("/report/used").asInt(), text);
        assertEquals(
                counts.report().isDayAssumed(), counted.at("/report/dayAssumed").asBoolean(), text);
    }

    @Test
    void theScriptsAreSmall() throws IOException {
        int size = packed("tabulate-engine.js") + packed("tabulate.js") + packed("base.js");
        assertTrue(size <= MAX_PACKED, "the scripts have grown to " + size);
    }

    private static int packed(String name) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(Files.readAllBytes(WEB.resolve(name)));
        }
        return packed.size();
    }
}
