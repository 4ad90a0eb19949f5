package org.tipstats.protect.disclose;

import java.util.Map;
import org.tipstats.vocabulary.cube.Cube;

/**
 * An earlier release: its published figures and the true figures at that time.
 *
 * @param id the id of the release
 * @param compiled the complete cubes of that time before protection, by the id of their dataflow
 * @param published the published cubes, by the id of their dataflow
 */
public record EarlierRelease(String id, Map<String, Cube> compiled, Map<String, Cube> published) {

    public EarlierRelease {
        compiled = Map.copyOf(compiled);
        published = Map.copyOf(published);
    }
}
