package org.tipstats.platform.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tipstats.platform.access.AccountRequest.ContactRequest;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;

/**
 * Serves people their own accounts. People can change their own contact, but not their rights: administrators manage
 * these.
 */
@Path("/api/v1/account")
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
@Produces(MediaType.APPLICATION_JSON)
class OwnAccountResource {

    private final AccountService accounts;
    private final InvitationService invitations;
    private final CurrentActor actor;

    OwnAccountResource(AccountService accounts, InvitationService invitations, CurrentActor actor) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.actor = actor;
    }

    @GET
    public AccountView find() {
        return accounts.find(actor.required().id());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public AccountView reach(ContactRequest request) {
        Actor own = actor.required();
        invitations.reach(own, own.id(), request);
        return accounts.find(own.id());
    }
}
