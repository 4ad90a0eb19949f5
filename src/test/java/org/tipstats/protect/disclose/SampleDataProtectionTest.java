package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** The sample data, protected as its schemas require. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class SampleDataProtectionTest {

    @ParameterizedTest
    @ValueSource(strings = {"VICTIMS", "PERSONS", "OFFENCES"})
    void noSmallCountOfTheSampleDataIsPublishedAndNoRateOfOne(String id) {
        Dataflow dataflow = SampleCubes.dataflow(id);
        Cube compiled = SampleCubes.compiled(id);
        Cube published = Protection.of(dataflow, compiled).cube();

        List<String> small = published.observations().stream()
                .filter(o -> o.value() != null)
                .filter(o -> {
                    String count = text(published, o).replace("PER_100000_POP", "NUMBER");
                    int value = find(compiled, count).value().intValueExact();
                    return value >= 1 && value <= 4;
                })
                .map(o -> text(published, o))
                .toList();

        assertEquals(List.of(), small);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VICTIMS", "PERSONS", "OFFENCES"})
    void theTotalsOfTheRegionsAndTheWorldAreAllPublic(String id) {
        Dataflow dataflow = SampleCubes.dataflow(id);
        Cube compiled = SampleCubes.compiled(id);

        assertEquals(
                List.of(),
                Protection.release(dataflow, compiled).blockers().stream()
                        .map(blocker -> compiled.space().format(blocker.key()))
                        .toList());
    }

    private static String text(Cube cube, Observation observation) {
        return cube.space().format(observation.key());
    }

    private static Observation find(Cube cube, String key) {
        return cube.find(cube.space().parse(key).orElseThrow()).orElseThrow();
    }
}
