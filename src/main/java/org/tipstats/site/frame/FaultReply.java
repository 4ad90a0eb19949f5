package org.tipstats.site.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;

/** The reply to a form with faults: the same form with messages, status 422. */
public final class FaultReply {

    private static final int UNPROCESSABLE = 422;

    private FaultReply() {}

    public static Response.ResponseBuilder of(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page);
    }
}
