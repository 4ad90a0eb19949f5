package org.tipstats.bench.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.compile.mirror.MirrorDatasets;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dimension;

/** Recomputes the mirror of the real table from published figures only. Some of the figures are withheld at random. */
class RecomputedMirrorTest {

    private static final List<String> SOURCES = List.of("VICTIMS_CITIZENSHIP", "VICTIMS_REPATRIATION");

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 10})
    void bothDatasetsAreFunctionsOfWhatIsPublishedOfTheirSources(int percent) {
        Map<String, Cube> published = new TreeMap<>();
        SOURCES.forEach(
                id -> published.put(id, withheld(SampleCubes.accepted(id), percent, new Random(id.hashCode()))));
        Map<String, Cube> derived = new MirrorDatasets(SampleCubes.SCHEMAS).of(published);
        RecomputedMirror mirror = new RecomputedMirror(
                areas(),
                table(SOURCES.get(0), published.get(SOURCES.get(0))),
                table(SOURCES.get(1), published.get(SOURCES.get(1))));

        assertEquals(RecomputedMirror.published(table("MIRROR", derived.get("MIRROR"))), mirror.pairs());
        DownloadedTable flows = table("MIRROR_FLOWS", derived.get("MIRROR_FLOWS"));
        assertEquals(RecomputedMirror.published(flows), mirror.flows());
        assertEquals(
                percent > 0,
                flows.cells().values().stream().anyMatch(DownloadedCell::isWithheld),
                "sums over hidden parts");
        assertTrue(flows.cells().size() > 1000);
    }

    /** Returns the same cube with this percentage of its figures withheld. */
    private static Cube withheld(Cube cube, int percent, Random random) {
        List<Observation> figures = new ArrayList<>();
        for (Observation figure : cube) {
            figures.add(random.nextInt(100) < percent ? Observation.absent(figure.key(), "Q", "C") : figure);
        }
        return Cube.of(cube.space(), figures);
    }

    private static DownloadedTable table(String dataflow, Cube cube) {
        Map<String, DownloadedCodeList> dimensions = new LinkedHashMap<>();
        cube.space().structure().dimensions().stream()
                .map(Dimension::id)
                .forEach(id -> dimensions.put(id, DownloadedCodeList.NONE));
        int threshold = SampleCubes.dataflow(dataflow).threshold();
        DownloadedTable table = new DownloadedTable("real", new PublishedStructure(dataflow, threshold, dimensions));
        List<ObservationField> fields = ObservationField.of(cube.space());
        for (Observation observation : cube) {
            Map<String, String> row = new LinkedHashMap<>();
            for (ObservationField field : fields) {
                String text = field.text(observation);
                boolean free = "CONF_STATUS".equals(field.id()) && "F".equals(text);
                row.put(field.id(), text == null || free ? "" : text);
            }
            table.add(row);
        }
        return table;
    }

    /** Returns the code list in the form of the service. */
    private static ObjectNode areas() {
        ObjectNode list = new ObjectMapper().createObjectNode();
        list.putArray("codes");
        SampleCubes.SCHEMAS.areas().codes().forEach(code -> {
            ObjectNode one = list.withArray("codes").addObject().put("id", code.id());
            if (code.parent() != null) {
                one.put("parent", code.parent());
            }
            ObjectNode annotations = one.putObject("annotations");
            code.annotations().forEach(annotations::put);
        });
        return list;
    }
}
