package org.tipstats.publish.release;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.http.CachedReply;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.http.TableFormat;
import org.tipstats.publish.read.CacheRules;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;

/**
 * Replies with a table of rows of one release. A JSON reply has one page; a CSV reply has all rows unless the request
 * has a limit or cursor. The reply has the tags of {@link CachedReply} and may be cached as long as {@link CacheRules}
 * permits.
 */
@Singleton
public class ReleasedRowsReply {

    private final PublishedReleases published;
    private final CacheRules permanence;
    private final CurrentActor actor;

    ReleasedRowsReply(PublishedReleases published, CacheRules permanence, CurrentActor actor) {
        this.published = published;
        this.permanence = permanence;
        this.actor = actor;
    }

    /** The parameters of all requests for rows, as sent. Each text may be null. */
    public record RowsParameters(
            @RestQuery String release,
            @RestQuery String format,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {}

    /**
     * The rows of one reply.
     *
     * @param next path and query of the next page, or null
     */
    public record Rows<T>(List<T> items, int total, String next) {}

    /** Makes the JSON body for a page of rows. The parameter {@code next} is null for the last page. */
    @FunctionalInterface
    public interface PageMaker<T> {
        Object make(String release, List<T> items, String next);
    }

    /**
     * Reads a request for rows. Throws a 400 if the format, limit or cursor is not valid, a 404 if the release does not
     * exist or the reader may not see it, and a 410 if it was withdrawn.
     */
    public RowsRequest asked(RowsParameters parameters) {
        TableFormat form = TableFormat.choose(parameters.format(), parameters.accept());
        ReleaseReference release = published.requested(parameters.release(), actor.get());
        PageRequest page = PageRequest.of(parameters.limit(), parameters.cursor());
        page.offset();
        CachePolicy policy = permanence.of(release, parameters.release(), null);
        return new RowsRequest(parameters, release, form, page, policy);
    }

    public record RowsRequest(
            RowsParameters parameters,
            ReleaseReference release,
            TableFormat form,
            PageRequest page,
            CachePolicy policy) {

        /**
         * Returns the reply. Computes the rows only if the client does not have the current reply.
         *
         * @param file the name for a CSV download, without extension
         */
        public <T> Response of(
                Supplier<List<T>> rows, String file, Function<List<T>, String> csv, Function<Rows<T>, ?> json) {
            CachedReply.CacheInfo kept = new CachedReply.CacheInfo(content(), release.publishedAt(), policy);
            Response answer = CachedReply.of(parameters.headers(), kept, () -> {
                List<T> all = rows.get();
                boolean whole = form == TableFormat.CSV && parameters.limit() == null && parameters.cursor() == null;
                Page<T> some = whole ? new Page<>(all, null) : Page.slice(all, page);
                String next = some.next() == null ? null : next(parameters.uri(), release.id(), some.next());
                Response.ResponseBuilder reply = form == TableFormat.CSV
                        ? table(file, csv.apply(some.items()))
                        : Response.ok(json.apply(new Rows<>(some.items(), all.size(), next)))
                                .type(MediaType.APPLICATION_JSON_TYPE);
                return linked(reply, next);
            });
            return withErrata(answer, release);
        }

        /**
         * Returns the reply: the rows as CSV, or one page of them as JSON.
         *
         * @param file the name for a CSV download, to which the id of the release is added
         */
        public <T> Response of(Supplier<List<T>> rows, String file, CsvTable<T> table, PageMaker<T> maker) {
            return of(
                    rows,
                    file + "_" + release.id(),
                    table::text,
                    page -> maker.make(release.id(), page.items(), page.next()));
        }

        /** Returns a text that differs if the replies differ. */
        private String content() {
            URI address = parameters.uri().getRequestUri();
            return String.join(
                    "|",
                    release.id(),
                    release.contentHash(),
                    form.name(),
                    address.getPath(),
                    "" + address.getRawQuery());
        }
    }

    private static Response.ResponseBuilder table(String file, String text) {
        return Response.ok(text)
                .type(MediaType.valueOf(TableFormat.CSV_TYPE))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + ".csv\"");
    }

    /**
     * Adds a link to the next page.
     *
     * @param next path and query, or null for the last page
     */
    public static Response.ResponseBuilder linked(Response.ResponseBuilder reply, String next) {
        return next == null ? reply : reply.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }

    /** Adds a link to the errata of a release, if it has errata. */
    public static Response withErrata(Response response, ReleaseReference release) {
        String link = errata(release);
        return link == null
                ? response
                : Response.fromResponse(response).header(HttpHeaders.LINK, link).build();
    }

    /** Returns the link to the errata of a release; null if it has none. */
    static String errata(ReleaseReference release) {
        return release.hasErrata()
                ? "</api/v1/releases/" + release.id() + ">; rel=\"describedby\"; title=\"errata\""
                : null;
    }

    /**
     * Returns path and query of the next page. The query names this release, so that pages stay consistent if another
     * release is published.
     */
    public static String next(UriInfo uri, String release, String cursor) {
        URI next = uri.getRequestUriBuilder()
                .replaceQueryParam("release", release)
                .replaceQueryParam("cursor", cursor)
                .build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }
}
