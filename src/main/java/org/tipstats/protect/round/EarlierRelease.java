package org.tipstats.protect.round;

import java.util.Map;
import org.tipstats.vocabulary.cube.Cube;

/**
 * What a release before this one was made of and what it showed, by dataflow id.
 *
 * @param accepted the national figures as they were accepted then: confidential
 * @param published the figures that it published
 */
public record EarlierRelease(Map<String, Cube> accepted, Map<String, Cube> published) {

    public EarlierRelease {
        accepted = Map.copyOf(accepted);
        published = Map.copyOf(published);
    }
}
