package org.tipstats.site.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.tipstats.platform.job.JobView;

/** The replies of pages with forms and jobs. */
public final class PageReply {

    private static final int UNPROCESSABLE = 422;

    private PageReply() {}

    /** Leads the browser to another page (303). */
    public static Response next(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    /** Shows a form again, with the messages about its faults (422). */
    public static Response again(TemplateInstance page) {
        return Response.status(UNPROCESSABLE)
                .entity(page)
                .type(MediaType.TEXT_HTML)
                .build();
    }

    /** Shows a page about a job. While the job runs, the browser asks for the page again after the given seconds. */
    public static Response of(TemplateInstance page, JobView job, int seconds) {
        Response.ResponseBuilder reply = Response.ok(page);
        return (job != null && Formats.isRunning(job) ? reply.header("Refresh", seconds) : reply).build();
    }

    /** Shows a page (200). If there are faults, shows the form again (422). */
    public static Response of(TemplateInstance page, List<Fault> faults) {
        return faults.isEmpty() ? Response.ok(page).build() : again(page);
    }
}
