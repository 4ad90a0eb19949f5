package org.tipstats.collect.receive;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tipstats.collect.mappings.MappingReply;
import org.tipstats.collect.receive.ReceiptReader.Receipt;
import org.tipstats.collect.receive.SubmissionMappings.SubmissionMappingView;
import org.tipstats.collect.receive.SubmissionService.SubmissionOutcome;
import org.tipstats.collect.reports.ReportFormats;
import org.tipstats.collect.reports.ReportFormats.ReportReply;
import org.tipstats.collect.reports.ReportRequest;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionFilter;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.collect.upload.Behalf;
import org.tipstats.collect.upload.Corrections;
import org.tipstats.collect.upload.FormParts;
import org.tipstats.collect.upload.MappingChoice;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.UploadFields;
import org.tipstats.collect.values.Impact.ImpactView;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.http.ParameterFilter.OpenParameters;
import org.tipstats.platform.job.JobResource;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.LongWork;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves submitted files. */
@Path("/api/v1/submissions")
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
class SubmissionResource {

    private final SchemaRegistry schemas;
    private final SubmissionService submissions;
    private final SubmissionReader reader;
    private final ReceiptReader receipts;
    private final SubmissionMappings mappings;
    private final ReportFormats forms;
    private final JobResource replies;
    private final ObjectMapper json;
    private final CurrentActor actor;

    SubmissionResource(
            SchemaRegistry schemas,
            SubmissionService submissions,
            SubmissionReader reader,
            ReceiptReader receipts,
            SubmissionMappings mappings,
            ReportFormats forms,
            JobResource replies,
            ObjectMapper json,
            CurrentActor actor) {
        this.schemas = schemas;
        this.submissions = submissions;
        this.reader = reader;
        this.receipts = receipts;
        this.mappings = mappings;
        this.forms = forms;
        this.replies = replies;
        this.json = json;
        this.actor = actor;
    }

    @POST
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
    @Consumes(UploadFields.MEDIA_TYPES)
    @OpenParameters(prefix = MappingChoice.PREFIX)
    public Response submit(
            @RestQuery String dataflow,
            @RestQuery String source,
            @RestQuery String mapping,
            @RestQuery String mode,
            @RestQuery("on-behalf") String onBehalf,
            @BeanParam LanguageParameters lang,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Prefer") String prefer,
            @Context UriInfo uri,
            InputStream body) {
        MappingChoice choice = MappingChoice.read(schemas, mapping, null, uri.getQueryParameters());
        String language = lang.chosen();
        UploadFields.requireSource(schemas, source, actor.get());
        String name = UploadFields.fileName(disposition);
        Behalf behalf = Behalf.read(schemas, onBehalf, null, null, null);
        Upload upload = upload(body, name, type, dataflow, mode, key, language);
        return receive(upload.mappedBy(choice).onBehalf(behalf), prefer);
    }

    @POST
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @OpenParameters(prefix = MappingChoice.PREFIX)
    public Response submitForm(
            @RestQuery String dataflow,
            @RestQuery String source,
            @RestQuery String mapping,
            @RestQuery String mode,
            @RestQuery("on-behalf") String onBehalf,
            @BeanParam LanguageParameters lang,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Prefer") String prefer,
            @Context UriInfo uri,
            @RestForm String corrections,
            @RestForm String message,
            @RestForm(FileUpload.ALL) List<FileUpload> files)
            throws IOException {
        FormParts<FileUpload> parts = new FormParts<>(files, FileUpload::name, FileUpload::uploadedFile);
        Corrections corrected = Corrections.read(parts.text("corrections", corrections));
        MappingChoice choice = MappingChoice.read(schemas, mapping, null, uri.getQueryParameters())
                .corrected(corrected);
        String language = lang.chosen();
        UploadFields.requireSource(schemas, source, actor.get());
        FileUpload sent = parts.optional("message").orElse(null);
        Behalf behalf = Behalf.read(
                schemas,
                onBehalf,
                sent == null ? message : null,
                sent == null ? null : sent.fileName(),
                sent == null ? null : sent.uploadedFile());
        FileUpload part = parts.file();
        try (InputStream body = Files.newInputStream(part.uploadedFile())) {
            Upload upload = upload(body, part.fileName(), part.contentType(), dataflow, mode, key, language);
            return receive(upload.mappedBy(choice).onBehalf(behalf), prefer);
        }
    }

    /** @param dataflow null if the file or its mapping names it */
    private Upload upload(
            InputStream body, String name, String type, String dataflow, String mode, String key, String language) {
        Dataflow flow = dataflow == null ? null : UploadFields.dataflow(schemas, dataflow);
        return new Upload(body, name, type, flow, UploadFields.mode(mode), key, language);
    }

    private Response receive(Upload upload, String prefer) {
        Actor by = actor.required();
        LongWork<ReceivedSubmissions> work = submissions.receiveForJob(
                upload,
                by,
                outcomes -> new ReceivedSubmissions(
                        status(outcomes), address(outcomes), viewOrProblem(outcomes, upload, by)),
                made -> JobAnswer.json(made.status(), made.address(), json, made.view()));
        return replies.reply(
                work,
                prefer,
                made -> Response.status(made.status())
                        .entity(made.view())
                        .type(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.LOCATION, made.address())
                        .build());
    }

    /** The answer to a file. */
    private record ReceivedSubmissions(int status, String address, Object view) {}

    private static int status(List<SubmissionOutcome> outcomes) {
        return outcomes.stream().anyMatch(SubmissionOutcome::created) ? 201 : 200;
    }

    private static String address(List<SubmissionOutcome> outcomes) {
        return "/api/v1/submissions/" + outcomes.get(0).id();
    }

    /**
     * The submissions that came from one file.
     *
     * @param items one for each dataflow, sorted by the dataflow's id
     */
    record FileSubmissions(List<SubmissionView> items) {}

    /**
     * Returns the submission, or a list if the request named no dataflow. If the file looks like records of persons,
     * throws a problem with its report. If a submission is not valid, throws a problem with the report of the first
     * such submission.
     */
    private Object viewOrProblem(List<SubmissionOutcome> outcomes, Upload upload, Actor by) {
        if (outcomes.get(0).caseLevel()) {
            throw new ProblemException(Problem.of(
                            ProblemType.CONTENT_INVALID,
                            "The file seems to list individual persons, so it was not kept. Send counts only.")
                    .with("report", outcomes.get(0).report()));
        }
        boolean listed = upload.dataflow() == null;
        outcomes.stream().filter(each -> !each.valid()).findFirst().ifPresent(invalid -> {
            Problem problem = Problem.of(
                            ProblemType.CONTENT_INVALID,
                            "The file has errors. It is kept with its report, but its figures are not used.")
                    .with("report", forms.tree(reader.find(invalid.id(), by), upload.language()))
                    .header(HttpHeaders.LOCATION, address(outcomes));
            throw new ProblemException(listed ? problem.with("items", views(outcomes, by)) : problem);
        });
        List<SubmissionView> views = views(outcomes, by);
        return listed ? new FileSubmissions(views) : views.get(0);
    }

    private List<SubmissionView> views(List<SubmissionOutcome> outcomes, Actor by) {
        return outcomes.stream().map(each -> reader.compared(each.id(), by)).toList();
    }

    @GET
    public Page<SubmissionView> list(
            @RestQuery String dataflow,
            @RestQuery String source,
            @RestQuery String area,
            @RestQuery String status,
            @RestQuery String limit,
            @RestQuery String cursor) {
        SubmissionFilter filter = SubmissionFilter.of(schemas, dataflow, source, area, status);
        return reader.list(filter, actor.required(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    public SubmissionView get(@RestPath String id) {
        return reader.compared(SubmissionIds.read(id), actor.required());
    }

    @GET
    @Path("/{id}/report")
    public Response report(
            @RestPath String id,
            @BeanParam LanguageParameters lang,
            @RestQuery String format,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        ReportRequest wanted = ReportRequest.read(format, accept, lang);
        Submission submission = reader.find(SubmissionIds.read(id), actor.required(), wanted.hasRows());
        ReportReply reply = forms.of(wanted, submission, cursor, reader.mayReadFile(submission, actor.required()));
        return Response.ok(reply).type(reply.mediaType()).build();
    }

    @GET
    @Path("/{id}/mapping")
    public Response mapping(@RestPath String id, @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        return mappings.of(SubmissionIds.read(id), actor.required())
                .map(used -> {
                    SubmissionMappingView view = SubmissionMappingView.from(used, schemas);
                    return MappingReply.of(accept, view, view.mapping());
                })
                .orElseThrow(() -> ProblemException.notFound("mapping"));
    }

    @GET
    @Path("/{id}/impact")
    public ImpactView impact(@RestPath String id, @RestQuery String limit, @RestQuery String cursor) {
        return ImpactView.from(
                reader.impact(SubmissionIds.read(id), actor.required()),
                PageRequest.of(limit, cursor),
                "/api/v1/submissions/" + id + "/impact");
    }

    @GET
    @Path("/{id}/receipt")
    public Receipt receipt(@RestPath String id) {
        return receipts.receipt(SubmissionIds.read(id), actor.required());
    }
}
