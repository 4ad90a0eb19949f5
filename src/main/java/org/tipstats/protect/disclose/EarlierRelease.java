package org.tipstats.protect.disclose;

import java.util.Map;
import org.tipstats.vocabulary.cube.Cube;

/**
 * An earlier release: its published figures and the true ones at that time.
 *
 * @param id the id of the release
 * @param compiled the whole cubes as compiled then, before protection, by the id of their dataflow
 * @param published the cubes as published
 */
public record EarlierRelease(String id, Map<String, Cube> compiled, Map<String, Cube> published) {

    public EarlierRelease {
        compiled = Map.copyOf(compiled);
        published = Map.copyOf(published);
    }
}
