package org.tipstats.publish.draft;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.vocabulary.cube.Cube;

/**
 * Gives access to the releases that are public, scheduled or withdrawn. {@code publish.read} implements this interface,
 * because this package must not depend on that package.
 */
public interface EarlierReleases {

    /**
     * The earlier releases.
     *
     * @param hashes the content hashes of these releases
     */
    record Releases(List<EarlierRelease> releases, List<String> hashes) {}

    /**
     * Returns the releases that are published, scheduled or withdrawn. They are confidential, because they also contain
     * the true figures.
     *
     * @param part selects the wanted part of each cube, for example some years
     */
    Releases known(UnaryOperator<Cube> part);

    /** Returns the content hashes of the releases that are published, scheduled or withdrawn, oldest first. */
    List<String> hashes();
}
