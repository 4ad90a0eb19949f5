package org.tipstats.disseminate.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.http.CachedReply;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.vocabulary.names.Bundle;

/** Serves the calendar as an iCalendar file, to which calendar programs can subscribe. */
@Path("/api/v1/calendar.ics")
@PermitAll
class CalendarFileResource {

    private final CalendarService calendar;
    private final CatalogueConfig config;

    CalendarFileResource(CalendarService calendar, CatalogueConfig config) {
        this.calendar = calendar;
        this.config = config;
    }

    @GET
    @Produces("text/calendar")
    public Response get(@BeanParam LanguageParameters lang, @Context UriInfo uri, @Context HttpHeaders headers) {
        String language = lang.chosen();
        String name = Bundle.of(CalendarFileResource.class, "calendar", language)
                .text("name", Map.of("publisher", config.publisher()));
        String text =
                new ICalendar(name, config.base(uri.getBaseUri()), language).write(calendar.list(Optional.empty()));
        CachedReply.CacheInfo kept = new CachedReply.CacheInfo(text, null, CachePolicy.ASK_AGAIN);
        return CachedReply.of(headers, kept, () -> Response.ok(text, "text/calendar;charset=utf-8"));
    }
}
