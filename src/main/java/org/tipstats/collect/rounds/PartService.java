package org.tipstats.collect.rounds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.tipstats.collect.justify.SubmissionTexts;
import org.tipstats.collect.rounds.DeclarationService.DeclarationRequest;
import org.tipstats.collect.rounds.Round.RoundState;
import org.tipstats.collect.rounds.RoundPart.StoredPart;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.problem.ProblemException;

/**
 * Changes an area's part of a round: records that a submitter opened it, requests for a later deadline, decisions about
 * them, and declarations.
 */
@ApplicationScoped
@OwnAreas
public class PartService {

    private static final Instant LAST = Instant.parse("2199-12-31T23:59:59Z");

    private final RoundRepository rounds;
    private final RoundMails mails;
    private final AuditRecorder audit;
    private final Clock clock;

    PartService(RoundRepository rounds, RoundMails mails, AuditRecorder audit, Clock clock) {
        this.rounds = rounds;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A request for a later deadline.
     *
     * @param text the reason
     */
    public record ExtensionRequest(Instant until, String text) {}

    /**
     * A decision on a request for a later deadline.
     *
     * @param text the reason of the decision; required for a refusal
     */
    public record ExtensionDecision(Boolean granted, String text) {}

    /**
     * Records the first time that a submitter opens the area's part of an open round. Does nothing in all other cases.
     */
    @Transactional
    public void open(String id, String area, Actor by) {
        boolean open = by.reports(area)
                && rounds.find(id)
                        .filter(round -> round.state(clock.instant()) == RoundState.OPEN)
                        .isPresent();
        if (open && rounds.open(id, area, clock.instant())) {
            audit.record(by.event("round-part-opened", subject(id, area)));
        }
    }

    /**
     * Asks for a later deadline.
     *
     * @throws ProblemException 400 if the request is not valid; 404 if the actor's areas have no such part; 409 if the
     *     round is not open, or if a request waits for a decision
     */
    @Transactional
    public void ask(String id, String area, ExtensionRequest request, Actor by) {
        Round round = rounds.find(id)
                .filter(found -> by.reports(area) && found.state(clock.instant()) != RoundState.PLANNED)
                .orElseThrow(RoundReader::unknownPart);
        StoredPart part = rounds.partLocked(id, area).orElseThrow(RoundReader::unknownPart);
        requireOpen(round, clock.instant());
        if (part.extension() != null && part.extension().isOpen()) {
            throw ProblemException.conflict("The last request still waits for a decision.");
        }
        ExtensionRequest asked = request == null ? new ExtensionRequest(null, null) : request;
        Instant until = asked.until();
        if (until == null || !until.isAfter(part.deadline(round)) || until.isAfter(LAST)) {
            throw ProblemException.body(
                    "/until",
                    until,
                    "Name a time after the deadline, which is " + part.deadline(round) + ", and before the year 2200.");
        }
        SubmissionTexts.require("/text", asked.text(), "Say why you need more time.");
        rounds.askExtension(part, until, asked.text().strip(), clock.instant());
        audit.record(by.event("round-extension-asked", subject(id, area)).detail("until", until.toString()));
    }

    /**
     * Grants or refuses a later deadline. Messages with the earlier deadline that were not sent are deleted.
     *
     * @throws ProblemException 400 if the decision is not valid; 404 if there is no such part; 409 if no request waits,
     *     or if the round is closed
     */
    @Transactional
    public void decide(String id, String area, ExtensionDecision decision, Actor by) {
        Round round = rounds.findLocked(id).orElseThrow(RoundReader::unknownPart);
        StoredPart part = rounds.partLocked(id, area).orElseThrow(RoundReader::unknownPart);
        requireOpen(round, clock.instant());
        if (part.extension() == null || !part.extension().isOpen()) {
            throw ProblemException.conflict("No request for a later deadline waits for a decision.");
        }
        if (decision == null || decision.granted() == null) {
            throw ProblemException.body("/granted", null, "Write true to grant it or false to refuse it.");
        }
        if (decision.granted()) {
            SubmissionTexts.check("/text", decision.text());
        } else {
            SubmissionTexts.require("/text", decision.text(), "Say why you refuse it.");
        }
        rounds.decideExtension(part, decision.granted(), decision.text(), clock.instant());
        if (decision.granted()) {
            mails.cancel(id, area);
        }
        audit.record(by.event("round-extension-decided", subject(id, area))
                .detail("until", part.extension().until().toString())
                .detail("granted", decision.granted()));
    }

    /** Records in the audit log the file by which an area declares that there are no figures. */
    @Transactional
    void declared(String id, String area, DeclarationRequest request, UUID submission, Actor by) {
        audit.record(by.event("round-declaration", subject(id, area))
                .detail("dataflow", request.dataflow())
                .detail("years", request.years())
                .detail("reason", request.reason().name())
                .detail("submission", submission.toString()));
    }

    static void requireOpen(Round round, Instant now) {
        if (round.state(now) != RoundState.OPEN) {
            throw ProblemException.conflict(
                    "The round " + round.id() + " is not open; it is " + round.state(now) + ".");
        }
    }

    private static String subject(String id, String area) {
        return RoundService.subject(id) + "/areas/" + area;
    }
}
