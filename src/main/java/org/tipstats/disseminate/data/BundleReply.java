package org.tipstats.disseminate.data;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.format.ReleaseBundle;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.CachedReply;
import org.tipstats.platform.http.CachedReply.CacheInfo;
import org.tipstats.platform.signing.StatementSigner;
import org.tipstats.publish.citation.TermsService;
import org.tipstats.publish.read.CacheRules;
import org.tipstats.publish.read.PublicationLog;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleasedRowsReply;
import org.tipstats.publish.tables.TableCatalogue;
import org.tipstats.publish.tables.TableCatalogue.HashedFile;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Replies with bundles of releases, or with parts of bundles. */
@Singleton
record BundleReply(
        PublishedReleases published,
        PublicationLog publications,
        SchemaRegistry schemas,
        TermsService terms,
        TableCatalogue tables,
        StatementSigner signer,
        CacheRules permanence,
        CurrentActor actor) {

    /** The name of the part that is the manifest. The manifest is text, so the server compresses it. */
    static final String MANIFEST = "manifest";

    /**
     * Replies with a bundle, or a part of it, of a release that the actor may read.
     *
     * @param what the name of the part, for the tag of the reply
     */
    Response answer(
            String id, String what, HttpHeaders headers, Function<ReleaseBundle, Response.ResponseBuilder> body) {
        ReleaseReference release = published.required(id, actor.get());
        String allTerms = schemas.dataflows().stream()
                .map(dataflow -> terms.of(release, dataflow).tag())
                .collect(Collectors.joining("|"));
        List<HashedFile> files = tables.files(release.id());
        CacheInfo kept = DataHttpReply.kept(
                release,
                what + "|" + signer.keyId() + "|" + allTerms + (files.isEmpty() ? "" : "|" + files),
                permanence.of(release, id, null));
        boolean packed = what.equals(MANIFEST) && DataHttpReply.acceptsGzip(headers);
        Response answer = CachedReply.of(headers, kept, packed, () -> body.apply(bundle(release, files)));
        return ReleasedRowsReply.withErrata(answer, release);
    }

    private ReleaseBundle bundle(ReleaseReference release, List<HashedFile> files) {
        return new ReleaseBundle(
                release,
                () -> schemas.dataflows().stream()
                        .map(dataflow -> whole(release, dataflow))
                        .filter(dataset -> dataset.size() > 0)
                        .iterator(),
                publications.entries(List.of(release.id())).get(release.id()),
                files,
                signer);
    }

    private DataSelection whole(ReleaseReference release, Dataflow dataflow) {
        Cube cube = published.vintage(release, dataflow).cube();
        return DataSelection.whole(release, dataflow, terms.of(release, dataflow), cube);
    }
}
