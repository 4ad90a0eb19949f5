package org.tipstats.coverage;

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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.access.CurrentActor;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.ReleaseReader;
import org.tipstats.release.ReleaseReference;
import org.tipstats.web.CachedReplyResource;
import org.tipstats.web.Page;
import org.tipstats.web.PageRequest;
import org.tipstats.web.TableForm;

/** The coverage board of a release: area by year by dataflow, regions, and figures reported twice. */
@Path("/api/v1/coverage")
@PermitAll
class CoverageResource {

    private static final String CSV = "text/csv;charset=utf-8;header=present";

    private final CoverageService coverage;
    private final PublishedReleases published;
    private final CurrentActor actor;

    CoverageResource(CoverageService coverage, PublishedReleases published, CurrentActor actor) {
        this.coverage = coverage;
        this.published = published;
        this.actor = actor;
    }

    @GET
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CoverageReplies.AreaBoard.class)))
    public Response areas(
            @RestQuery String release,
            @RestQuery String dataflow,
            @RestQuery("REF_AREA") String area,
            @RestQuery("TIME_PERIOD") String year,
            @RestQuery String format,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        CoverageQuery query = coverage.parse(dataflow, area, year);
        Asked asked = asked(release, TableForm.choose(format, accept), limit, cursor, uri, headers);
        List<AreaCoverage> rows = coverage.areas(asked.release, query);
        return asked.isCsv()
                ? csv(asked, "coverage", () -> CoverageTables.text(CoverageTables.AREAS, asked.file(rows)))
                : json(
                        asked,
                        asked.page(rows),
                        (items, next) -> new CoverageReplies.AreaBoard(asked.release.id(), items, next));
    }

    @GET
    @Path("/regions")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CoverageReplies.RegionBoard.class)))
    public Response regions(
            @RestQuery String release,
            @RestQuery String dataflow,
            @RestQuery("REF_AREA") String area,
            @RestQuery("TIME_PERIOD") String year,
            @RestQuery String format,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        CoverageQuery query = coverage.parse(dataflow, area, year);
        Asked asked = asked(release, TableForm.choose(format, accept), limit, cursor, uri, headers);
        List<RegionCoverage> rows = coverage.regions(asked.release, query);
        return asked.isCsv()
                ? csv(asked, "coverage-regions", () -> CoverageTables.text(CoverageTables.REGIONS, asked.file(rows)))
                : json(
                        asked,
                        asked.page(rows),
                        (items, next) -> new CoverageReplies.RegionBoard(asked.release.id(), items, next));
    }

    @GET
    @Path("/overlaps")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CoverageReplies.OverlapList.class)))
    public Response overlaps(
            @RestQuery String release,
            @RestQuery String dataflow,
            @RestQuery("REF_AREA") String area,
            @RestQuery("TIME_PERIOD") String year,
            @RestQuery String format,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        CoverageQuery query = coverage.parse(dataflow, area, year);
        Asked asked = asked(release, TableForm.choose(format, accept), limit, cursor, uri, headers);
        List<Overlap> rows = coverage.overlaps(asked.release, query);
        return asked.isCsv()
                ? csv(asked, "coverage-overlaps", () -> CoverageTables.text(CoverageTables.OVERLAPS, asked.file(rows)))
                : json(
                        asked,
                        asked.page(rows),
                        (items, next) -> new CoverageReplies.OverlapList(asked.release.id(), items, next));
    }

    /** A request once it is read. */
    private record Asked(
            ReleaseReference release, TableForm form, String limit, String cursor, UriInfo uri, HttpHeaders headers) {

        boolean isCsv() {
            return form == TableForm.CSV;
        }

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

    private static <T> Response json(Asked asked, Page<T> page, BiFunction<List<T>, String, Object> board) {
        return CachedReplyResource.of(asked.headers, asked.content(), asked.release.publishedAt(), () -> {
            String next = page.next() == null ? null : asked.next(page.next());
            Response.ResponseBuilder whole =
                    Response.ok(board.apply(page.items(), next)).type(MediaType.APPLICATION_JSON_TYPE);
            return next == null ? whole : whole.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        });
    }

    private static Response csv(Asked asked, String name, Supplier<String> text) {
        String file = name + "_" + asked.release.id() + ".csv";
        return CachedReplyResource.of(
                asked.headers,
                asked.content(),
                asked.release.publishedAt(),
                () -> Response.ok(text.get())
                        .type(MediaType.valueOf(CSV))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\""));
    }
}
