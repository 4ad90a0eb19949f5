package org.tipstats.publish.consult;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The figures of single areas in a release, after disclosure control: the figures that the area reported, and its
 * rates. Excludes everything that is computed from figures of other areas.
 */
@Singleton
class ConsultedFigures {

    private static final long RELEASES_KEPT = 4;

    private final PublishedReleases releases;
    private final SchemaRegistry schemas;
    private final Cache<String, Map<String, String>> hashes =
            Caffeine.newBuilder().maximumSize(RELEASES_KEPT).build();

    ConsultedFigures(PublishedReleases releases, SchemaRegistry schemas) {
        this.releases = releases;
        this.schemas = schemas;
    }

    /** Returns the figures of an area in one dataflow, in key order. */
    List<Observation> of(ReleaseReference release, Dataflow dataflow, String area) {
        Cube cube = releases.vintage(release, dataflow).cube();
        Dimension dimension = dataflow.structure().area();
        return cube.observations().stream()
                .filter(figure -> cube.space().code(figure.key(), dimension).equals(area))
                .toList();
    }

    /** Returns a hash of the figures of each area that has figures in a release, by area. */
    Map<String, String> hashes(ReleaseReference release) {
        return hashes.get(release.contentHash(), hash -> compute(release));
    }

    private Map<String, String> compute(ReleaseReference release) {
        Map<String, MessageDigest> digests = new TreeMap<>();
        for (Dataflow dataflow : schemas.reported()) {
            Cube cube = releases.vintage(release, dataflow).cube();
            List<ObservationField> fields = ObservationField.of(cube.space());
            for (Observation figure : cube.observations()) {
                Code area = area(figure, dataflow, cube.space());
                if (!area.isAreaGroup()) {
                    add(figure, fields, digests.computeIfAbsent(area.id(), none -> DigestUtils.getSha256Digest()));
                }
            }
        }
        Map<String, String> all = new TreeMap<>();
        digests.forEach((area, digest) -> all.put(area, HexFormat.of().formatHex(digest.digest())));
        return Collections.unmodifiableMap(all);
    }

    private static Code area(Observation figure, Dataflow dataflow, KeySpace space) {
        Dimension dimension = dataflow.structure().area();
        return dimension.codes().at(space.position(figure.key(), dimension.position()));
    }

    private static void add(Observation figure, List<ObservationField> fields, MessageDigest digest) {
        for (ObservationField field : fields) {
            String text = field.text(figure);
            digest.update(((text == null ? "" : text) + "\u0000").getBytes(StandardCharsets.UTF_8));
        }
    }
}
