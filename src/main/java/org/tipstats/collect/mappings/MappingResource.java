package org.tipstats.collect.mappings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.mappings.SavedMapping.MappingReference;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the mappings of areas, and lists the built-in readings. */
@Path("/api/v1/mappings")
class MappingResource {

    private final SchemaRegistry schemas;
    private final MappingService mappings;
    private final ObjectMapper json;
    private final CurrentActor actor;

    MappingResource(SchemaRegistry schemas, MappingService mappings, ObjectMapper json, CurrentActor actor) {
        this.schemas = schemas;
        this.mappings = mappings;
        this.json = json;
        this.actor = actor;
    }

    /** The id and the number of a version that was saved. */
    record MappingVersion(String id, int version) {}

    /** The properties of a version of a mapping. A list has those of the newest version. */
    record MappingSummary(
            String id, int version, String name, String area, List<String> dataflows, Instant savedAt, String savedBy) {

        static MappingSummary from(StoredMapping stored) {
            return new MappingSummary(
                    stored.id(),
                    stored.version(),
                    stored.name(),
                    stored.area(),
                    stored.dataflows(),
                    stored.savedAt(),
                    stored.savedBy());
        }
    }

    /**
     * A version of a mapping.
     *
     * @param retiredAt null for a mapping in use
     * @param mapping the mapping as a structure message
     */
    record MappingView(@JsonUnwrapped MappingSummary summary, Instant retiredAt, JsonNode mapping) {}

    @POST
    @RolesAllowed(Roles.SUBMITTER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(InputStream body) throws IOException {
        MappingBody sent = MappingBody.read(body, json, schemas);
        SavedMapping saved = mappings.save(sent.area(), sent.name(), sent.mapping(), actor.required());
        return Response.status(201)
                .entity(new MappingVersion(saved.id(), saved.version()))
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.LOCATION, "/api/v1/mappings/" + saved.id() + "@" + saved.version())
                .build();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
    public Page<MappingSummary> list(@RestQuery String area, @RestQuery String limit, @RestQuery String cursor) {
        if (area != null) {
            MappingBody.requireArea(schemas, area);
        }
        List<MappingSummary> all = mappings.list(area, actor.required()).stream()
                .map(MappingSummary::from)
                .toList();
        return Page.slice(all, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/built-in")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public Page<BuiltInReading> builtIn(@RestQuery String limit, @RestQuery String cursor) {
        return Page.slice(BuiltInReading.all(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
    public Response get(@RestPath String id, @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        StoredMapping stored = stored(id);
        JsonNode message = mappings.message(stored);
        return MappingReply.of(
                accept, new MappingView(MappingSummary.from(stored), stored.retiredAt(), message), message);
    }

    private StoredMapping stored(String id) {
        return MappingReference.parse(id)
                .flatMap(reference -> mappings.stored(reference, actor.required()))
                .orElseThrow(() -> ProblemException.notFound("mapping"));
    }

    @GET
    @Path("/{id}/diff")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
    public MappingDiff diff(@RestPath String id, @RestQuery String from) {
        StoredMapping after = stored(id);
        String number = from == null ? Integer.toString(Math.max(1, after.version() - 1)) : from;
        StoredMapping before = MappingReference.parse(after.id() + "@" + number)
                .flatMap(reference -> mappings.stored(reference, actor.required()))
                .orElseThrow(() -> ProblemException.parameter(
                        "from", from, "\"from\" must be the number of a version of this mapping.", List.of()));
        return MappingDiff.between(mappings.saved(before), mappings.saved(after));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.SUBMITTER)
    public void retire(@RestPath String id) {
        Optional<MappingReference> reference = MappingReference.parse(id);
        if (reference.isEmpty() || reference.get().version() != null) {
            throw ProblemException.notFound("mapping");
        }
        mappings.retire(id, actor.required());
    }

    /**
     * A layout that is read without a saved mapping, because its files define their own meaning.
     *
     * @param name the name by language
     * @param recognises the features by which such a file is recognised, by language
     */
    record BuiltInReading(String id, Map<String, String> name, Map<String, String> recognises) {

        private static final List<String> IDS =
                List.of("own-form", "open-sdg", "sdg-series", "sdmx", "json-stat", "px");

        static List<BuiltInReading> all() {
            return IDS.stream()
                    .map(id -> new BuiltInReading(id, texts(id, "name"), texts(id, "recognises")))
                    .toList();
        }

        private static Map<String, String> texts(String id, String part) {
            Map<String, String> texts = new TreeMap<>();
            LocalText.LANGUAGES.forEach(language -> texts.put(
                    language,
                    Bundle.of(BuiltInReading.class, "readings", language).text(id + "." + part)));
            return texts;
        }
    }
}
