package org.tipstats.platform.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;

/** Shows administrators the messages and their recipients, including messages that were refused. */
@Path("/api/v1/mail")
@RolesAllowed(Roles.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
class MailResource {

    private final MailDeliveryService messages;
    private final CurrentActor actor;

    MailResource(MailDeliveryService messages, CurrentActor actor) {
        this.messages = messages;
        this.actor = actor;
    }

    @GET
    public Page<MailRecord> list(@RestQuery String state, @RestQuery String limit, @RestQuery String cursor) {
        return messages.list(MailFilter.of(state), PageRequest.of(limit, cursor));
    }

    @POST
    @Path("/{id}/repetition")
    public MailRecord repeat(@RestPath UUID id) {
        return messages.repeat(id, actor.required());
    }
}
