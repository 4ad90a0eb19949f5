package org.tipstats.publish.consult;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.ReadRecorder;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.publish.consult.ConsultationRepository.Consultation;
import org.tipstats.publish.consult.ConsultationRepository.StoredAnswer;
import org.tipstats.publish.consult.ConsultationView.AnswerRequest;
import org.tipstats.publish.consult.ConsultationView.AreaConsultation;
import org.tipstats.publish.consult.ConsultationView.AreaReply;
import org.tipstats.publish.consult.ConsultationView.ConsultedFigure;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Opens drafts to areas, shows each area its own figures, and stores its answers. A submitter sees no other part of a
 * draft, and sees the figures only until the consultation ends.
 */
@ApplicationScoped
@OwnAreas
public class ConsultationService {

    private static final Instant LAST = Instant.parse("2199-12-31T23:59:59Z");

    private final ConsultationRepository consultations;
    private final ConsultedFigures figures;
    private final ConsultationMails mails;
    private final PublishedReleases releases;
    private final SchemaRegistry schemas;
    private final AuditRecorder audit;
    private final ReadRecorder reads;
    private final Clock clock;

    ConsultationService(
            ConsultationRepository consultations,
            ConsultedFigures figures,
            ConsultationMails mails,
            PublishedReleases releases,
            SchemaRegistry schemas,
            AuditRecorder audit,
            ReadRecorder reads,
            Clock clock) {
        this.consultations = consultations;
        this.figures = figures;
        this.mails = mails;
        this.releases = releases;
        this.schemas = schemas;
        this.audit = audit;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * Opens a draft to the areas that have figures in it, or changes the date until which they may answer.
     *
     * @throws ProblemException 400 if the date is missing, past or too late; 404 if there is no such release; 409 if it
     *     is public; 410 if it was withdrawn
     */
    @Transactional
    public ConsultationView open(String release, Instant until, Actor by) {
        ReleaseReference draft = releases.required(release, true);
        requireDraft(draft);
        Instant now = clock.instant();
        if (until == null || !until.isAfter(now) || until.isAfter(LAST)) {
            throw ProblemException.body(
                    "/until",
                    until == null ? null : until.toString(),
                    "Give a time in the future, in the year 2199 at the latest. Areas may answer until then.");
        }
        if (consultations
                .find(release)
                .filter(before -> !before.until().equals(until))
                .isPresent()) {
            mails.cancel(release);
        }
        consultations.open(release, until, by, now);
        audit.record(by.event("consultation-opened", "releases/" + release)
                .hashes(draft.contentHash(), draft.contentHash())
                .detail("until", until.toString()));
        ConsultationView opened = get(release);
        mails.opened(draft, opened);
        return opened;
    }

    /** Deletes the mails about a draft that were not sent yet. The draft became public or was deleted. */
    @Transactional
    public void end(String release) {
        mails.cancel(release);
    }

    private static void requireDraft(ReleaseReference release) {
        if (release.isPublic()) {
            throw ProblemException.conflict("Release " + release.id() + " is public, so nobody is consulted about it.");
        }
    }

    /**
     * Returns a consultation with the answers of all areas, for reviewers and publishers.
     *
     * @throws ProblemException 404 if there is no such release, or if nobody was consulted about it
     */
    public ConsultationView get(String release) {
        return find(release).orElseThrow(ConsultationService::unknown);
    }

    /** Returns a consultation as {@link #get} does; empty if nobody was consulted about the release. */
    public Optional<ConsultationView> find(String release) {
        ReleaseReference draft = releases.required(release, true);
        return consultations
                .find(release)
                .map(consultation -> new ConsultationView(
                        release,
                        consultation.openedAt(),
                        consultation.openedBy(),
                        consultation.until(),
                        AreaReply.all(figures.hashes(draft), consultations.answers(release))));
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("consultation");
    }

    /** Returns the open consultations of a submitter's areas. Those that end first come first. */
    public List<AreaConsultation> mine(Actor who) {
        Instant now = clock.instant();
        return consultations.open(now).stream()
                .flatMap(consultation -> releases.find(consultation.release(), true).stream()
                        .filter(draft -> !draft.isPublic())
                        .flatMap(draft -> own(consultation, draft, who)))
                .toList();
    }

    private Stream<AreaConsultation> own(Consultation consultation, ReleaseReference draft, Actor who) {
        Map<String, String> hashes = figures.hashes(draft);
        Map<String, StoredAnswer> answers = consultations.answers(draft.id());
        Set<String> areas = new TreeSet<>(hashes.keySet());
        areas.removeIf(area -> !who.reports(area));
        return areas.stream().map(area -> view(consultation, draft, area, hashes.get(area), answers.get(area)));
    }

    private static AreaConsultation view(
            Consultation consultation, ReleaseReference draft, String area, String sha256, StoredAnswer answer) {
        return new AreaConsultation(
                draft.id(),
                draft.titles().inLanguage("en"),
                draft.titles().texts(),
                area,
                consultation.until(),
                sha256,
                AreaReply.of(area, sha256, answer));
    }

    /**
     * Returns the consultation of an area about a draft.
     *
     * @throws ProblemException 404 if the actor neither submits for the area nor reads drafts; if nobody was consulted
     *     about the draft, or the area has no figures in it; for submitters also after the end of the consultation
     */
    public AreaConsultation area(String release, String area, Actor who) {
        boolean staff = who.readsDrafts();
        if (!staff && !who.reports(area)) {
            throw unknown();
        }
        Consultation consultation = consultations.find(release).orElseThrow(ConsultationService::unknown);
        ReleaseReference draft = releases.find(release, true)
                .filter(known -> staff || !known.isPublic() && consultation.isOpen(clock.instant()))
                .orElseThrow(ConsultationService::unknown);
        String sha256 = Optional.ofNullable(figures.hashes(draft).get(area)).orElseThrow(ConsultationService::unknown);
        return view(
                consultation,
                draft,
                area,
                sha256,
                consultations.answers(release).get(area));
    }

    /**
     * Returns the figures of an area in a draft as they would be published, by dataflow and in key order.
     *
     * @param dataflow null for all dataflows
     * @throws ProblemException as {@link #area}; 400 if the dataflow is unknown
     */
    public List<ConsultedFigure> figures(String release, String area, String dataflow, Actor who) {
        area(release, area, who);
        List<Dataflow> flows = schemas.reported().stream()
                .filter(flow -> dataflow == null || flow.id().equals(dataflow))
                .toList();
        if (flows.isEmpty()) {
            throw ProblemException.parameter(
                    "dataflow",
                    dataflow,
                    "There is no such dataflow.",
                    schemas.reported().stream().map(Dataflow::id).toList());
        }
        reads.record(who.event("draft-read", "releases/" + release + "/areas/" + area));
        ReleaseReference draft = releases.required(release, true);
        return flows.stream()
                .flatMap(flow -> figures.of(draft, flow, area).stream()
                        .map(figure -> new ConsultedFigure(
                                flow.id(),
                                new KeySpace(flow.structure()).codes(figure.key()),
                                figure.value(),
                                figure.status(),
                                figure.confidentiality())))
                .toList();
    }

    /**
     * Stores an answer of an area. Only the newest answer of the area is used.
     *
     * @throws ProblemException as {@link #area}; 403 if the actor does not submit for the area; 400 if the answer is
     *     not valid; 412 if the figures are not those that the actor saw
     */
    @Transactional
    public AreaConsultation answer(String release, String area, AnswerRequest request, Actor by) {
        AreaConsultation asked = area(release, area, by);
        if (!by.reports(area)) {
            throw ProblemException.forbidden("Only submitters of the country or area answer for it.");
        }
        ProblemException.requireNone((request == null ? new AnswerRequest(null, null, null) : request).faults());
        if (!asked.sha256().equals(request.sha256())) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "The figures changed since you read them. Read them again, then answer with their hash.");
        }
        boolean objects = request.answer().equals(AnswerRequest.OBJECT);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        consultations.add(
                release, area, new StoredAnswer(objects, request.comment(), asked.sha256(), now, by.name()), by);
        audit.record(by.event(
                        objects ? "consultation-objected" : "consultation-confirmed",
                        "releases/" + release + "/areas/" + area)
                .hashes(null, asked.sha256()));
        return area(release, area, by);
    }
}
