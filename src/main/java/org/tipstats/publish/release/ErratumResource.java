package org.tipstats.publish.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.publish.notice.ErratumService;
import org.tipstats.publish.notice.ErratumService.ErratumRequest;

/** Publishes errata to releases. */
@Path("/api/v1/releases/{id}/erratum")
@Produces(MediaType.APPLICATION_JSON)
class ErratumResource {

    private final ErratumService errata;
    private final ReleaseReader releases;
    private final CurrentActor actor;

    ErratumResource(ErratumService errata, ReleaseReader releases, CurrentActor actor) {
        this.errata = errata;
        this.releases = releases;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PUBLISHER)
    public ReleaseView publish(@RestPath String id, ErratumRequest request) {
        Actor by = actor.required();
        errata.publish(id, request, by);
        return releases.get(id, Optional.of(by));
    }
}
