package org.tipstats.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.tipstats.access.Actor;
import org.tipstats.access.Role;
import org.tipstats.observation.Cube;
import org.tipstats.observation.Observation;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.validation.Action;
import org.tipstats.validation.SubmittedRow;

/** What would hold if a submission were accepted now: for those who send it and those who release it. */
@ApplicationScoped
public class ProposedFigures {

    /**
     * A submission whose figures count, or may count.
     *
     * @param areas those that it has rows of
     * @param periods those that it has rows of; empty when it withdraws in all of them
     * @param accepted whether its figures are among those that are accepted
     */
    public record Proposal(
            UUID id, Dataflow dataflow, List<String> areas, List<String> periods, boolean replace, boolean accepted) {

        public Proposal {
            areas = List.copyOf(areas);
            periods = List.copyOf(periods);
        }
    }

    private final SubmissionReader submissions;
    private final SubmittedValueRepository values;
    private final SchemaRegistry schemas;

    ProposedFigures(SubmissionReader submissions, SubmittedValueRepository values, SchemaRegistry schemas) {
        this.submissions = submissions;
        this.values = values;
        this.schemas = schemas;
    }

    /**
     * A submission that the actor sends or releases; 404 for any other, 409 for an invalid one and for one of another
     * source than the official one.
     */
    public Proposal find(String id, Actor actor) {
        Submission submission = submissions.find(SubmissionIds.read(id), actor);
        Dataflow dataflow = schemas.dataflow(submission.dataflow).orElseThrow();
        boolean releases = actor.may(Role.REVIEWER) || actor.may(Role.PUBLISHER);
        if (!releases && !submission.isSentBy(actor, dataflow)) {
            throw SubmissionReader.unknown();
        }
        if (submission.status == SubmissionStatus.INVALID) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "The figures of an invalid submission are not used. Its report lists the errors to fix.");
        }
        if (!submission.isOfficial()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Figures of another source depend on the official figures beside them when a"
                            + " release is compiled. The checks of the draft show how much is withheld.");
        }
        return new Proposal(
                submission.id,
                dataflow,
                submission.areaList(),
                List.of(submission.periods),
                submission.mode == Mode.REPLACE,
                submission.status == SubmissionStatus.ACCEPTED);
    }

    /** The national figures that hold, with those of the proposal in their place unless they are accepted already. */
    public Cube merge(Proposal proposal, Cube held) {
        if (proposal.accepted()) {
            return held;
        }
        List<SubmittedRow> rows = values.rowsOf(proposal.id(), proposal.dataflow());
        Map<Long, Observation> merged = new TreeMap<>();
        held.forEach(observation -> merged.put(observation.key(), observation));
        Impact.of(ofAreas(held, proposal.areas()), rows, proposal.replace())
                .withdrawn()
                .forEach(merged::remove);
        rows.stream()
                .filter(row -> row.action() != Action.DELETE)
                .forEach(row -> merged.put(row.packed(), figure(row)));
        return Cube.of(held.space(), merged.values());
    }

    private static Cube ofAreas(Cube held, List<String> areas) {
        return Cube.of(
                held.space(),
                held.observations().stream()
                        .filter(observation -> areas.contains(held.space()
                                .code(
                                        observation.key(),
                                        held.space().structure().area())))
                        .toList());
    }

    private static Observation figure(SubmittedRow row) {
        BigDecimal count =
                Optional.ofNullable(row.value()).map(BigDecimal::valueOf).orElse(null);
        return new Observation(row.packed(), count, row.status(), row.confidentiality(), row.attributes(), null);
    }
}
