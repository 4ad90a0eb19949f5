package org.tipstats.submission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tipstats.access.Actor;
import org.tipstats.access.CurrentActor;
import org.tipstats.access.Roles;
import org.tipstats.problem.Problem;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.schema.LocalText;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.web.Languages;
import org.tipstats.web.Page;
import org.tipstats.web.PageRequest;

/** Files that are sent in. */
@Path("/api/v1/submissions")
class SubmissionResource {

    private final SchemaRegistry schemas;
    private final SubmissionService submissions;
    private final SubmissionReader reader;
    private final ReportForms forms;
    private final CurrentActor actor;

    SubmissionResource(
            SchemaRegistry schemas,
            SubmissionService submissions,
            SubmissionReader reader,
            ReportForms forms,
            CurrentActor actor) {
        this.schemas = schemas;
        this.submissions = submissions;
        this.reader = reader;
        this.forms = forms;
        this.actor = actor;
    }

    @POST
    @RolesAllowed({Roles.SUBMITTER, Roles.ADMINISTRATOR})
    @Consumes({
        "text/csv",
        "application/csv",
        "text/tab-separated-values",
        "application/vnd.sdmx.data+csv",
        "application/vnd.ms-excel",
        UploadFields.XLSX
    })
    public Response submit(
            @RestQuery String dataflow,
            @RestQuery String mode,
            @RestQuery String lang,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            InputStream body) {
        String language = Languages.choose(lang, languages, LocalText.LANGUAGES);
        return receive(body, UploadFields.fileName(disposition), type, dataflow, mode, key, language);
    }

    @POST
    @RolesAllowed({Roles.SUBMITTER, Roles.ADMINISTRATOR})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response submitForm(
            @RestQuery String dataflow,
            @RestQuery String mode,
            @RestQuery String lang,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @RestForm("file") List<FileUpload> files)
            throws IOException {
        String language = Languages.choose(lang, languages, LocalText.LANGUAGES);
        FileUpload part = UploadParts.required(files);
        try (InputStream body = Files.newInputStream(part.uploadedFile())) {
            return receive(body, part.fileName(), part.contentType(), dataflow, mode, key, language);
        }
    }

    private Response receive(
            InputStream body, String name, String type, String dataflowId, String mode, String key, String language) {
        Actor by = actor.required();
        Upload upload = new Upload(
                body, name, type, UploadFields.dataflow(schemas, dataflowId), UploadFields.mode(mode), key, language);
        return answer(submissions.receive(upload, by), by, language);
    }

    private Response answer(Reception reception, Actor by, String language) {
        if (reception.caseLevel()) {
            throw new ProblemException(Problem.of(
                            ProblemType.CONTENT_INVALID,
                            "The file looks like records of persons, so it was not kept. Send counts only.")
                    .with("report", reception.report()));
        }
        String address = "/api/v1/submissions/" + reception.id();
        if (!reception.valid()) {
            throw new ProblemException(Problem.of(
                            ProblemType.CONTENT_INVALID,
                            "The file has errors; it is kept with its report, and none of its figures count.")
                    .with("report", forms.tree(reader.find(reception.id(), by), language))
                    .header(HttpHeaders.LOCATION, address));
        }
        return Response.status(reception.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(reader.get(reception.id(), by))
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    @GET
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
    public Page<SubmissionView> list(
            @RestQuery String dataflow,
            @RestQuery String area,
            @RestQuery String status,
            @RestQuery String limit,
            @RestQuery String cursor) {
        SubmissionFilter filter = SubmissionFilter.of(schemas, dataflow, area, status);
        return reader.list(filter, actor.required(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
    public SubmissionView get(@RestPath String id) {
        return reader.get(SubmissionIds.read(id), actor.required());
    }

    @GET
    @Path("/{id}/report")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
    public Response report(
            @RestPath String id,
            @RestQuery String lang,
            @RestQuery String format,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        Submission submission = reader.find(SubmissionIds.read(id), actor.required());
        ReportReply reply = forms.of(ReportWish.read(format, lang, accept, languages), submission, cursor);
        return Response.ok(reply).type(reply.mediaType()).build();
    }

    @GET
    @Path("/{id}/file")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
    public Response file(@RestPath String id) {
        StoredFile file = reader.file(SubmissionIds.read(id), actor.required());
        return Response.ok((StreamingOutput) out -> file.content().transferTo(out))
                .type("application/octet-stream")
                .header(HttpHeaders.CONTENT_DISPOSITION, UploadFields.disposition(file.name()))
                .build();
    }

    @GET
    @Path("/{id}/impact")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
    public ImpactView impact(@RestPath String id, @RestQuery String limit, @RestQuery String cursor) {
        return ImpactView.from(
                reader.impact(SubmissionIds.read(id), actor.required()),
                PageRequest.of(limit, cursor),
                "/api/v1/submissions/" + id + "/impact");
    }

    @GET
    @Path("/{id}/receipt")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
    public Receipt receipt(@RestPath String id) {
        return reader.receipt(SubmissionIds.read(id), actor.required());
    }
}
