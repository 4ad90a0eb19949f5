package org.tipstats.publish.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.UUID;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Finds received files whose counts are all published unchanged in a release. Only the hashes of these files may be
 * public. If a file contains a withheld count, someone who knows all its other counts could try small numbers until the
 * hash of the file is right.
 */
@ApplicationScoped
class PublishedFileService {

    private record File(UUID submission, String release, String contentHash) {}

    private static final long MAX_CACHED_ANSWERS = 10_000;

    private final AcceptedObservations accepted;
    private final PublishedReleases published;
    private final Cache<File, Boolean> answers =
            Caffeine.newBuilder().maximumSize(MAX_CACHED_ANSWERS).build();

    PublishedFileService(AcceptedObservations accepted, PublishedReleases published) {
        this.accepted = accepted;
        this.published = published;
    }

    /** Returns true if every count of a submission's file is published in the release. */
    @Transactional
    boolean isOpen(UUID submission, Dataflow dataflow, ReleaseReference release) {
        File file = new File(submission, release.id(), release.contentHash());
        return answers.get(file, key -> {
            Cube cube = published.vintage(release, dataflow).cube();
            return accepted.hasOnly(submission, dataflow, (place, value) -> isPublished(cube, place, value));
        });
    }

    private static boolean isPublished(Cube cube, long place, long value) {
        return cube.find(place)
                .filter(observation ->
                        observation.value() != null && observation.value().compareTo(BigDecimal.valueOf(value)) == 0)
                .isPresent();
    }
}
