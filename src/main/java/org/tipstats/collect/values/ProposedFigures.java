package org.tipstats.collect.values;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.tipstats.collect.submission.Submission;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.collect.submission.SubmissionRepository;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.validate.row.ValidatedRows.ValidatedRow;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Computes the figures that would be current if a submission were accepted now. Submitters of the submission,
 * reviewers and publishers may see the figures.
 */
@ApplicationScoped
@OwnAreas
public class ProposedFigures {

    /**
     * A submission of official figures without errors, whatever its state. Its figures are read as if it were accepted
     * now.
     *
     * @param areas the areas of its rows
     * @param periods the periods of its rows; empty if it withdraws figures in all periods
     * @param accepted true if its figures are accepted already
     */
    public record Proposal(
            UUID id, Dataflow dataflow, List<String> areas, List<String> periods, boolean replace, boolean accepted) {

        public Proposal {
            areas = List.copyOf(areas);
            periods = List.copyOf(periods);
        }
    }

    private final SubmissionRepository submissions;
    private final SubmittedValueRepository values;
    private final SchemaRegistry schemas;

    ProposedFigures(SubmissionRepository submissions, SubmittedValueRepository values, SchemaRegistry schemas) {
        this.submissions = submissions;
        this.values = values;
        this.schemas = schemas;
    }

    /**
     * Returns a submission that the actor may submit, review or publish.
     *
     * @throws ProblemException 404 for any other submission; 409 if it is invalid or not of the official source
     */
    public Proposal find(String id, Actor actor) {
        Submission submission = submissions.get(SubmissionIds.read(id), actor);
        Dataflow dataflow = schemas.dataflow(submission.dataflow).orElseThrow();
        boolean releases = actor.readsDrafts();
        if (!releases && !submission.isSentBy(actor, dataflow)) {
            throw SubmissionRepository.unknown();
        }
        if (submission.status == SubmissionStatus.INVALID) {
            throw ProblemException.conflict(
                    "The figures of an invalid submission are not used. Its report lists the errors to fix.");
        }
        if (!submission.isOfficial()) {
            throw ProblemException.conflict(
                    "Figures of another source depend on the official figures beside them when a"
                            + " release is compiled. The checks of the draft show how much is withheld.");
        }
        return new Proposal(
                submission.id,
                dataflow,
                submission.areaList(),
                List.of(submission.periods),
                submission.mode == UploadMode.REPLACE,
                submission.status == SubmissionStatus.ACCEPTED);
    }

    /**
     * Returns the current national figures with the changes that the proposal would make. A proposal that is already
     * accepted changes nothing.
     */
    public Cube merge(Proposal proposal, Cube held) {
        if (proposal.accepted()) {
            return held;
        }
        List<ValidatedRow> rows = values.rowsOf(proposal.id(), proposal.dataflow());
        Map<Long, Observation> merged = new TreeMap<>();
        held.forEach(observation -> merged.put(observation.key(), observation));
        Impact.of(ofAreas(held, proposal.areas()), rows, proposal.replace())
                .withdrawn()
                .forEach(merged::remove);
        rows.stream()
                .filter(row -> row.action() != Action.DELETE)
                .forEach(row -> merged.put(row.packed(), row.observation()));
        return Cube.of(held.space(), merged.values());
    }

    private static Cube ofAreas(Cube held, List<String> areas) {
        KeySpace space = held.space();
        Dimension area = space.structure().area();
        return Cube.of(
                space,
                held.observations().stream()
                        .filter(observation -> areas.contains(space.code(observation.key(), area)))
                        .toList());
    }
}
