package org.tipstats.compile.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.ChangedSchemas;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** A deployment that takes an area out of its region takes it out of all sums, and keeps its figures. */
class AreaWithoutRegionTest {

    private static final String PARENT = "\"zh\": \"台湾\"\n            },\n            \"parent\": \"030\",";

    /** 30 in Japan and 12 in the other area, in Eastern Asia (030) and in the world. */
    private static List<String> figures(SchemaRegistry schemas) {
        Dataflow offences = schemas.dataflow("OFFENCES").orElseThrow();
        KeySpace space = new KeySpace(offences.structure());
        Cube accepted = Cube.of(space, List.of(count(space, "JPN", 30), count(space, "TWN", 12)));
        Cube population =
                Cube.empty(new KeySpace(schemas.population().orElseThrow().structure()));
        Cube compiled = new AggregateCalculator(offences, population).calculate(accepted);
        return List.of("TWN", "030", "001").stream()
                .map(area -> compiled.find(space.parse(key(area)).orElseThrow()).orElseThrow())
                .map(figure -> figure.value() + " of "
                        + (figure.coverage() == null ? 1 : figure.coverage().areas()))
                .toList();
    }

    private static Observation count(KeySpace space, String area, long value) {
        return Observation.count(space.parse(key(area)).orElseThrow(), value, "A");
    }

    private static String key(String area) {
        return "A." + area + ".0204.NUMBER.2016";
    }

    @Test
    void theShippedListCountsTheArea() {
        assertEquals(
                List.of("12 of 1", "42 of 8", "42 of 248"),
                figures(ChangedSchemas.with("CL_AREA.json", PARENT, PARENT)));
    }

    @Test
    void withoutItsParentTheAreaCountsInNoSum() {
        String without = PARENT.replace("\"parent\": \"030\",", "");

        assertEquals(
                List.of("12 of 1", "30 of 7", "30 of 247"),
                figures(ChangedSchemas.with("CL_AREA.json", PARENT, without)));
    }
}
