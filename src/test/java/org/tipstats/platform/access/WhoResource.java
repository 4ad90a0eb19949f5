package org.tipstats.platform.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.TreeSet;

/** Returns the actor of the request; only in tests. */
@Path("/api/v1/who")
class WhoResource {

    private final CurrentActor current;

    WhoResource(CurrentActor current) {
        this.current = current;
    }

    @GET
    public String who() {
        return current.get()
                .map(actor -> actor.id() + " " + actor.name() + " " + actor.roles() + " " + new TreeSet<>(actor.areas())
                        + " " + actor.reports("AUT") + " " + actor.reports("FRA"))
                .orElse("nobody");
    }
}
