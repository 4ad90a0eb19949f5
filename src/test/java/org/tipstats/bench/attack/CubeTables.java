package org.tipstats.bench.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Makes published tables from cubes without a service, as a download would give them. */
final class CubeTables {

    private CubeTables() {}

    static PublishedStructure structure(Dataflow dataflow) {
        Map<String, DownloadedCodeList> dimensions = new LinkedHashMap<>();
        for (Dimension dimension : dataflow.structure().dimensions()) {
            Map<String, String> parents = new LinkedHashMap<>();
            Map<String, List<String>> members = new LinkedHashMap<>();
            for (Code code :
                    dimension.isTime() ? List.<Code>of() : dimension.codes().codes()) {
                parents.put(code.id(), code.parent());
                if (!code.members().isEmpty()) {
                    members.put(code.id(), code.members());
                }
            }
            dimensions.put(dimension.id(), DownloadedCodeList.of(parents, members));
        }
        return new PublishedStructure(dataflow.id(), dataflow.threshold(), dimensions);
    }

    /**
     * Returns the table of a release.
     *
     * @param published the cube after disclosure control
     */
    static DownloadedTable table(String release, Dataflow dataflow, Cube published) {
        DownloadedTable table = new DownloadedTable(release, structure(dataflow));
        for (Observation observation : published) {
            Map<String, String> row = new LinkedHashMap<>();
            for (ObservationField field : ObservationField.of(published.space())) {
                String text = field.text(observation);
                row.put(field.id(), text == null ? "" : text);
            }
            table.add(row);
        }
        return table;
    }
}
