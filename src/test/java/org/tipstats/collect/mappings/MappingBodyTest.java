package org.tipstats.collect.mappings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.upload.MappingLimits;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.mapping.saved.TableReading;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class MappingBodyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    private static Mapping mapping(String area, String code) {
        SortedMap<String, SortedMap<String, String>> words = new TreeMap<>();
        words.put("SEX", new TreeMap<>());
        words.get("SEX").put("Frauen", code);
        return new Mapping(
                area,
                List.of("VICTIMS"),
                List.of(new TableReading(
                        "",
                        "A1:B2",
                        List.of("sex", ""),
                        List.of("SEX", "OBS_VALUE"),
                        List.of(),
                        List.of(),
                        null,
                        null)),
                words,
                new TreeMap<>(),
                new TreeMap<>(),
                List.of());
    }

    private static ObjectNode message(Mapping mapping) {
        return new MappingMessage(SCHEMAS).write(mapping, "GUESS", "1.0.0", "");
    }

    private static ObjectNode body(String name, String area, ObjectNode message) {
        ObjectNode body = JSON.createObjectNode().put("name", name).put("area", area);
        body.set("mapping", message);
        return body;
    }

    private static MappingBody read(String body) throws IOException {
        return MappingBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), JSON, SCHEMAS);
    }

    private static Problem refused(String body, int status) {
        ProblemException refused = assertThrows(ProblemException.class, () -> read(body));
        assertEquals(status, refused.problem().status());
        return refused.problem();
    }

    private static String pointer(Problem problem) {
        return problem.errors().get(0).pointer();
    }

    @Test
    void theMappingOfAGuessCanBeSaved() throws IOException {
        MappingBody body =
                read(body(" Report ", "KGZ", message(mapping("KGZ", "F"))).toString());
        assertEquals("Report", body.name());
        assertEquals(mapping("KGZ", "F"), body.mapping());
        // A mapping for any area becomes one of the area.
        assertEquals(
                "KGZ",
                read(body("R", "KGZ", message(mapping(null, "F"))).toString())
                        .mapping()
                        .area());
    }

    @Test
    void missingMembersAreAllNamed() {
        assertEquals(
                List.of("/mapping", "/name", "/area"),
                refused("{}", 400).errors().stream().map(InputError::pointer).toList());
        assertEquals(3, refused("null", 400).errors().size());
        String twoLines = body("a\nb", "KGZ", message(mapping("KGZ", "F"))).toString();
        assertEquals("/name", pointer(refused(twoLines, 400)));
        String nowhere = body("R", "XXX", message(mapping(null, "F"))).toString();
        assertEquals("/area", pointer(refused(nowhere, 400)));
    }

    @Test
    void aMessageThatIsNoMappingIsRefusedAtItsPlace() {
        ObjectNode message = message(mapping("KGZ", "F"));
        ((ObjectNode) message.at("/data/structureMaps/0")).remove("annotations");
        Problem problem = refused(body("R", "KGZ", message).toString(), 422);
        assertEquals("/mapping/data/structureMaps/0/annotations", pointer(problem));
        assertTrue(problem.errors().get(0).message().contains("Send a mapping as a guess returns it"));
        assertEquals(
                422,
                refused(body("R", "KGZ", JSON.createObjectNode()).toString(), 422)
                        .status());
    }

    @Test
    void aCodeThatTheListDoesNotHaveIsRefusedWithWhatWasMeant() {
        Problem problem =
                refused(body("R", "KGZ", message(mapping("KGZ", "_X"))).toString(), 422);
        assertEquals("/mapping/data/representationMaps", pointer(problem));
        assertTrue(problem.errors().get(0).message().contains("_X"));
        assertTrue(problem.errors().get(0).suggestions().contains("_T"));
    }

    /** The contract: one cause is one finding, and not one for each row that the mapping reads. */
    @Test
    void aConstantThatIsNoCodeIsRefused() {
        assertEquals(List.of("PRESUM"), refusedConstant("VICTIM_STATUS", "PRESUMED"));
        assertEquals(List.of(), refusedConstant("TIME_PERIOD", "20x3"));
    }

    private static List<String> refusedConstant(String component, String value) {
        Mapping good = mapping("KGZ", "F");
        Mapping wrong = new Mapping(
                "KGZ",
                good.dataflows(),
                good.tables(),
                good.words(),
                good.choices(),
                new TreeMap<>(Map.of(component, value)),
                good.parameters());
        Problem problem = refused(body("R", "KGZ", message(wrong)).toString(), 422);
        assertEquals("/mapping/data/structureMaps", pointer(problem));
        return problem.errors().get(0).suggestions();
    }

    /** There is no code list of years. */
    @Test
    void aWordForAYearIsSavedWithItsYear() throws IOException {
        Mapping saved = fiscal("2016");
        assertEquals(saved, read(body("R", "KGZ", message(saved)).toString()).mapping());
        Problem problem = refused(body("R", "KGZ", message(fiscal("last"))).toString(), 422);
        assertTrue(problem.errors().get(0).message().contains("last"));
    }

    private static Mapping fiscal(String year) {
        Mapping mapping = mapping("KGZ", "F");
        SortedMap<String, SortedMap<String, String>> words = new TreeMap<>(mapping.words());
        words.put("TIME_PERIOD", new TreeMap<>(Map.of("2016/17", year)));
        return new Mapping(
                "KGZ",
                mapping.dataflows(),
                mapping.tables(),
                words,
                mapping.choices(),
                mapping.constants(),
                mapping.parameters());
    }

    @Test
    void aPatternInPlaceOfAWordIsRefusedBecauseItMayRunAway() {
        ObjectNode message = message(mapping("KGZ", "F"));
        String source = "/data/representationMaps/0/representationMappings/0/sourceValues/0";
        ((ObjectNode) message.at(source)).put("value", "(a+)+$").put("isRegEx", true);
        Problem problem = refused(body("R", "KGZ", message).toString(), 422);
        assertEquals("/mapping/data/representationMaps", pointer(problem));
        assertTrue(problem.errors().get(0).message().contains("without patterns"));
    }

    @Test
    void aMappingOfAnotherAreaIsRefused() {
        Problem problem = refused(body("R", "KGZ", message(mapping("UZB", "F"))).toString(), 422);
        assertEquals("/mapping/data/structureMaps/0/fixedValueMaps", pointer(problem));
    }

    @Test
    void aMappingThatIsTooLargeIsRefusedWithTheLimit() {
        String large = body("x".repeat(MappingLimits.MAX_BYTES + 20_000), "KGZ", message(mapping("KGZ", "F")))
                .toString();
        assertEquals(MappingLimits.MAX_BYTES, refused(large, 413).members().get("limit"));
    }
}
