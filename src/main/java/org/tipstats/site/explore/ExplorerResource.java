package org.tipstats.site.explore;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.cache.CacheFillFilter.CacheableAnswer;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.http.SecurityHeadersFilter.EmbeddablePage;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.site.chapter.EmbedCode;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Assets;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frame.ShownErratum;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the list of datasets, and the pages that show data as a table, a chart or a map. */
@Path(Site.LANG + "/data")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class ExplorerResource {

    private final Frames frames;
    private final SchemaRegistry schemas;
    private final ExplorerService service;
    private final CatalogueConfig catalogue;
    private final Assets assets;

    ExplorerResource(
            Frames frames, SchemaRegistry schemas, ExplorerService service, CatalogueConfig catalogue, Assets assets) {
        this.frames = frames;
        this.schemas = schemas;
        this.service = service;
        this.catalogue = catalogue;
        this.assets = assets;
    }

    @CheckedTemplate(basePath = "explorer")
    static final class Pages {

        static native TemplateInstance datasets(Frame frame, PageTexts t, Collection<Dataflow> datasets);

        static native TemplateInstance explorer(Frame frame, PageTexts t, ExplorerPage page, String code);

        static native TemplateInstance embed(Assets assets, PageTexts t, ExplorerPage page, List<ShownErratum> errata);

        /** @param address the URL of the same figures in the explorer, from the latest release */
        static native TemplateInstance withdrawn(Assets assets, PageTexts t, String reason, String address);
    }

    @GET
    public TemplateInstance datasets(@RestQuery String release) {
        PageTexts t = frames.texts();
        service.require(release);
        PageContext place = PageContext.titled(t.say("nav.data"))
                .in(Section.DATA)
                .api("/api/v1/dataflows")
                .described(t.say("explorer.lead"));
        Frame frame = frames.frame(release == null ? place : place.showing(release));
        return Pages.datasets(frame, t, schemas.bySubject());
    }

    /**
     * Shows the explorer. Redirects a URL without a choice to the URL with the default choice. Redirects a URL with
     * repeated parameters, from a form, to the short form of the URL.
     */
    @GET
    @CacheableAnswer
    @Path("/{dataflow}")
    public Response explorer(@RestPath String dataflow, @Context UriInfo uri) {
        PageTexts t = frames.texts();
        ExplorerQuery query = query(dataflow, uri);
        boolean repeated = uri.getQueryParameters().values().stream().anyMatch(values -> values.size() > 1);
        if (query.isBare() || repeated) {
            ExplorerQuery meant = query.isBare() ? service.first(query) : query;
            return PageReply.next("/" + t.language() + meant.path());
        }
        NamedAddition.Result added = query.get(ExplorerQuery.ADD) == null ? null : service.added(query, t);
        if (added != null && added.query() != null) {
            return PageReply.next("/" + t.language() + added.query().path());
        }
        ExplorerPage page = service.page(query.with(ExplorerQuery.ADD, null), t);
        return shown(added == null ? page : page.adding(added.message()), query, uri, t);
    }

    private Response shown(ExplorerPage page, ExplorerQuery query, UriInfo uri, PageTexts t) {
        PageContext place = PageContext.titled(page.title(t))
                .in(Section.DATA)
                .below(t.say("nav.data"), Section.DATA.path() + Addresses.kept("?", query.get(ExplorerQuery.RELEASE)))
                .described(t.of(page.dataflow().description()))
                .api(page.sources().api())
                .showing(page.releaseId());
        return Response.ok(Pages.explorer(frames.frame(place), t, page, code(page, uri, t)))
                .build();
    }

    /** Returns the HTML that embeds the figures in other websites; null if the page has no figures. */
    private String code(ExplorerPage page, UriInfo uri, PageTexts t) {
        if (page.sources().embedded() == null) {
            return null;
        }
        return EmbedCode.of(catalogue.base(uri.getBaseUri()) + page.sources().embedded(), page.title(t))
                .html();
    }

    /**
     * Shows only the figures of one release, without navigation, forms and cookies, or the reason why the release was
     * withdrawn. Any website may embed these pages.
     */
    @GET
    @CacheableAnswer
    @Path("/{dataflow}/embed")
    public Response embed(@RestPath String dataflow, @Context UriInfo uri) {
        PageTexts t = frames.texts();
        ExplorerQuery query = query(dataflow, uri);
        Optional<String> reason = schemas.dataflow(dataflow).flatMap(known -> service.withdrawal(query));
        if (reason.isPresent()) {
            String address =
                    "/" + t.language() + query.with(ExplorerQuery.RELEASE, null).path();
            return framed(
                    Response.status(Response.Status.GONE).entity(Pages.withdrawn(assets, t, reason.get(), address)));
        }
        ExplorerPage page = service.page(query, t);
        String embedded = page.sources().embedded();
        if (embedded != null && !page.releaseId().equals(query.get(ExplorerQuery.RELEASE))) {
            return PageReply.next(embedded);
        }
        return framed(Response.ok(Pages.embed(assets, t, page, frames.errata(page.releaseId(), t)))
                .header("Cache-Control", CachePolicy.NAMED.header()));
    }

    private static Response framed(Response.ResponseBuilder page) {
        return page.header("Content-Security-Policy", EmbeddablePage.POLICY).build();
    }

    /** Returns the map of a page as a file. */
    @GET
    @Path("/{dataflow}/map.svg")
    @Produces("image/svg+xml")
    public Response picture(@RestPath String dataflow, @Context UriInfo uri) {
        String svg = service.picture(query(dataflow, uri), catalogue.base(uri.getBaseUri()), frames.texts())
                .svg();
        return Response.ok(svg, "image/svg+xml;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"tipstats-" + dataflow + "-map.svg\"")
                .build();
    }

    private static ExplorerQuery query(String dataflow, UriInfo uri) {
        return ExplorerQuery.of(
                dataflow, uri.getQueryParameters(), uri.getRequestUri().getRawQuery());
    }
}
