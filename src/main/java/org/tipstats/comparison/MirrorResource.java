package org.tipstats.comparison;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.access.CurrentActor;
import org.tipstats.comparison.MirrorReplies.FlowList;
import org.tipstats.comparison.MirrorReplies.FlowView;
import org.tipstats.comparison.MirrorReplies.PairList;
import org.tipstats.comparison.MirrorReplies.PairView;
import org.tipstats.csv.CsvTable;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.ReleaseReader;
import org.tipstats.release.ReleaseReference;
import org.tipstats.web.CachedReplyResource;
import org.tipstats.web.Page;
import org.tipstats.web.PageRequest;
import org.tipstats.web.TableForm;

/** The mirror statistics of a release. */
@Path("/api/v1/mirror")
@PermitAll
class MirrorResource {

    private static final String CSV = "text/csv;charset=utf-8;header=present";

    private final MirrorService mirror;
    private final MirrorFilters filters;
    private final PublishedReleases published;
    private final CurrentActor actor;

    MirrorResource(MirrorService mirror, MirrorFilters filters, PublishedReleases published, CurrentActor actor) {
        this.mirror = mirror;
        this.filters = filters;
        this.published = published;
        this.actor = actor;
    }

    @GET
    @Path("/pairs")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PairList.class)))
    public Response pairs(
            @RestQuery String release,
            @RestQuery("REF_AREA") String area,
            @RestQuery("CITIZENSHIP") String citizenship,
            @RestQuery("TIME_PERIOD") String year,
            @RestQuery String format,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        MirrorFilters.Wanted wanted = filters.parse(area, citizenship, year);
        Asked asked = asked(release, TableForm.choose(format, accept), limit, cursor, uri, headers);
        List<PairView> rows = mirror.pairs(asked.release).stream()
                .filter(pair -> wanted.has(pair.area(), pair.citizenship(), pair.year()))
                .map(PairView::from)
                .toList();
        return asked.form == TableForm.CSV
                ? csv(asked, "mirror-pairs", MirrorTables.PAIRS, rows)
                : json(asked, rows, (items, next) -> new PairList(asked.release.id(), items, next));
    }

    @GET
    @Path("/flows")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FlowList.class)))
    public Response flows(
            @RestQuery String release,
            @RestQuery("REF_AREA") String area,
            @RestQuery("TIME_PERIOD") String year,
            @RestQuery String format,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        MirrorFilters.Wanted wanted = filters.parse(area, null, year);
        Asked asked = asked(release, TableForm.choose(format, accept), limit, cursor, uri, headers);
        List<FlowView> rows = mirror.flows(asked.release).stream()
                .filter(flow -> wanted.has(flow.area(), null, flow.year()))
                .map(FlowView::from)
                .toList();
        return asked.form == TableForm.CSV
                ? csv(asked, "mirror-flows", MirrorTables.FLOWS, rows)
                : json(asked, rows, (items, next) -> new FlowList(asked.release.id(), items, next));
    }

    /** A request once it is read. */
    private record Asked(
            ReleaseReference release, TableForm form, String limit, String cursor, UriInfo uri, HttpHeaders headers) {

        <T> Page<T> page(List<T> rows) {
            return Page.slice(rows, PageRequest.of(limit, cursor));
        }

        /** Files are whole unless a limit is given. */
        <T> List<T> file(List<T> rows) {
            return limit == null && cursor == null ? rows : page(rows).items();
        }

        /** Equal for equal replies. */
        String content() {
            URI address = uri.getRequestUri();
            return String.join(
                    "|",
                    release.id(),
                    release.contentHash(),
                    form.name(),
                    address.getPath(),
                    "" + address.getRawQuery());
        }

        /** The next page of this very release: what follows page one must not change when another is published. */
        String next(String cursor) {
            URI next = uri.getRequestUriBuilder()
                    .replaceQueryParam("release", release.id())
                    .replaceQueryParam("cursor", cursor)
                    .build();
            return next.getRawPath() + "?" + next.getRawQuery();
        }
    }

    private Asked asked(String release, TableForm form, String limit, String cursor, UriInfo uri, HttpHeaders headers) {
        PageRequest.of(limit, cursor);
        boolean drafts = ReleaseReader.seesDrafts(actor.get());
        return new Asked(published.asked(release, drafts), form, limit, cursor, uri, headers);
    }

    private static <T> Response json(Asked asked, List<T> rows, BiFunction<List<T>, String, Object> list) {
        return CachedReplyResource.of(asked.headers, asked.content(), asked.release.publishedAt(), () -> {
            Page<T> page = asked.page(rows);
            String next = page.next() == null ? null : asked.next(page.next());
            Response.ResponseBuilder reply =
                    Response.ok(list.apply(page.items(), next)).type(MediaType.APPLICATION_JSON_TYPE);
            return next == null ? reply : reply.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        });
    }

    private static <T> Response csv(Asked asked, String name, CsvTable<T> table, List<T> rows) {
        String file = name + "_" + asked.release.id() + ".csv";
        return CachedReplyResource.of(
                asked.headers,
                asked.content(),
                asked.release.publishedAt(),
                () -> Response.ok(MirrorTables.text(table, asked.file(rows)))
                        .type(MediaType.valueOf(CSV))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\""));
    }
}
