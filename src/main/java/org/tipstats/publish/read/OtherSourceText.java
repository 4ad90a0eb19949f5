package org.tipstats.publish.read;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.publish.draft.SourceProtection.OtherSource;
import org.tipstats.vocabulary.cube.Cube;

/**
 * The figures of another source that a release shows in a dataflow.
 *
 * @param unpublished the compiled figures that it does not publish as they are
 */
public record OtherSourceText(String source, String dataflow, DatasetText published, DatasetText unpublished) {

    /** Returns the texts of all figures that may be published. */
    public static List<OtherSourceText> of(List<OtherSource> sources) {
        List<OtherSourceText> texts = new ArrayList<>();
        for (OtherSource beside : sources) {
            new TreeMap<>(beside.safe()).forEach((id, safe) -> texts.add(of(beside, id, safe)));
        }
        return texts;
    }

    private static OtherSourceText of(OtherSource beside, String id, ProtectedCube safe) {
        Cube compiled = beside.compiled().get(id);
        DatasetText unpublished = UnpublishedFigures.of(compiled, safe).write(compiled.space());
        return new OtherSourceText(beside.source(), id, DatasetText.write(safe.cube()), unpublished);
    }

    /** Returns its id in the hash of the release. No dataflow has such an id. */
    public String hashId() {
        return dataflow + "@" + source;
    }
}
