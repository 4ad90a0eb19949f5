package org.tipstats.vocabulary.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.schema.Derivation.DifferenceQuestion;
import org.tipstats.vocabulary.schema.SchemaRegistry.JsonTree;

/** Checks how the schemas derive dataflows from others. */
class DerivationTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    @Test
    void theMirrorIsDerivedFromTwoDataflowsAndNobodySubmitsIt() {
        Dataflow pairs = SCHEMAS.derivedBy(Derivation.Method.MIRROR_PAIRS).orElseThrow();
        assertEquals("MIRROR", pairs.id());
        assertEquals("VICTIMS_CITIZENSHIP", pairs.derivation().source("detected"));
        assertEquals("VICTIMS_REPATRIATION", pairs.derivation().source("returned"));
        assertTrue(SCHEMAS.dataflows().contains(pairs));
        assertFalse(SCHEMAS.submitted().contains(pairs));
        assertEquals(8, SCHEMAS.submitted().size());
    }

    @Test
    void aDifferenceIsAskedAboutFromBothThresholdsOn() {
        DifferenceQuestion both = question("detected-returned");
        assertFalse(both.applies(18, 9), "9 persons differ: fewer than the 10 of absolute");
        assertTrue(both.applies(20, 10));
        assertTrue(both.applies(10, 20), "the question is asked whichever figure is larger");
        assertFalse(both.applies(100, 76), "24 percent is below the threshold of 25");
        assertTrue(both.applies(100, 75), "25 percent reaches the threshold");
        assertFalse(both.applies(30, 30));
        assertFalse(question("returned-received").applies(10, 20), "other areas return persons, too");
        assertTrue(question("returned-received").applies(20, 10));
    }

    private static DifferenceQuestion question(String id) {
        return SCHEMAS.derivedBy(Derivation.Method.MIRROR_PAIRS).orElseThrow().derivation().questions().stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatMayExplainADifferenceIsSaidInSixLanguages() {
        List<DifferenceQuestion> questions = SCHEMAS.derivedBy(Derivation.Method.MIRROR_PAIRS)
                .orElseThrow()
                .derivation()
                .questions();
        assertEquals(3, questions.size());
        for (DifferenceQuestion question : questions) {
            assertTrue(question.explanations().size() >= 5, question.id());
            question.explanations()
                    .forEach(code -> assertEquals(
                            LocalText.LANGUAGES.size(), code.name().texts().size(), code.id()));
        }
    }

    @Test
    void thresholdsHaveDefaults() throws IOException {
        DifferenceQuestion question = mirrorWith("QUESTION", "figure=DETECTED;against=RETURNED")
                .dataflow("MIRROR")
                .orElseThrow()
                .derivation()
                .questions()
                .get(0);
        assertEquals(10, question.absolute());
        assertEquals(25, question.percent());
        assertFalse(question.onlyMore());
        assertEquals(List.of(), question.explanations());
    }

    @Test
    void whatMakesNoSenseIsRefusedWhenTheSchemasAreRead() {
        for (String[] wrong : new String[][] {
            {"DERIVED", "method=MAGIC;detected=VICTIMS_CITIZENSHIP;returned=VICTIMS_REPATRIATION"},
            {"DERIVED", "method=MIRROR_PAIRS;detected=VICTIMS_CITIZENSHIP"},
            {"DERIVED", "method=MIRROR_PAIRS;detected=NOTHING;returned=VICTIMS_REPATRIATION"},
            {"DERIVED", "method=MIRROR_PAIRS;detected=MIRROR_FLOWS;returned=VICTIMS_REPATRIATION"},
            {"QUESTION", "figure=DETECTED;against=DETECTED"},
            {"QUESTION", "figure=DETECTED;against=ELSE"},
            {"QUESTION", "figure=DETECTED;against=RETURNED;absolute=0"},
            {"QUESTION", "figure=DETECTED;against=RETURNED;percent=101"},
            {"QUESTION", "figure=DETECTED;against=RETURNED;only=less"},
            {"QUESTION", "figure=DETECTED;against=RETURNED;explanations=PERIOD"},
            {"QUESTION", "figure=DETECTED;against=RETURNED;list=CL_EXPLANATION;explanations=MISTAKE"},
        }) {
            assertThrows(SchemaException.class, () -> mirrorWith(wrong[0], wrong[1]), wrong[1]);
        }
    }

    /** Returns the schemas with another value of the first annotation of a type of the dataflow MIRROR. */
    private static SchemaRegistry mirrorWith(String type, String value) throws IOException {
        Map<String, JsonNode> messages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("schemas"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                messages.put(file.toString(), JsonTree.read(Files.readAllBytes(file)));
            }
        }
        JsonNode annotations =
                messages.get(Path.of("schemas/dataflow/MIRROR.json").toString()).at("/data/dataflows/0/annotations");
        for (JsonNode annotation : annotations) {
            if (annotation.path("type").asText().equals(type)) {
                ((ObjectNode) annotation).put("value", value);
                break;
            }
        }
        return SchemaRegistry.of(messages);
    }
}
