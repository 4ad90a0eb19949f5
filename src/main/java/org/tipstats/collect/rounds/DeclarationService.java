package org.tipstats.collect.rounds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.tipstats.collect.justify.SubmissionTexts;
import org.tipstats.collect.receive.SubmissionService;
import org.tipstats.collect.receive.SubmissionService.SubmissionOutcome;
import org.tipstats.collect.rounds.RoundItem.ItemState;
import org.tipstats.collect.upload.Upload;
import org.tipstats.collect.upload.Upload.UploadOrigin;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Receives an area's declaration that it has no figures. The declaration becomes a file in the service's own form,
 * which is validated, reviewed and accepted like every file.
 */
@ApplicationScoped
@OwnAreas
public class DeclarationService {

    private final RoundRepository rounds;
    private final RoundReader reader;
    private final PartService parts;
    private final SubmissionService submissions;
    private final SchemaRegistry schemas;
    private final Clock clock;

    DeclarationService(
            RoundRepository rounds,
            RoundReader reader,
            PartService parts,
            SubmissionService submissions,
            SchemaRegistry schemas,
            Clock clock) {
        this.rounds = rounds;
        this.reader = reader;
        this.parts = parts;
        this.submissions = submissions;
        this.schemas = schemas;
        this.clock = clock;
    }

    /** The reason why there are no figures. */
    public enum DeclarationReason {
        /** The figures do not exist: nobody collects them. */
        NO_FIGURES,
        /** The question does not apply to the area. */
        NOT_APPLICABLE;

        String status(Statuses statuses) {
            return statuses.declared().get(ordinal());
        }
    }

    /**
     * A declaration that an area has no figures.
     *
     * @param years years that the round asks for
     * @param text the explanation; it becomes the public comment of the totals
     */
    public record DeclarationRequest(String dataflow, List<String> years, DeclarationReason reason, String text) {}

    /**
     * Submits the file of a declaration.
     *
     * @param language the language of messages
     * @return the submission
     * @throws ProblemException 400 if the request is not valid; 404 if the actor's areas have no such part; 409 if the
     *     round is not open, or if there are accepted figures
     */
    public SubmissionOutcome declare(String id, String area, DeclarationRequest request, String language, Actor by) {
        RoundPart part = reader.part(id, area, by);
        if (!by.reports(area)) {
            throw RoundReader.unknownPart();
        }
        Round round = rounds.find(id).orElseThrow(RoundReader::unknownPart);
        PartService.requireOpen(round, clock.instant());
        requireValid(request, round);
        List<String> years = List.copyOf(new TreeSet<>(request.years()));
        requireNoFigures(request.dataflow(), years, part);
        Dataflow flow = schemas.dataflow(request.dataflow()).orElseThrow();
        String status = request.reason().status(new Statuses(flow.structure()));
        String comment = request.text().strip().replaceAll("\\s+", " ");
        String rows = new DeclarationFile(flow, area).write(years, status, comment);
        String name = "declaration-" + area + "-" + flow.id() + "-" + String.join("-", years) + ".csv";
        Upload upload = Upload.ofRows(rows, name, flow, UploadOrigin.DECLARED, language);
        SubmissionOutcome outcome = submissions.receive(upload, by).get(0);
        if (outcome.created()) {
            parts.declared(id, area, request, outcome.id(), by);
        }
        return outcome;
    }

    private void requireValid(DeclarationRequest request, Round round) {
        DeclarationRequest sent = request == null ? new DeclarationRequest(null, null, null, null) : request;
        if (!round.dataflows().contains(String.valueOf(sent.dataflow()))) {
            throw ProblemException.body(
                    "/dataflow", sent.dataflow(), "Name a dataflow that the round asks for.", round.dataflows());
        }
        if (sent.years() == null
                || sent.years().isEmpty()
                || sent.years().size() > round.years().size()) {
            throw ProblemException.body("/years", null, "Name years that the round asks for.", round.years());
        }
        for (String year : sent.years()) {
            if (!round.years().contains(String.valueOf(year))) {
                throw ProblemException.body("/years", year, "Name years that the round asks for.", round.years());
            }
        }
        if (sent.reason() == null) {
            throw ProblemException.body(
                    "/reason",
                    null,
                    "Say if there are no figures or if the question does not apply.",
                    List.of(DeclarationReason.NO_FIGURES.name(), DeclarationReason.NOT_APPLICABLE.name()));
        }
        SubmissionTexts.require("/text", sent.text(), "Explain why there are no figures.");
        int most = maxComment(sent.dataflow());
        if (sent.text().length() > most) {
            throw ProblemException.body("/text", null, "The text is longer than " + most + " characters.", List.of());
        }
    }

    /** Returns the largest number of characters that a comment on a total may have. */
    private int maxComment(String dataflow) {
        int most = schemas.dataflow(dataflow)
                .flatMap(flow -> flow.structure().attribute(Role.COMMENT))
                .map(Attribute::maxLength)
                .orElse(0);
        return most == 0 ? SubmissionTexts.MAX_CHARACTERS : Math.min(most, SubmissionTexts.MAX_CHARACTERS);
    }

    private static void requireNoFigures(String dataflow, List<String> years, RoundPart part) {
        List<String> answered = part.items().stream()
                .filter(item -> item.dataflow().equals(dataflow) && years.contains(item.year()))
                .filter(item -> item.state() == ItemState.ACCEPTED)
                .map(RoundItem::year)
                .toList();
        if (!answered.isEmpty()) {
            throw ProblemException.conflict("There are accepted figures for " + String.join(", ", answered)
                    + ". Withdraw them first if they do not exist.");
        }
    }
}
