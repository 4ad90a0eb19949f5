package org.tipstats.site.chapter;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.tipstats.platform.http.EntityTags;

/** Replies with a PDF file. */
public final class PdfReply {

    private PdfReply() {}

    /**
     * Makes the reply: the file, or status 304 if the browser already has the same file.
     *
     * @param name the name of the file without its ending
     */
    public static Response of(byte[] file, String name, Request request) {
        // The tag is a hash of the file itself, because another program version or service URL gives a different file.
        EntityTag tag = new EntityTag(EntityTags.of(file));
        Response.ResponseBuilder kept = request.evaluatePreconditions(tag);
        if (kept != null) {
            return kept.header("Cache-Control", "no-cache").build();
        }
        return Response.ok(file)
                .tag(tag)
                .header("Cache-Control", "no-cache")
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .build();
    }
}
