package org.tipstats.collect.reports;

import static org.tipstats.collect.reports.ValidationService.progress;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tipstats.collect.mappings.MappingReadings;
import org.tipstats.collect.reports.ReportFormats.ReportReply;
import org.tipstats.collect.upload.Corrections;
import org.tipstats.collect.upload.FormParts;
import org.tipstats.collect.upload.MappingChoice;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.UploadFields;
import org.tipstats.collect.upload.UploadReceiver;
import org.tipstats.collect.upload.UploadReceiver.ReceivedFile;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.platform.http.ParameterFilter.OpenParameters;
import org.tipstats.platform.job.JobResource;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.LongWork;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Validates files without a submission. Everyone may use it. Only the results of jobs are stored: by default for an
 * hour if an account started the job, otherwise for ten minutes.
 */
@Path("/api/v1/validations")
@PermitAll
class ValidationResource {

    private final SchemaRegistry schemas;
    private final UploadReceiver receiver;
    private final ValidationService validations;
    private final ReportFormats forms;
    private final JobResource replies;
    private final MappingReadings readings;
    private final CurrentActor actor;

    ValidationResource(
            SchemaRegistry schemas,
            UploadReceiver receiver,
            ValidationService validations,
            ReportFormats forms,
            JobResource replies,
            MappingReadings readings,
            CurrentActor actor) {
        this.schemas = schemas;
        this.receiver = receiver;
        this.validations = validations;
        this.forms = forms;
        this.replies = replies;
        this.readings = readings;
        this.actor = actor;
    }

    @POST
    @Consumes(UploadFields.MEDIA_TYPES)
    @OpenParameters(prefix = MappingChoice.PREFIX)
    public Response validate(
            @RestQuery String dataflow,
            @RestQuery String source,
            @RestQuery String mapping,
            @RestQuery String mode,
            @BeanParam LanguageParameters lang,
            @RestQuery String format,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam("Prefer") String prefer,
            @Context UriInfo uri,
            InputStream body) {
        MappingChoice choice = MappingChoice.read(schemas, mapping, null, uri.getQueryParameters());
        ReportRequest requested = ReportRequest.read(format, accept, lang);
        UploadFields.requireSource(schemas, source, actor.get());
        String name = UploadFields.fileName(disposition);
        return report(upload(body, name, type, dataflow, mode, requested).mappedBy(choice), requested, prefer);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @OpenParameters(prefix = MappingChoice.PREFIX)
    public Response validateForm(
            @RestQuery String dataflow,
            @RestQuery String source,
            @RestQuery("mapping") String reference,
            @RestQuery String mode,
            @BeanParam LanguageParameters lang,
            @RestQuery String format,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam("Prefer") String prefer,
            @Context UriInfo uri,
            @RestForm String mapping,
            @RestForm String corrections,
            @RestForm(FileUpload.ALL) List<FileUpload> files)
            throws IOException {
        FormParts<FileUpload> parts = new FormParts<>(files, FileUpload::name, FileUpload::uploadedFile);
        ReportRequest requested = ReportRequest.read(format, accept, lang);
        UploadFields.requireSource(schemas, source, actor.get());
        FileUpload part = parts.file();
        Mapping sent = readings.sent(parts.text("mapping", mapping));
        MappingChoice choice = MappingChoice.read(schemas, reference, sent, uri.getQueryParameters())
                .corrected(Corrections.read(parts.text("corrections", corrections)));
        try (InputStream body = Files.newInputStream(part.uploadedFile())) {
            Upload upload = upload(body, part.fileName(), part.contentType(), dataflow, mode, requested);
            return report(upload.mappedBy(choice), requested, prefer);
        }
    }

    private Upload upload(
            InputStream body, String name, String type, String flow, String mode, ReportRequest requested) {
        Dataflow dataflow = UploadFields.dataflow(schemas, flow);
        return new Upload(body, name, type, dataflow, UploadFields.mode(mode), null, requested.language());
    }

    private Response report(Upload upload, ReportRequest requested, String prefer) {
        Optional<Actor> by = actor.get();
        ReceivedFile file = receiver.receive(upload, by);
        LongWork<ReportReply> work = new LongWork<>(
                "validation",
                null,
                by,
                watch -> forms.of(requested, validations.validate(file, upload, by, progress(watch)), file),
                ValidationResource::answer,
                file::close);
        return replies.reply(
                work,
                prefer,
                reply -> Response.ok(reply).type(reply.mediaType()).build());
    }

    private static JobAnswer answer(ReportReply reply) {
        return new JobAnswer(200, null, reply.mediaType(), reply.request().language(), reply.fileName(), out -> {
            try {
                reply.body().accept(out);
            } finally {
                reply.end().close();
            }
        });
    }
}
