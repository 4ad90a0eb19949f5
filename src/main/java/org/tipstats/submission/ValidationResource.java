package org.tipstats.submission;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tipstats.access.CurrentActor;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.validation.Validation;

/** Validation without submission: open to everyone, stores nothing. */
@Path("/api/v1/validations")
@PermitAll
class ValidationResource {

    private final SchemaRegistry schemas;
    private final UploadReceiver receiver;
    private final ValidationService validations;
    private final ReportForms forms;
    private final CurrentActor actor;

    ValidationResource(
            SchemaRegistry schemas,
            UploadReceiver receiver,
            ValidationService validations,
            ReportForms forms,
            CurrentActor actor) {
        this.schemas = schemas;
        this.receiver = receiver;
        this.validations = validations;
        this.forms = forms;
        this.actor = actor;
    }

    @POST
    @Consumes({
        "text/csv",
        "application/csv",
        "text/tab-separated-values",
        "application/vnd.sdmx.data+csv",
        "application/vnd.ms-excel",
        UploadFields.XLSX
    })
    public Response validate(
            @RestQuery String dataflow,
            @RestQuery String mode,
            @RestQuery String lang,
            @RestQuery String format,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            InputStream body) {
        ReportWish wish = ReportWish.read(format, lang, accept, languages);
        return report(body, UploadFields.fileName(disposition), type, dataflow, mode, wish);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response validateForm(
            @RestQuery String dataflow,
            @RestQuery String mode,
            @RestQuery String lang,
            @RestQuery String format,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @RestForm("file") List<FileUpload> files)
            throws IOException {
        ReportWish wish = ReportWish.read(format, lang, accept, languages);
        FileUpload part = UploadParts.required(files);
        try (InputStream body = Files.newInputStream(part.uploadedFile())) {
            return report(body, part.fileName(), part.contentType(), dataflow, mode, wish);
        }
    }

    private Response report(
            InputStream body, String name, String type, String dataflowId, String mode, ReportWish wish) {
        Dataflow dataflow = UploadFields.dataflow(schemas, dataflowId);
        Mode wanted = UploadFields.mode(mode);
        return receiver.with(body, name, type, file -> report(file, dataflow, wanted, wish));
    }

    private Response report(ReceivedFile file, Dataflow dataflow, Mode mode, ReportWish wish) {
        try (Validation validation = validations.validate(file, dataflow, mode, actor.get())) {
            ReportReply reply = forms.of(wish, validation, file);
            return Response.ok(reply).type(reply.mediaType()).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
