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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tipstats.mapping.count.CaseCounts;
import org.tipstats.mapping.count.CaseLists;
import org.tipstats.mapping.count.CaseLists.CaseList;
import org.tipstats.mapping.count.CaseReport;
import org.tipstats.mapping.count.CaseVocabulary;
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
