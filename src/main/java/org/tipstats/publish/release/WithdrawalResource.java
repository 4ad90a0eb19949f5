package org.tipstats.publish.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.publish.release.WithdrawalService.WithdrawalRequest;

/** Requests, cancels and confirms the withdrawal of a release. */
@Path("/api/v1/releases/{id}/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PUBLISHER)
class WithdrawalResource {

    private final WithdrawalService withdrawals;
    private final ReleaseReader reader;
    private final CurrentActor actor;

    WithdrawalResource(WithdrawalService withdrawals, ReleaseReader reader, CurrentActor actor) {
        this.withdrawals = withdrawals;
        this.reader = reader;
        this.actor = actor;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ReleaseView request(@RestPath String id, WithdrawalRequest request) {
        Actor by = actor.required();
        withdrawals.request(id, request, by);
        return reader.get(id, Optional.of(by));
    }

    @DELETE
    @ResponseStatus(204)
    public void cancel(@RestPath String id) {
        withdrawals.cancel(id, actor.required());
    }

    @POST
    @Path("/confirmation")
    public ReleaseView confirm(@RestPath String id) {
        Actor by = actor.required();
        withdrawals.confirm(id, null, by);
        return reader.get(id, Optional.of(by));
    }
}
