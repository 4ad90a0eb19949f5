package org.tipstats.collect.mappings;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tipstats.collect.mappings.GuessService.GuessInput;
import org.tipstats.collect.upload.FormParts;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.collect.upload.UploadFields;
import org.tipstats.collect.upload.UploadReceiver;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.meaning.MappedObservation;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Guesses the meaning of a table in its own layout, for everyone. Stores nothing. */
@Path("/api/v1/mappings/guess")
@PermitAll
class GuessResource {

    private static final String FILE_TYPES =
            UploadFields.MEDIA_TYPES + ", application/json, text/plain, application/octet-stream";

    private final SchemaRegistry schemas;
    private final UploadReceiver receiver;
    private final GuessService guesses;
    private final ObjectMapper json;
    private final CurrentActor actor;

    GuessResource(
            SchemaRegistry schemas,
            UploadReceiver receiver,
            GuessService guesses,
            ObjectMapper json,
            CurrentActor actor) {
        this.schemas = schemas;
        this.receiver = receiver;
        this.guesses = guesses;
        this.json = json;
        this.actor = actor;
    }

    @POST
    @Consumes(FILE_TYPES)
    public Response guess(
            @RestQuery String area,
            @RestQuery String dataflow,
            @BeanParam LanguageParameters lang,
            @RestQuery String limit,
            @RestQuery String cursor,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            @Context UriInfo uri,
            InputStream body) {
        GuessInput input = input(area, dataflow, Answers.NONE, lang.chosen());
        return reply(body, UploadFields.fileName(disposition), type, input, PageRequest.of(limit, cursor), uri);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response guessForm(
            @RestQuery String area,
            @RestQuery String dataflow,
            @BeanParam LanguageParameters lang,
            @RestQuery String limit,
            @RestQuery String cursor,
            @Context UriInfo uri,
            @RestForm String answers,
            @RestForm String params,
            @RestForm(FileUpload.ALL) List<FileUpload> files)
            throws IOException {
        FormParts<FileUpload> parts = new FormParts<>(files, FileUpload::name, FileUpload::uploadedFile);
        FileUpload part = parts.file();
        Answers given = AnswerReader.read(schemas, json, parts.text("answers", answers), parts.text("params", params));
        GuessInput input = input(area, dataflow, given, lang.chosen());
        try (InputStream body = Files.newInputStream(part.uploadedFile())) {
            return reply(body, part.fileName(), part.contentType(), input, PageRequest.of(limit, cursor), uri);
        }
    }

    private GuessInput input(String area, String id, Answers answers, String language) {
        if (area != null) {
            MappingBody.requireArea(schemas, area);
        }
        Dataflow dataflow = id == null ? null : UploadFields.dataflow(schemas, id);
        return new GuessInput(area, dataflow, answers, actor.get(), language);
    }

    private Response reply(
            InputStream body, String name, String type, GuessInput input, PageRequest page, UriInfo uri) {
        Upload upload = new Upload(body, name, type, input.dataflow(), UploadMode.MERGE, null, input.language());
        return receiver.with(upload, actor.get(), received -> {
            GuessedFile file = guesses.guess(received.path(), received.fileName(), input);
            GuessTexts texts = GuessTexts.in(input.language(), schemas);
            AnswerReader.requireUsable(file.guess(), texts);
            Page<MappedObservation> cut = Page.slice(file.guess().observations(), page);
            Page<MappedObservation> observations =
                    new Page<>(cut.items(), next(cut, uri).orElse(null));
            return Response.ok(GuessView.of(file, observations, texts, schemas))
                    .type(MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                    .build();
        });
    }

    /** Returns the path and query of the next page; the same file must be sent there again. */
    private static Optional<String> next(Page<?> page, UriInfo uri) {
        return Optional.ofNullable(page.next()).map(cursor -> {
            URI next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", cursor)
                    .build();
            return next.getRawPath() + "?" + next.getRawQuery();
        });
    }
}
