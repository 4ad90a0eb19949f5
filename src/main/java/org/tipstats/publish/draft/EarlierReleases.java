package org.tipstats.publish.draft;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tipstats.protect.disclose.EarlierRelease;
import org.tipstats.vocabulary.cube.Cube;

/** What is public or will be: given by releases, which come after protection in the order of the house. */
public interface EarlierReleases {

    /**
     * What earlier releases hold.
     *
     * @param releases oldest first
     * @param hashes the content hashes of all that are published or scheduled, the very releases these are
     */
    record Known(List<EarlierRelease> releases, List<String> hashes) {

        public Known {
            releases = List.copyOf(releases);
            hashes = List.copyOf(hashes);
        }
    }

    /**
     * The releases that are published or scheduled. Confidential: they hold what was true, too.
     *
     * @param part the part of each cube that is asked for
     */
    Known known(UnaryOperator<Cube> part);

    /** The content hashes of the releases that are published or scheduled, oldest first. */
    List<String> hashes();
}
