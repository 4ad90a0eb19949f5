package org.tipstats.publish.release;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.publish.draft.SourceProtection.Beside;
import org.tipstats.vocabulary.cube.Cube;

/**
 * What a release shows of a dataflow from another source.
 *
 * @param unpublished what it holds of it but doesn't publish
 */
record BesideText(String source, String dataflow, DatasetText published, DatasetText unpublished) {

    /** All that may be published of sources. */
    static List<BesideText> of(List<Beside> sources) {
        List<BesideText> texts = new ArrayList<>();
        for (Beside beside : sources) {
            new TreeMap<>(beside.safe()).forEach((id, safe) -> texts.add(of(beside, id, safe)));
        }
        return texts;
    }

    private static BesideText of(Beside beside, String id, ProtectedCube safe) {
        Cube compiled = beside.compiled().get(id);
        DatasetText unpublished = UnpublishedFigures.of(compiled, safe).write(compiled.space());
        return new BesideText(beside.source(), id, DatasetText.write(safe.cube()), unpublished);
    }

    /** What it is called in the hash of the release: no dataflow has such an id. */
    String id() {
        return dataflow + "@" + source;
    }
}
