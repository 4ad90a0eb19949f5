package org.tipstats.disseminate.calendar;

import io.quarkus.vertx.http.Uncompressed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.disseminate.calendar.CalendarService.AnnouncementRequest;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.http.RevalidationFilter.Revalidated;

/** Serves the calendar as JSON, and takes the dates that publishers announce. */
@Path("/api/v1/calendar")
@Produces(MediaType.APPLICATION_JSON)
class CalendarResource {

    private final CalendarService calendar;
    private final CurrentActor actor;

    CalendarResource(CalendarService calendar, CurrentActor actor) {
        this.calendar = calendar;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Revalidated
    @Uncompressed
    public Page<CalendarEntry> list(@RestQuery String limit, @RestQuery String cursor) {
        return Page.slice(calendar.list(actor.get()), PageRequest.of(limit, cursor));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PUBLISHER)
    @APIResponseSchema(value = CalendarEntry.class, responseCode = "201")
    public Response announce(AnnouncementRequest request) {
        CalendarEntry made = calendar.announce(request, actor.required());
        return Response.created(URI.create("/api/v1/calendar/" + made.id()))
                .entity(made)
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PUBLISHER)
    public CalendarEntry change(@RestPath String id, AnnouncementRequest request) {
        return calendar.change(id, request, actor.required());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.PUBLISHER)
    @ResponseStatus(204)
    public void remove(@RestPath String id) {
        calendar.remove(id, actor.required());
    }
}
