package org.tipstats.protect.round;

import java.util.Map;
import org.tipstats.vocabulary.cube.Cube;

/**
 * The accepted and the published figures of an earlier release, by dataflow id.
 *
 * @param accepted the national figures that were accepted for the release; confidential
 * @param published the figures that the release published
 */
public record RoundedRelease(Map<String, Cube> accepted, Map<String, Cube> published) {

    public RoundedRelease {
        accepted = Map.copyOf(accepted);
        published = Map.copyOf(published);
    }
}
