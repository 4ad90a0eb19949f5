package org.tipstats.disseminate.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.disseminate.catalogue.StructureMapper.MappedFigure;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.platform.database.JsonText;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleasedRowsReply;
import org.tipstats.publish.release.ReleasedRowsReply.RowsParameters;
import org.tipstats.publish.release.ReleasedRowsReply.RowsRequest;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import org.tipstats.vocabulary.schema.StructureMap;

/**
 * Serves published figures in the structures of other organisations. The class caches the last few exports in memory.
 */
@Path("/api/v1/exports/{export}")
@PermitAll
class ExportResource {

    private static final int MAX_CACHED_EXPORTS = 8;

    private record ExportKey(String export, String release, String contentHash) {}

    private final SchemaRegistry schemas;
    private final PublishedReleases published;
    private final ReleasedRowsReply rows;
    private final Cache<ExportKey, List<MappedFigure>> mapped =
            Caffeine.newBuilder().maximumSize(MAX_CACHED_EXPORTS).build();

    ExportResource(SchemaRegistry schemas, PublishedReleases published, ReleasedRowsReply rows) {
        this.schemas = schemas;
        this.published = published;
        this.rows = rows;
    }

    @GET
    public Response get(@RestPath String export, @BeanParam RowsParameters parameters) {
        StructureMap map = schemas.structureMaps().stream()
                .filter(each -> each.annotation("EXPORT").filter(export::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("export"));
        RowsRequest asked = rows.asked(parameters);
        ReleaseReference of = asked.release();
        ExportWriter writer = new ExportWriter(map);
        return asked.of(
                () -> figures(map, of), export + "_" + of.id(), writer::csv, figures -> writer.json(figures, of));
    }

    /** Returns the mapped figures of a release in the order of their keys. */
    private List<MappedFigure> figures(StructureMap map, ReleaseReference release) {
        return mapped.get(new ExportKey(map.id(), release.id(), release.contentHash()), key -> {
            Cube cube = published
                    .vintage(release, schemas.dataflow(map.sourceId()).orElseThrow())
                    .cube();
            return new StructureMapper(map, ObservationField.of(cube.space())).of(cube);
        });
    }

    /** Writes figures in the target structure of a map, as SDMX-CSV 2.0 or as JSON records. */
    record ExportWriter(StructureMap map, List<String> order) {
        private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build());

        ExportWriter(StructureMap map) {
            this(map, map.order());
        }

        String csv(List<MappedFigure> figures) {
            List<CsvColumn<MappedFigure>> columns = new ArrayList<>();
            columns.add(CsvColumn.text("STRUCTURE", figure -> "datastructure"));
            columns.add(CsvColumn.text("STRUCTURE_ID", figure -> map.targetReference()));
            columns.add(CsvColumn.text("ACTION", figure -> "I"));
            for (int i = 0; i < order.size(); i++) {
                int place = i;
                columns.add(
                        CsvColumn.text(order.get(i), figure -> figure.values().get(place)));
            }
            return new CsvTable<>(columns).text(figures);
        }

        String json(ReleasedRowsReply.Rows<MappedFigure> figures, ReleaseReference release) {
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("release", release.id());
            page.put(
                    "publishedAt",
                    release.publishedAt() == null ? null : release.publishedAt().toString());
            page.put("structure", map.targetReference());
            page.put("total", figures.total());
            page.put(
                    "observations",
                    figures.items().stream().map(this::observation).toList());
            page.put("next", figures.next());
            return JsonText.write(JSON, page);
        }

        private Map<String, Object> observation(MappedFigure figure) {
            Map<String, Object> observation = new LinkedHashMap<>();
            for (int i = 0; i < order.size(); i++) {
                if (i == figure.measure()) {
                    observation.put(order.get(i), figure.number());
                } else if (figure.values().get(i) != null) {
                    observation.put(order.get(i), figure.values().get(i));
                }
            }
            return observation;
        }
    }
}
