package org.tipstats.disseminate.data;

import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.format.ReleaseBundle;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.publish.citation.TermsService;
import org.tipstats.publish.read.CacheRules;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.publish.release.ReleasedRowsReply;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves each release as one ZIP file with all its datasets. */
@Path("/api/v1/releases/{id}/bundle.zip")
@PermitAll
class BundleResource {

    private final PublishedReleases published;
    private final SchemaRegistry schemas;
    private final TermsService terms;
    private final CacheRules permanence;
    private final CurrentActor actor;

    BundleResource(
            PublishedReleases published,
            SchemaRegistry schemas,
            TermsService terms,
            CacheRules permanence,
            CurrentActor actor) {
        this.published = published;
        this.schemas = schemas;
        this.terms = terms;
        this.permanence = permanence;
        this.actor = actor;
    }

    @GET
    @Produces("application/zip")
    @Uncompressed
    public Response bundle(@RestPath String id, @Context HttpHeaders headers) {
        ReleaseReference release = published.required(id, ReleaseReader.seesDrafts(actor.get()));
        Collection<Dataflow> dataflows = schemas.dataflows();
        StreamingOutput body = out -> new ReleaseBundle(
                        release,
                        () -> dataflows.stream()
                                .map(dataflow -> whole(release, dataflow))
                                .filter(dataset -> dataset.size() > 0)
                                .iterator())
                .write(out);
        String allTerms = dataflows.stream()
                .map(dataflow -> terms.of(release, dataflow).tag())
                .collect(Collectors.joining("|"));
        ReplyTag tag = ReplyTag.of(release, release.isPublic(), "bundle|" + allTerms);
        Response answer = DataHttpReply.answer(
                tag,
                permanence.of(release, id, null),
                headers,
                () -> Response.ok(body)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"tipstats_" + release.id() + ".zip\""));
        return ReleasedRowsReply.withErrata(answer, release);
    }

    private DataSelection whole(ReleaseReference release, Dataflow dataflow) {
        Cube cube = published.vintage(release, dataflow).cube();
        return DataSelection.whole(release, dataflow, terms.of(release, dataflow), cube);
    }
}
