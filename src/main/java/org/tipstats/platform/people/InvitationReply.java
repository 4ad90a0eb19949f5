package org.tipstats.platform.people;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.tipstats.platform.people.InvitationService.Invited;

/** Makes the reply to an invitation. It contains the link, unless the link goes by mail. */
@Singleton
class InvitationReply {

    private final Optional<URI> address;

    /** @param address the public address of the service */
    InvitationReply(@ConfigProperty(name = "tipstats.catalogue.address") Optional<URI> address) {
        this.address = address;
    }

    /**
     * An invitation.
     *
     * @param account the id of the account
     * @param link the link that opens the invitation; it is shown only once. Null if the service sends the link by mail
     */
    record InvitationView(UUID account, Instant expiresAt, String link) {}

    RestResponse<InvitationView> of(Invited made, UriInfo uri) {
        String base = address.orElse(uri.getBaseUri()).toString().replaceFirst("/+$", "");
        String link = made.path() == null ? null : base + "/en" + made.path();
        return RestResponse.ResponseBuilder.<InvitationView>created(
                        URI.create(AccountResource.PATH + "/" + made.account()))
                .entity(new InvitationView(made.account(), made.expiresAt(), link))
                .build();
    }
}
