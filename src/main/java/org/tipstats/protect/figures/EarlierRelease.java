package org.tipstats.protect.figures;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.YearSelection;

/**
 * An earlier release: its published figures and the true figures at that time.
 *
 * @param id the id of the release
 * @param compiled the complete cubes of that time before protection, by the id of their dataflow
 * @param published the published cubes, by the id of their dataflow
 * @param policy the digest of the policy that protected the release; null if it is not known
 */
public record EarlierRelease(String id, Map<String, Cube> compiled, Map<String, Cube> published, String policy) {

    /** Creates a release whose policy is not known. */
    public EarlierRelease(String id, Map<String, Cube> compiled, Map<String, Cube> published) {
        this(id, compiled, published, null);
    }

    public EarlierRelease {
        compiled = Map.copyOf(compiled);
        published = Map.copyOf(published);
    }

    /** Returns the releases with only the selected years of each cube. */
    public static List<EarlierRelease> in(YearSelection years, List<EarlierRelease> releases) {
        return releases.stream().map(release -> release.with(years::of)).toList();
    }

    /** Returns the release with only the cubes, or parts of cubes, that the function selects. */
    public EarlierRelease with(UnaryOperator<Map<String, Cube>> part) {
        return new EarlierRelease(id, part.apply(compiled), part.apply(published), policy);
    }
}
