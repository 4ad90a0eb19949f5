package org.tipstats.platform.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.tipstats.platform.access.AccountRequest;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.IdempotencyKey;
import org.tipstats.platform.people.InvitationReply.InvitationView;

/** Lets administrators invite people who have no account yet. */
@Path("/api/v1/invitations")
@RolesAllowed(Roles.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
class InvitationResource {

    private final InvitationService invitations;
    private final InvitationReply reply;
    private final CurrentActor actor;

    InvitationResource(InvitationService invitations, InvitationReply reply, CurrentActor actor) {
        this.invitations = invitations;
        this.reply = reply;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = InvitationView.class, responseCode = "201")
    public RestResponse<InvitationView> invite(
            AccountRequest request, @RestHeader(IdempotencyKey.HEADER) String key, @Context UriInfo uri) {
        return reply.of(invitations.invite(actor.required(), request, key), uri);
    }
}
