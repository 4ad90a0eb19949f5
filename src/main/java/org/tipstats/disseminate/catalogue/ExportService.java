package org.tipstats.disseminate.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tipstats.disseminate.catalogue.StructureMapper.MappedFigure;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import org.tipstats.vocabulary.schema.StructureMap;

/** Maps the figures of releases to the structures of other organisations. It keeps the last few exports in memory. */
@ApplicationScoped
class ExportService {

    private static final int MAX_CACHED_EXPORTS = 8;

    private record ExportKey(String export, String release, String contentHash) {}

    private final SchemaRegistry schemas;
    private final PublishedReleases published;
    private final Cache<ExportKey, List<MappedFigure>> mapped =
            Caffeine.newBuilder().maximumSize(MAX_CACHED_EXPORTS).build();

    ExportService(SchemaRegistry schemas, PublishedReleases published) {
        this.schemas = schemas;
        this.published = published;
    }

    /**
     * Finds the structure map of an export by its annotation {@code EXPORT}.
     *
     * @throws ProblemException with status 404 if there is no such export
     */
    StructureMap map(String export) {
        return schemas.structureMaps().stream()
                .filter(map -> map.annotation("EXPORT").filter(export::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("export"));
    }

    /** Returns the mapped figures of a release in the order of their keys. */
    List<MappedFigure> figures(StructureMap map, ReleaseReference release) {
        return mapped.get(new ExportKey(map.id(), release.id(), release.contentHash()), key -> {
            Cube cube = published
                    .vintage(release, schemas.dataflow(map.source()).orElseThrow())
                    .cube();
            return new StructureMapper(map, ObservationField.of(cube.space())).of(cube);
        });
    }
}
