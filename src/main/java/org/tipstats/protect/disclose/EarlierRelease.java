package org.tipstats.protect.disclose;

import java.util.Map;
import org.tipstats.vocabulary.cube.Cube;

/**
 * An earlier release: what it showed and what was true then.
 *
 * @param id the id of the release
 * @param compiled the whole cubes by dataflow as compiled then, before protection
 * @param published the cubes as published
 */
public record EarlierRelease(String id, Map<String, Cube> compiled, Map<String, Cube> published) {

    public EarlierRelease {
        compiled = Map.copyOf(compiled);
        published = Map.copyOf(published);
    }
}
