package org.tipstats.sdmx.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import it.bancaditalia.oss.sdmx.api.BaseObservation;
import it.bancaditalia.oss.sdmx.api.PortableTimeSeries;
import it.bancaditalia.oss.sdmx.client.SdmxClientHandler;
import it.bancaditalia.oss.sdmx.exceptions.SdmxException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.client.DocumentationCode;
import sdmxdl.Connection;
import sdmxdl.DatabaseRef;
import sdmxdl.Detail;
import sdmxdl.Dimension;
import sdmxdl.FlowRef;
import sdmxdl.Key;
import sdmxdl.Languages;
import sdmxdl.MetaSet;
import sdmxdl.Obs;
import sdmxdl.Query;
import sdmxdl.Series;
import sdmxdl.web.SdmxWebManager;

/**
 * Tests that third-party clients read the same figures as the API returns: sdmx-dl, and the connectors of Banca
 * d'Italia.
 */
@QuarkusTest
class RealClientsTest {

    private static final FlowRef VICTIMS = FlowRef.parse("TIPSTATS,VICTIMS,1.0.0");
    private static final List<String> DIMENSIONS =
            List.of("FREQ", "REF_AREA", "SEX", "AGE", "EXPLOITATION", "UNIT_MEASURE");

    private static final String SOURCES = "sdmxdl.registry.sourcesFile";
    private static final String PARSER = "javax.xml.stream.XMLInputFactory";

    @Inject
    SdmxSample sample;

    @TestHTTPResource
    URI root;

    @TempDir
    Path folder;

    /** Selects the platform's XML parser, because sdmx-dl needs it but takes the first one on the class path. */
    @BeforeAll
    static void usePlatformParser() {
        System.setProperty(
                PARSER, XMLInputFactory.newDefaultFactory().getClass().getName());
    }

    @AfterAll
    static void useAnyParser() {
        System.clearProperty(PARSER);
    }

    @BeforeEach
    void publish() {
        sample.publish();
    }

    /** Returns the API's figures of an area: value (or null) and status, by series and year. */
    private static Map<String, String> figures(String area) {
        Map<String, String> figures = new TreeMap<>();
        String address = "/api/v1/data/VICTIMS?limit=10000&UNIT_MEASURE=NUMBER&REF_AREA=" + area;
        List<Map<String, Object>> all = given().get(address).path("observations");
        for (Map<String, Object> each : all) {
            String key =
                    DIMENSIONS.stream().map(id -> String.valueOf(each.get(id))).collect(Collectors.joining("."));
            Number value = (Number) each.get("OBS_VALUE");
            figures.put(
                    key + " " + each.get("TIME_PERIOD"),
                    (value == null ? "NaN" : String.valueOf(value.doubleValue())) + " " + each.get("OBS_STATUS"));
        }
        assertTrue(figures.size() > 5, figures.toString());
        return figures;
    }

    /** Connects with the settings in the documentation, which the client reads when it starts. */
    private Connection connect(String language) throws IOException {
        DocumentationCode settings =
                DocumentationCode.below("sdmx.md", "sdmx-dl", "xml", 1).get(0);
        Path file = Files.writeString(folder.resolve("tipstats.xml"), settings.at(root));
        System.setProperty(SOURCES, file.toString());
        try {
            return SdmxWebManager.ofServiceLoader().getConnection("TIPSTATS", Languages.parse(language));
        } finally {
            System.clearProperty(SOURCES);
        }
    }

    @Test
    void sdmxDlListsTheDataflowsInTheLanguageOfTheReader() throws IOException {
        try (Connection connection = connect("fr")) {
            Map<String, String> names = connection.getFlows(DatabaseRef.NO_DATABASE).stream()
                    .collect(Collectors.toMap(flow -> flow.getRef().getId(), flow -> flow.getName()));
            Set<String> known = Set.copyOf(given().get("/api/v1/dataflows").<List<String>>path("items.id"));
            assertEquals(known, names.keySet());
            assertEquals("Victimes de la traite des personnes détectées", names.get("VICTIMS"));
        }
    }

    @Test
    void sdmxDlReadsTheStructure() throws IOException {
        try (Connection connection = connect("en")) {
            MetaSet meta = connection.getMeta(DatabaseRef.NO_DATABASE, VICTIMS);
            assertEquals(
                    DIMENSIONS,
                    meta.getStructure().getDimensions().stream()
                            .map(Dimension::getId)
                            .toList());
            assertEquals("TIME_PERIOD", meta.getStructure().getTimeDimensionId());
            assertEquals("OBS_VALUE", meta.getStructure().getPrimaryMeasureId());
            assertEquals(
                    Map.of("_T", "Total", "F", "Female", "M", "Male", "_O", "Other", "_U", "Unknown"),
                    meta.getStructure().getDimensions().get(2).getCodes());
        }
    }

    @Test
    void sdmxDlReadsTheSameFigures() throws IOException {
        Map<String, String> read = new TreeMap<>();
        try (Connection connection = connect("en")) {
            Query query = Query.builder()
                    .key(Key.parse("A.LIE....NUMBER"))
                    .detail(Detail.FULL)
                    .build();
            for (Series series : connection.getData(DatabaseRef.NO_DATABASE, VICTIMS, query)) {
                for (Obs observation : series.getObs()) {
                    read.put(
                            series.getKey() + " "
                                    + observation.getPeriod().getStart().getYear(),
                            observation.getValue() + " " + observation.getMeta().get("OBS_STATUS"));
                }
            }
        }
        assertEquals(figures("LIE"), read);
    }

    @Test
    void sdmxDlReadsKeysAlone() throws IOException {
        try (Connection connection = connect("en")) {
            Query query = Query.builder()
                    .key(Key.parse("A.LIE.._T._T.NUMBER"))
                    .detail(Detail.SERIES_KEYS_ONLY)
                    .build();
            assertEquals(
                    3,
                    connection
                            .getData(DatabaseRef.NO_DATABASE, VICTIMS, query)
                            .getData()
                            .size());
            Query nothing =
                    Query.builder().key(Key.parse("A.ATA._T._T._T.NUMBER")).build();
            assertEquals(
                    0,
                    connection
                            .getData(DatabaseRef.NO_DATABASE, VICTIMS, nothing)
                            .getData()
                            .size());
        }
    }

    /**
     * Configures the client with the documented settings for R, whose package calls this client, and with the
     * version.
     */
    private String provider(String version) throws SdmxException, IOException {
        String settings = DocumentationCode.below(
                        "sdmx.md", "RJSDMX and the other connectors of Banca d'Italia", "r", 1)
                .get(0)
                .at(root);
        String name = "TIPSTATS_" + version;
        String entry = setting(settings, "endpoint");
        assertEquals("SDMX_V2", setting(settings, "sdmxVersion"));
        SdmxClientHandler.addProvider(
                name,
                version.equals("SDMX_V3") ? entry.replace("/v1", "/v2") : entry,
                setting(settings, "needsCredentials").equals("TRUE"),
                setting(settings, "needsURLEncoding").equals("TRUE"),
                setting(settings, "supportsCompression").equals("TRUE"),
                setting(settings, "description"),
                version);
        return name;
    }

    private static String setting(String settings, String name) {
        Matcher value = Pattern.compile(name + " = \"?([^,\")]+)").matcher(settings);
        assertTrue(value.find(), name);
        return value.group(1);
    }

    @ParameterizedTest
    @CsvSource({"SDMX_V2", "SDMX_V3"})
    void theConnectorsOfBancaDItaliaReadDataflowsAndStructures(String version) throws SdmxException, IOException {
        String provider = provider(version);
        assertEquals(
                "Detected victims of trafficking in persons",
                SdmxClientHandler.getFlows(provider, null).get("TIPSTATS,VICTIMS,1.0.0"));
        assertEquals(
                DIMENSIONS,
                SdmxClientHandler.getDimensions(provider, "VICTIMS").stream()
                        .map(dimension -> dimension.getId())
                        .toList());
        assertEquals(
                "Female", SdmxClientHandler.getCodes(provider, "VICTIMS", "SEX").get("F"));
    }

    @ParameterizedTest
    @CsvSource({"SDMX_V2", "SDMX_V3"})
    void theConnectorsOfBancaDItaliaReadTheSameFigures(String version) throws SdmxException, IOException {
        String provider = provider(version);
        Map<String, String> read = new TreeMap<>();
        String query = version.equals("SDMX_V3") ? "VICTIMS/A.LIE.*.*.*.NUMBER" : "VICTIMS/A.LIE....NUMBER";
        for (PortableTimeSeries<Double> series : SdmxClientHandler.getTimeSeries(provider, query, null, null)) {
            for (BaseObservation<? extends Double> observation : series) {
                read.put(
                        series.getName().replaceFirst("^VICTIMS\\.", "") + " " + observation.getTimeslot(),
                        observation.getValue() + " " + observation.getAttributeValue("OBS_STATUS"));
            }
        }
        assertEquals(figures("LIE"), read);
    }

    @ParameterizedTest
    @CsvSource({"SDMX_V2", "SDMX_V3"})
    void theConnectorsOfBancaDItaliaSayWhereThereIsNothing(String version) throws SdmxException, IOException {
        String provider = provider(version);
        SdmxException nothing = assertThrows(
                SdmxException.class,
                () -> SdmxClientHandler.getTimeSeries(provider, "VICTIMS/A.ATA._T._T._T.NUMBER", null, null));
        assertTrue(String.valueOf(nothing.getMessage()).length() > 5, nothing.getMessage());
    }
}
