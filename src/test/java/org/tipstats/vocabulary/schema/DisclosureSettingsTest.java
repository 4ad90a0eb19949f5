package org.tipstats.vocabulary.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.vocabulary.schema.DisclosureSettings.DisclosureMethod;

/** Checks which settings of disclosure control a schema may have. */
class DisclosureSettingsTest {

    private final Map<String, JsonNode> messages = new TreeMap<>();

    DisclosureSettingsTest() {
        SchemaFilesOnDisk.read().content().forEach((path, content) -> messages.put(path.toString(), content));
    }

    /** Sets annotations of a dataflow, given as {@code TYPE=value}. */
    private DisclosureSettingsTest given(String dataflow, String... annotations) {
        for (JsonNode message : messages.values()) {
            for (JsonNode flow : message.at("/data/dataflows")) {
                if (flow.path("id").asText().equals(dataflow)) {
                    for (String annotation : annotations) {
                        set((ArrayNode) flow.path("annotations"), annotation.split("="));
                    }
                }
            }
        }
        return this;
    }

    private static void set(ArrayNode annotations, String[] typeAndValue) {
        for (JsonNode annotation : annotations) {
            if (annotation.path("type").asText().equals(typeAndValue[0])) {
                ((ObjectNode) annotation).put("value", typeAndValue[1]);
                return;
            }
        }
        annotations.addObject().put("type", typeAndValue[0]).put("value", typeAndValue[1]);
    }

    private DisclosureSettings of(String dataflow) {
        return SchemaRegistry.of(messages).dataflow(dataflow).orElseThrow().disclosure();
    }

    private String refusal() {
        return assertThrows(SchemaException.class, () -> SchemaRegistry.of(messages))
                .getMessage();
    }

    @Test
    void theShippedDataflowsSuppressAndZerosArePublic() {
        for (Dataflow dataflow : SchemaRegistry.of(messages).dataflows()) {
            DisclosureSettings settings = dataflow.disclosure();
            assertEquals(DisclosureMethod.SUPPRESSION, settings.method(), dataflow.id());
            assertTrue(settings.zerosPublic(), dataflow.id());
            assertEquals(0, settings.fewestAreas() + settings.dominancePercent() + settings.roundingBase());
        }
    }

    @Test
    void theTotalsOfCitizenshipsAndRepatriationAreThoseOfVictimsAndPersons() {
        assertEquals("VICTIMS", of("VICTIMS_CITIZENSHIP").totalsOf());
        assertEquals("VICTIMS", of("VICTIMS_REPATRIATION").totalsOf());
        assertEquals("PERSONS", of("PERSONS_CITIZENSHIP").totalsOf());
        assertEquals(null, of("VICTIMS_SUPPORT").totalsOf());
    }

    @Test
    void everySettingIsRead() {
        given("OFFENCES", "DISCLOSURE=ROUNDING", "ROUNDING_BASE=5");
        given("VICTIMS_SUPPORT", "ZEROS=PROTECTED", "FEWEST_AREAS=3", "DOMINANCE=85");
        assertEquals(
                new DisclosureSettings(DisclosureMethod.ROUNDING, 5, true, 0, 0, null, List.of(), false),
                of("OFFENCES"));
        assertEquals(
                new DisclosureSettings(DisclosureMethod.SUPPRESSION, 0, false, 3, 85, null, List.of(), false),
                of("VICTIMS_SUPPORT"));
    }

    @Test
    void ranksAreGroupsOfDimensionsTheMostValuableFirst() {
        assertEquals(List.of(), of("VICTIMS").ranks(), "without the annotation, the roles say the order");
        given("VICTIMS", "RANKS=EXPLOITATION; SEX, AGE");
        given("VICTIMS_CITIZENSHIP", "RANKS=CITIZENSHIP");
        assertEquals(
                List.of(List.of("EXPLOITATION"), List.of("SEX", "AGE")),
                of("VICTIMS").ranks());
        assertEquals(List.of(List.of("CITIZENSHIP")), of("VICTIMS_CITIZENSHIP").ranks());
    }

    @Test
    void aSchemaMayAllowWithholdingFiguresOfRegions() {
        assertEquals(false, of("VICTIMS").withholdsRegions());
        assertEquals(
                true, given("VICTIMS", "REMEDY=WITHHOLD_REGION").of("VICTIMS").withholdsRegions());
        assertTrue(given("VICTIMS", "REMEDY=MERGE").refusal().contains("REMEDY is \"MERGE\""));
    }

    @Test
    void theBaseIsThreeUnlessSaidOtherwise() {
        assertEquals(
                new DisclosureSettings(DisclosureMethod.ROUNDING, 3, true, 0, 0, null, List.of(), false),
                given("OFFENCES", "DISCLOSURE=ROUNDING").of("OFFENCES"));
    }

    @Test
    void dataflowsWithTheSameTotalsHaveTheSameMethod() {
        String refusal = given("VICTIMS", "DISCLOSURE=ROUNDING").refusal();
        assertEquals(
                "VICTIMS_CITIZENSHIP and VICTIMS hold the same totals, so DISCLOSURE and ROUNDING_BASE must be the same"
                        + " in both",
                refusal);
        given("VICTIMS_CITIZENSHIP", "DISCLOSURE=ROUNDING", "ROUNDING_BASE=5");
        assertTrue(refusal().startsWith("VICTIMS_CITIZENSHIP and VICTIMS hold"));
        given("VICTIMS_CITIZENSHIP", "ROUNDING_BASE=3").given("VICTIMS_REPATRIATION", "DISCLOSURE=ROUNDING");
        assertTrue(of("VICTIMS_REPATRIATION").rounds());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OFFENCES   | DISCLOSURE=NONE        | DISCLOSURE is \"NONE\", which is none of SUPPRESSION, ROUNDING",
                "OFFENCES   | ROUNDING_BASE=3        | ROUNDING_BASE is 3 or 5, and stands with DISCLOSURE=ROUNDING only",
                "OFFENCES   | ZEROS=perhaps          | ZEROS is \"perhaps\", which is none of PUBLIC, PROTECTED",
                "OFFENCES   | FEWEST_AREAS=few       | FEWEST_AREAS is \"few\", which is no whole number",
                "OFFENCES   | DOMINANCE=100          | DOMINANCE is below 100 percent",
                "OFFENCES   | THRESHOLD=2            | THRESHOLD is 2, but must be 0 or at least 3",
                "OFFENCES   | TOTALS_OF=CRIMES       | TOTALS_OF CRIMES is no dataflow",
                "POPULATION | DISCLOSURE=ROUNDING    | DISCLOSURE=ROUNDING without a THRESHOLD",
                "VICTIMS    | RANKS=SEX;FORM         | RANKS names FORM, which is not a dimension",
                "OFFENCES   | RANKS=OFFENCE,SEX      | RANKS names SEX, which is not a dimension",
                "VICTIMS    | RANKS=SEX,AGE,SEX      | RANKS names SEX twice",
                "VICTIMS    | RANKS=SEX;AGE;SEX      | RANKS names SEX twice",
            })
    void whatCannotBeIsRefusedWithTheDataflowAndTheSetting(String dataflow, String setting, String told) {
        String refusal = given(dataflow, setting).refusal();
        assertTrue(refusal.contains(dataflow), refusal);
        assertTrue(refusal.endsWith(told), refusal);
    }
}
