package org.tipstats.bench.world;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Writes national counts as a file for submission. */
final class CsvText {

    private CsvText() {}

    static String of(Dataflow dataflow, List<Observation> observations) {
        KeySpace space = new KeySpace(dataflow.structure());
        List<Dimension> dimensions = dataflow.requiredDimensions();
        List<String> header =
                new ArrayList<>(dimensions.stream().map(Dimension::id).toList());
        header.addAll(List.of("OBS_VALUE", "OBS_STATUS", "CONF_STATUS"));
        StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
        for (Observation observation : observations) {
            for (Dimension dimension : dimensions) {
                text.append(space.code(observation.key(), dimension)).append(',');
            }
            text.append(observation.value() == null ? "" : observation.value().toPlainString())
                    .append(',')
                    .append(observation.status())
                    .append(',')
                    .append(observation.confidentiality() == null ? "" : observation.confidentiality())
                    .append('\n');
        }
        return text.toString();
    }
}
