package org.tipstats.collect.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.entry.EntryDraft.TypedTexts;
import org.tipstats.collect.entry.EntrySheet.SheetCell;
import org.tipstats.collect.entry.EntrySheet.SheetGroup;
import org.tipstats.collect.entry.EntrySheet.SheetRow;
import org.tipstats.collect.entry.EntrySubmissionService.EntryCheck;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionService.SubmissionOutcome;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.upload.Behalf;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the figures that a submitter types in for a round, or that a reviewer types in for an area. */
@Path("/api/v1/rounds/{id}/areas/{area}/entries/{dataflow}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER})
class EntryResource {

    private final EntryParts parts;
    private final EntryService entries;
    private final EntrySubmissionService checks;
    private final SubmissionReader submissions;
    private final SchemaRegistry schemas;
    private final CurrentActor actor;

    EntryResource(
            EntryParts parts,
            EntryService entries,
            EntrySubmissionService checks,
            SubmissionReader submissions,
            SchemaRegistry schemas,
            CurrentActor actor) {
        this.parts = parts;
        this.entries = entries;
        this.checks = checks;
        this.submissions = submissions;
        this.schemas = schemas;
        this.actor = actor;
    }

    /**
     * The grid of a block of figures.
     *
     * @param years the years of the columns
     * @param block the id of the block; empty for the overview
     * @param blocks the ids of all blocks
     * @param version the version of the draft; 0 before the first
     * @param changedAt null before the first version
     */
    record EntryView(
            String round,
            String area,
            String dataflow,
            List<String> years,
            String block,
            List<String> blocks,
            long version,
            Instant changedAt,
            List<EntryRowView> rows) {

        static EntryView of(EntryPart part, EntrySheet sheet, List<EntryBlock> blocks, EntryDraft draft) {
            return new EntryView(
                    part.round(),
                    part.area(),
                    part.dataflow().id(),
                    sheet.years(),
                    sheet.block().id(),
                    blocks.stream().map(EntryBlock::id).toList(),
                    draft.version(),
                    draft.changedAt(),
                    sheet.groups().stream()
                            .flatMap(group -> group.rows().stream().map(row -> EntryRowView.of(group, row)))
                            .toList());
        }
    }

    /**
     * A row of the grid.
     *
     * @param dimension the dimension that the row breaks down; absent for the total
     * @param code the code of the row in this dimension; absent for the total
     * @param depth the number of broader codes, without the total
     */
    record EntryRowView(
            @JsonInclude(JsonInclude.Include.NON_NULL) String dimension,
            @JsonInclude(JsonInclude.Include.NON_NULL) String code,
            int depth,
            List<EntryCellView> cells) {

        static EntryRowView of(SheetGroup group, SheetRow row) {
            Dimension dimension = group.dimension();
            Code code = row.code();
            return new EntryRowView(
                    dimension == null ? null : dimension.id(),
                    code == null ? null : code.id(),
                    row.depth(),
                    row.cells().stream()
                            .map(cell -> EntryCellView.of(row, cell))
                            .toList());
        }
    }

    /**
     * A cell of the grid.
     *
     * @param accepted the accepted figure as a number or as the code of a status; absent if there is none
     * @param typed the typed text; empty if there is none
     * @param comment the typed comment; absent if there is none
     * @param sums the sums of the parts by dimension, as far as they are known
     */
    record EntryCellView(
            String key,
            @JsonInclude(JsonInclude.Include.NON_NULL) String accepted,
            String typed,
            @JsonInclude(JsonInclude.Include.NON_NULL) String comment,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, Long> sums) {

        static EntryCellView of(SheetRow row, SheetCell cell) {
            SortedMap<String, Long> sums = new TreeMap<>();
            for (int i = 0; i < cell.sums().size(); i++) {
                if (cell.sums().get(i) != null) {
                    sums.put(
                            row.sums().get(i).dimension().id(),
                            cell.sums().get(i).value());
                }
            }
            return new EntryCellView(cell.key(), cell.held(), cell.typed(), cell.comment(), sums);
        }
    }

    /**
     * A request to save typed texts.
     *
     * @param version the version of the draft that the caller read
     * @param cells the texts by the key of the figure
     * @param comments comments by the key of the figure; null if there are none
     */
    record EntryDraftRequest(Long version, Map<String, String> cells, Map<String, String> comments) {

        TypedTexts texts() {
            return new TypedTexts(cells, comments == null ? Map.of() : comments);
        }

        private boolean isComplete() {
            return cells != null && !cells.containsValue(null) && (comments == null || !comments.containsValue(null));
        }
    }

    /**
     * A request to submit a draft.
     *
     * @param version the version of the draft that the caller read
     * @param message the message of the State if a reviewer submits on its behalf; null for the actor's own areas
     */
    record EntrySubmissionRequest(Long version, String message) {}

    /** A saved version of a draft. */
    record EntryDraftView(long version, int figures, Instant changedAt) {}

    private EntryPart part(String id, String area, String dataflow) {
        return parts.find(id, area, dataflow, typist(area));
    }

    private Actor typist(String area) {
        return EntryParts.typist(area, actor.required());
    }

    @GET
    public EntryView get(
            @RestPath String id,
            @RestPath String area,
            @RestPath String dataflow,
            @RestQuery String block,
            @RestQuery String last) {
        EntryPart part = part(id, area, dataflow);
        EntryDraft draft = entries.draft(part, typist(area));
        EntrySheet sheet = entries.sheet(part, block, last, draft, typist(area));
        return EntryView.of(part, sheet, entries.blocks(part), draft);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public EntryDraftView save(
            @RestPath String id, @RestPath String area, @RestPath String dataflow, EntryDraftRequest draft) {
        EntryPart part = part(id, area, dataflow);
        if (draft == null || !draft.isComplete()) {
            throw ProblemException.body(
                    "/cells",
                    null,
                    "\"cells\", and \"comments\" if it is there, must be objects from the keys of figures to texts.");
        }
        EntryDraft saved = entries.save(part, version(draft.version()), draft.texts(), false, typist(area));
        return new EntryDraftView(saved.version(), saved.cells().size(), saved.changedAt());
    }

    private static long version(Long version) {
        if (version == null || version < 0) {
            throw ProblemException.body(
                    "/version", version, "\"version\" must be the version that you read; 0 before the first.");
        }
        return version;
    }

    @POST
    @Path("/check")
    public EntryCheck check(
            @RestPath String id, @RestPath String area, @RestPath String dataflow, @BeanParam LanguageParameters lang) {
        EntryPart part = part(id, area, dataflow);
        EntryDraft draft = entries.draft(part, typist(area));
        return checks.check(part, draft, typist(area), lang.chosen());
    }

    @POST
    @Path("/submission")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(
            @RestPath String id,
            @RestPath String area,
            @RestPath String dataflow,
            @BeanParam LanguageParameters lang,
            EntrySubmissionRequest request) {
        EntryPart part = part(id, area, dataflow);
        EntrySubmissionRequest asked = request == null ? new EntrySubmissionRequest(null, null) : request;
        long version = version(asked.version());
        boolean other = EntryParts.isOnBehalf(area, actor.required());
        if (!other && asked.message() != null) {
            throw ProblemException.body(
                    "/message", null, "Only a reviewer who enters the figures of a country or area sends its message.");
        }
        Behalf behalf = other ? Behalf.read(schemas, area, asked.message(), null, null) : null;
        SubmissionOutcome outcome = checks.submit(part, version, behalf, typist(area), lang.chosen());
        SubmissionView view = submissions.get(outcome.id(), actor.required());
        return Response.status(outcome.created() ? 201 : 200)
                .entity(view)
                .header(HttpHeaders.LOCATION, "/api/v1/submissions/" + outcome.id())
                .build();
    }
}
