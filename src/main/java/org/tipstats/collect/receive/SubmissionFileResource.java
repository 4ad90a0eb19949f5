package org.tipstats.collect.receive;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.collect.upload.UploadFields.StoredFile;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;

/** Serves received files, the rows that mappings made of them, and the messages that came with them. */
@Path("/api/v1/submissions")
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
class SubmissionFileResource {

    private final SubmissionReader reader;
    private final CurrentActor actor;

    SubmissionFileResource(SubmissionReader reader, CurrentActor actor) {
        this.reader = reader;
        this.actor = actor;
    }

    @GET
    @Path("/{id}/file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response file(@RestPath String id) {
        return download(reader.file(SubmissionIds.read(id), actor.required()));
    }

    @GET
    @Path("/{id}/mapped")
    public Response mapped(@RestPath String id) {
        return download(reader.mapped(SubmissionIds.read(id), actor.required()));
    }

    @GET
    @Path("/{id}/message")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response message(@RestPath String id) {
        return download(reader.message(SubmissionIds.read(id), actor.required()));
    }

    private static Response download(StoredFile file) {
        return Response.ok((StreamingOutput) out -> file.content().transferTo(out))
                .type(file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.disposition())
                .build();
    }
}
