package org.tipstats.disseminate.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.disseminate.catalogue.StructureMapper.MappedFigure;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleasedRowsReply;
import org.tipstats.publish.release.ReleasedRowsReply.RowsParameters;
import org.tipstats.publish.release.ReleasedRowsReply.RowsRequest;
import org.tipstats.vocabulary.schema.StructureMap;

/** Serves published figures in the structures of other organisations. */
@Path("/api/v1/exports/{export}")
@PermitAll
class ExportResource {

    private final ExportService exports;
    private final ReleasedRowsReply rows;

    ExportResource(ExportService exports, ReleasedRowsReply rows) {
        this.exports = exports;
        this.rows = rows;
    }

    @GET
    public Response get(
            @RestPath String export,
            @RestQuery String release,
            @RestQuery String format,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        StructureMap map = exports.map(export);
        RowsRequest asked = rows.asked(new RowsParameters(release, format, limit, cursor, accept), uri, headers);
        ReleaseReference of = asked.release();
        ExportWriter writer = new ExportWriter(map);
        return asked.of(
                () -> exports.figures(map, of),
                export + "_" + of.id(),
                writer::csv,
                figures -> writer.json(figures.items(), of, figures.total(), figures.next()));
    }

    /** Writes figures in another structure, as SDMX-CSV 2.0 or as JSON records. */
    record ExportWriter(StructureMap map) {
        private static final JsonFactory JSON = JsonFactory.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();

        String csv(List<MappedFigure> figures) {
            List<CsvColumn<MappedFigure>> columns = new ArrayList<>();
            columns.add(CsvColumn.text("STRUCTURE", figure -> "datastructure"));
            columns.add(CsvColumn.text("STRUCTURE_ID", figure -> map.target()));
            columns.add(CsvColumn.text("ACTION", figure -> "I"));
            for (int i = 0; i < map.order().size(); i++) {
                int place = i;
                columns.add(CsvColumn.text(
                        map.order().get(i), figure -> figure.values().get(place)));
            }
            return new CsvTable<>(columns).text(figures);
        }

        /**
         * Writes one page of figures as JSON.
         *
         * @param total number of figures on all pages
         * @param next path and query of the next page, or null
         */
        String json(List<MappedFigure> figures, ReleaseReference release, int total, String next) {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(text)) {
                json.writeStartObject();
                json.writeStringField("release", release.id());
                json.writeStringField(
                        "publishedAt",
                        release.publishedAt() == null
                                ? null
                                : release.publishedAt().toString());
                json.writeStringField("structure", map.target());
                json.writeNumberField("total", total);
                json.writeArrayFieldStart("observations");
                for (MappedFigure figure : figures) {
                    write(figure, json);
                }
                json.writeEndArray();
                json.writeStringField("next", next);
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString();
        }

        private void write(MappedFigure figure, JsonGenerator json) throws IOException {
            json.writeStartObject();
            for (int i = 0; i < map.order().size(); i++) {
                if (i == figure.measure()) {
                    json.writeFieldName(map.order().get(i));
                    json.writeNumber(figure.number());
                } else if (figure.values().get(i) != null) {
                    json.writeStringField(map.order().get(i), figure.values().get(i));
                }
            }
            json.writeEndObject();
        }
    }
}
