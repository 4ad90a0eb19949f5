package org.tipstats.vocabulary.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A deployment decides on the names, the headings and the sums of areas that are not in M49. */
class AreaHeadingTest {

    private static final String FILE = "CL_AREA.json";
    private static final String PARENT = "\"zh\": \"台湾\"\n            },\n            \"parent\": \"030\",";

    private static Code area(SchemaRegistry schemas, String id) {
        return schemas.areas().find(id).orElseThrow();
    }

    private static Optional<String> heading(SchemaRegistry schemas, String id) {
        return schemas.headingOf(area(schemas, id)).map(code -> code.name().inLanguage("en"));
    }

    private static List<String> above(SchemaRegistry schemas, String id) {
        return schemas.areas().ancestors(area(schemas, id)).stream()
                .map(Code::id)
                .toList();
    }

    /** The heading is neutral, and the area counts where it did: the figures of the shipped schemas are unchanged. */
    @Test
    void oneAreaOfTheShippedListIsListedApart() {
        SchemaRegistry shipped = ChangedSchemas.with(FILE, "World", "World");

        assertEquals(Optional.of("Other reporting areas"), heading(shipped, "TWN"));
        assertEquals(
                List.of("TWN"),
                shipped.areas().codes().stream()
                        .filter(code -> shipped.headingOf(code).isPresent())
                        .map(Code::id)
                        .toList());
        assertEquals(List.of("030", "142", "001"), above(shipped, "TWN"));
    }

    @Test
    void aDeploymentRenamesAnArea() {
        SchemaRegistry renamed = ChangedSchemas.with(FILE, "\"en\": \"Taiwan\"", "\"en\": \"Name of the deployment\"");

        assertEquals("Name of the deployment", area(renamed, "TWN").name().inLanguage("en"));
    }

    @Test
    void aDeploymentNamesTheHeading() {
        SchemaRegistry named =
                ChangedSchemas.with("CL_AREA_HEADING.json", "Other reporting areas", "Territories of the deployment");

        assertEquals(Optional.of("Territories of the deployment"), heading(named, "TWN"));
    }

    @Test
    void anAreaWithoutParentCountsInNoGroup() {
        SchemaRegistry without = ChangedSchemas.with(FILE, PARENT, PARENT.replace("\"parent\": \"030\",", ""));

        assertEquals(List.of(), above(without, "TWN"));
        assertEquals(Optional.of("Other reporting areas"), heading(without, "TWN"));
        long areas = without.areas().descendants(area(without, "001")).stream()
                .filter(code -> !code.isAreaGroup())
                .count();
        assertEquals(247, areas);
    }

    @Test
    void anUnknownHeadingStopsTheStart() {
        SchemaException refused = assertThrows(
                SchemaException.class,
                () -> ChangedSchemas.with(FILE, "\"value\": \"OTHER\"", "\"value\": \"NOWHERE\""));

        assertTrue(refused.getMessage().contains("TWN has the annotation LISTED_UNDER = NOWHERE"), refused::getMessage);
    }
}
