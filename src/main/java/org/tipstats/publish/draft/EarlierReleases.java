package org.tipstats.publish.draft;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tipstats.protect.disclose.EarlierRelease;
import org.tipstats.vocabulary.cube.Cube;

/**
 * Gives access to what is public or scheduled. {@code publish.read} implements it, because this package must not import
 * that one.
 */
public interface EarlierReleases {

    /**
     * The earlier releases.
     *
     * @param releases oldest first
     * @param hashes the content hashes of the published or scheduled releases, for exactly these releases
     */
    record Releases(List<EarlierRelease> releases, List<String> hashes) {

        public Releases {
            releases = List.copyOf(releases);
            hashes = List.copyOf(hashes);
        }
    }

    /**
     * Returns the releases that are published or scheduled. Confidential, because they contain the true figures, too.
     *
     * @param part selects the part of each cube to return
     */
    Releases known(UnaryOperator<Cube> part);

    /** Returns the content hashes of the releases that are published or scheduled, oldest first. */
    List<String> hashes();
}
