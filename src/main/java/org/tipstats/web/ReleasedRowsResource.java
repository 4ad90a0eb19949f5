package org.tipstats.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Replies that are a table of rows of one release: JSON in pages, CSV whole unless a limit is given, with the tags of {@link
 * CachedReplyResource}. It has no path of its own.
 */
public final class ReleasedRowsResource {

    private static final String CSV = "text/csv;charset=utf-8;header=present";

    /**
     * The release that rows are of.
     *
     * @param publishedAt null for a draft, whose replies are never kept
     */
    public record Release(String id, String contentHash, Instant publishedAt) {}

    /**
     * Rows of one reply.
     *
     * @param total of how many
     * @param next path and query of the next page, or null
     */
    public record Rows<T>(List<T> items, int total, String next) {}

    private final Release release;
    private final TableForm form;
    private final PageRequest page;
    private final boolean whole;
    private final UriInfo uri;
    private final HttpHeaders headers;

    /** What was asked for; 400 for a limit or a cursor that is none. @param limit null for none @param cursor the same */
    public ReleasedRowsResource(
            Release release, TableForm form, String limit, String cursor, UriInfo uri, HttpHeaders headers) {
        this.release = release;
        this.form = form;
        this.page = PageRequest.of(limit, cursor);
        page.offset();
        this.whole = form == TableForm.CSV && limit == null && cursor == null;
        this.uri = uri;
        this.headers = headers;
    }

    /**
     * The reply; rows are asked for only where the client hasn't them already.
     *
     * @param file by which a client keeps the CSV, without its ending
     */
    public <T> Response of(
            Supplier<List<T>> rows, String file, Function<List<T>, String> csv, Function<Rows<T>, ?> json) {
        return CachedReplyResource.of(headers, content(), release.publishedAt(), () -> {
            List<T> all = rows.get();
            Page<T> some = whole ? new Page<>(all, null) : Page.slice(all, page);
            String next = some.next() == null ? null : next(some.next());
            Response.ResponseBuilder reply = form == TableForm.CSV
                    ? csv(file, csv.apply(some.items()))
                    : Response.ok(json.apply(new Rows<>(some.items(), all.size(), next)))
                            .type(MediaType.APPLICATION_JSON_TYPE);
            return next == null ? reply : reply.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        });
    }

    private static Response.ResponseBuilder csv(String file, String text) {
        return Response.ok(text)
                .type(MediaType.valueOf(CSV))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + ".csv\"");
    }

    /** Equal for equal replies. */
    private String content() {
        URI address = uri.getRequestUri();
        return String.join(
                "|", release.id(), release.contentHash(), form.name(), address.getPath(), "" + address.getRawQuery());
    }

    private String next(String cursor) {
        return next(uri, release.id(), cursor);
    }

    /** The next page of this very release: what follows page one must not change when another is published. */
    public static String next(UriInfo uri, String release, String cursor) {
        URI next = uri.getRequestUriBuilder()
                .replaceQueryParam("release", release)
                .replaceQueryParam("cursor", cursor)
                .build();
        return next.getRawPath() + "?" + next.getRawQuery();
    }
}
