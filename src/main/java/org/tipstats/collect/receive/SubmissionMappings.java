package org.tipstats.collect.receive;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.collect.mappings.MappingDiff;
import org.tipstats.collect.mappings.MappingDiff.MappingChange;
import org.tipstats.collect.mappings.MappingService;
import org.tipstats.collect.mappings.SavedMapping;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionRepository;
import org.tipstats.mapping.saved.MappingMessage;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Shows which saved mappings read submitted files. */
@ApplicationScoped
@OwnAreas
public class SubmissionMappings {

    private final SubmissionRepository submissions;
    private final MappingService mappings;

    SubmissionMappings(SubmissionRepository submissions, MappingService mappings) {
        this.submissions = submissions;
        this.mappings = mappings;
    }

    /**
     * The mapping that read a file, and its differences from the mapping of the previous file.
     *
     * @param previous the last accepted file before this one with the same areas, source and dataflow that a saved
     *     mapping read; null if there is none, or if the actor may not see its mapping
     * @param changes the differences from the mapping of that file; empty if {@code previous} is null
     */
    public record SubmissionMapping(SavedMapping saved, PreviousFile previous, List<MappingChange> changes) {}

    /** An accepted file, and the version of the mapping that read it. */
    @Schema(name = "PreviousMappedFile")
    public record PreviousFile(UUID submission, String id, int version) {}

    /**
     * Returns the saved mapping that read a file, and its differences from the mapping of the previous file.
     *
     * @return empty if no saved mapping read it, or if the actor may not see the mapping
     * @throws org.tipstats.platform.problem.ProblemException 404 if the actor may not see the submission
     */
    public Optional<SubmissionMapping> of(UUID id, Actor actor) {
        Submission submission = submissions.get(id, actor);
        return saved(submission, actor).map(saved -> view(submission, saved, actor));
    }

    private Optional<SavedMapping> saved(Submission submission, Actor actor) {
        return Optional.ofNullable(submission.mappingId)
                .flatMap(mapping -> mappings.find(mapping, submission.mappingVersion, actor));
    }

    private SubmissionMapping view(Submission submission, SavedMapping saved, Actor actor) {
        Optional<Submission> last = submissions.lastMapped(submission);
        Optional<SavedMapping> before = last.flatMap(file -> saved(file, actor));
        return new SubmissionMapping(
                saved,
                before.map(one -> new PreviousFile(last.orElseThrow().id, one.id(), one.version()))
                        .orElse(null),
                before.map(one -> MappingDiff.changes(one, saved)).orElse(List.of()));
    }

    /**
     * The mapping that read a submitted file, as the API shows it.
     *
     * @param mapping the mapping as a structure message
     */
    record SubmissionMappingView(
            String id,
            int version,
            String name,
            String area,
            JsonNode mapping,
            PreviousFile previous,
            List<MappingChange> changes) {

        static SubmissionMappingView from(SubmissionMapping used, SchemaRegistry schemas) {
            SavedMapping saved = used.saved();
            JsonNode message = new MappingMessage(schemas)
                    .write(saved.mapping(), saved.id(), saved.version() + ".0.0", saved.name());
            return new SubmissionMappingView(
                    saved.id(), saved.version(), saved.name(), saved.area(), message, used.previous(), used.changes());
        }
    }
}
