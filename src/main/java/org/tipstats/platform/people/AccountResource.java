package org.tipstats.platform.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.tipstats.platform.access.AccountRequest;
import org.tipstats.platform.access.AccountRequest.AccountFilter;
import org.tipstats.platform.access.AccountRequest.ContactRequest;
import org.tipstats.platform.access.AccountRequest.RightsRequest;
import org.tipstats.platform.access.AccountRequest.TokenRequest;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.access.AccountView.IssuedToken;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.access.GrantService;
import org.tipstats.platform.access.TokenService;
import org.tipstats.platform.http.IdempotencyKey;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.people.InvitationReply.InvitationView;

/** Serves accounts and their tokens to administrators. */
@Path(AccountResource.PATH)
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Accounts")
class AccountResource {

    static final String PATH = "/api/v1/accounts";

    private final AccountService accounts;
    private final GrantService grants;
    private final TokenService tokens;
    private final InvitationService invitations;
    private final InvitationReply invited;
    private final CurrentActor actor;

    AccountResource(
            AccountService accounts,
            GrantService grants,
            TokenService tokens,
            InvitationService invitations,
            InvitationReply invited,
            CurrentActor actor) {
        this.accounts = accounts;
        this.grants = grants;
        this.tokens = tokens;
        this.invitations = invitations;
        this.invited = invited;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create an account and show its first token, once only")
    @APIResponseSchema(value = CreatedAccount.class, responseCode = "201")
    public RestResponse<CreatedAccount> create(AccountRequest request, @RestHeader(IdempotencyKey.HEADER) String key) {
        CreatedAccount account = accounts.create(actor.required(), request, key);
        return RestResponse.ResponseBuilder.<CreatedAccount>created(URI.create(PATH + "/" + account.id()))
                .entity(account)
                .build();
    }

    @GET
    @Operation(summary = "List the accounts by name, with their tokens but without secrets")
    public Page<AccountView> list(
            @RestQuery String name,
            @RestQuery String role,
            @RestQuery String area,
            @RestQuery String state,
            @RestQuery String limit,
            @RestQuery String cursor) {
        return accounts.list(AccountFilter.of(name, role, area, state), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show an account with its tokens, without secrets")
    public AccountView find(@RestPath UUID id) {
        return accounts.find(id);
    }

    @PUT
    @Path("/{id}/rights")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the roles and areas of an account")
    public AccountView allow(@RestPath UUID id, RightsRequest request) {
        return accounts.allow(actor.required(), id, request);
    }

    @PUT
    @Path("/{id}/contact")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change how the person of an account is reached")
    public AccountView reach(@RestPath UUID id, ContactRequest request) {
        invitations.reach(actor.required(), id, request);
        return accounts.find(id);
    }

    @POST
    @Path("/{id}/grants/{grantId}/confirmation")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Confirm a role that another administrator granted")
    public AccountView confirmGrant(@RestPath UUID id, @RestPath UUID grantId) {
        grants.confirm(actor.required(), id, grantId);
        return accounts.find(id);
    }

    @DELETE
    @Path("/{id}/grants/{grantId}")
    @Operation(summary = "Refuse a role that waits for its confirmation")
    public void refuseGrant(@RestPath UUID id, @RestPath UUID grantId) {
        grants.refuse(actor.required(), id, grantId);
    }

    @POST
    @Path("/{id}/invitation")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Invite the person of an account")
    @APIResponseSchema(value = InvitationView.class, responseCode = "201")
    public RestResponse<InvitationView> invite(@RestPath UUID id, @Context UriInfo uri) {
        return invited.of(invitations.inviteAgain(actor.required(), id), uri);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Close an account; its tokens end at once")
    public void close(@RestPath UUID id) {
        accounts.close(actor.required(), id);
    }

    @POST
    @Path("/{id}/tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Issue another token and show it, once only")
    @APIResponseSchema(value = IssuedToken.class, responseCode = "201")
    public RestResponse<IssuedToken> issueToken(
            @RestPath UUID id, TokenRequest request, @RestHeader(IdempotencyKey.HEADER) String key) {
        IssuedToken token = tokens.issue(actor.required(), id, request, key);
        return RestResponse.ResponseBuilder.<IssuedToken>created(URI.create(PATH + "/" + id + "/tokens/" + token.id()))
                .entity(token)
                .build();
    }

    @POST
    @Path("/{id}/tokens/{tokenId}/confirmation")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Confirm a token that another administrator gave")
    public AccountView confirmToken(@RestPath UUID id, @RestPath UUID tokenId) {
        tokens.confirm(actor.required(), id, tokenId);
        return accounts.find(id);
    }

    @POST
    @Path("/{id}/link/confirmation")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Confirm the person who signs in with the organisation's provider")
    public AccountView confirmLink(@RestPath UUID id) {
        tokens.confirmLink(actor.required(), id);
        return accounts.find(id);
    }

    @DELETE
    @Path("/{id}/tokens/{tokenId}")
    @Operation(summary = "Revoke a token")
    public void revokeToken(@RestPath UUID id, @RestPath UUID tokenId) {
        tokens.revoke(actor.required(), id, tokenId);
    }
}
