package org.tipstats.collect.rounds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tipstats.collect.rounds.Round.RoundState;
import org.tipstats.collect.rounds.RoundPart.StoredPart;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Creates, copies, closes and reopens rounds, for administrators. Each step writes one entry to the audit log. */
@ApplicationScoped
@OwnAreas
public class RoundService {

    private final RoundRepository rounds;
    private final RoundMails mails;
    private final SchemaRegistry schemas;
    private final Database database;
    private final AuditRecorder audit;
    private final Clock clock;

    RoundService(
            RoundRepository rounds,
            RoundMails mails,
            SchemaRegistry schemas,
            Database database,
            AuditRecorder audit,
            Clock clock) {
        this.rounds = rounds;
        this.mails = mails;
        this.schemas = schemas;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the errors that a request has now; empty if it is valid. Does not check whether the id is taken. */
    public List<InputError> faults(RoundRequest request) {
        return request.faults(schemas, clock.instant());
    }

    /**
     * Creates a round.
     *
     * @return the id of the round
     * @throws ProblemException 400 if the request is not valid; 409 if the id is taken
     */
    @Transactional
    public String create(RoundRequest request, Actor by) {
        return create(request, null, by);
    }

    /**
     * Creates the same round one year later, with the same dataflows, areas, guidance and contact.
     *
     * @param newId the id of the new round; null for the old id with 1 added to each year in the id
     * @return the id of the new round
     * @throws ProblemException 400 if the new round is not valid; 404 if there is no such round; 409 if the id is taken
     */
    @Transactional
    public String copy(String id, String newId, Actor by) {
        return create(nextYear(id, newId), id, by);
    }

    /**
     * Returns the request that {@link #copy} would make.
     *
     * @throws ProblemException 404 if there is no such round
     */
    public RoundRequest nextYear(String id, String newId) {
        Round round = rounds.find(id).orElseThrow(RoundReader::unknown);
        return NextYear.of(
                round, rounds.parts(List.of(id)).stream().map(StoredPart::area).toList(), newId);
    }

    private String create(RoundRequest request, String from, Actor by) {
        Instant now = clock.instant();
        List<InputError> faults = request == null
                ? List.of(InputError.pointer("", null, "The body must describe the round."))
                : request.faults(schemas, now);
        ProblemException.requireNone(faults);
        database.lock("round " + request.id());
        if (rounds.find(request.id()).isPresent()) {
            throw ProblemException.conflict("There is a round " + request.id() + " already.");
        }
        Round round = request.round(schemas, now);
        List<String> areas = request.single(schemas);
        rounds.add(round, areas, by, now);
        AuditEvent event = by.event("round-created", subject(round.id()))
                .detail("dataflows", round.dataflows())
                .detail("years", round.years())
                .detail("areas", areas.size())
                .detail("opensAt", round.opensAt().toString())
                .detail("closesAt", round.closesAt().toString());
        audit.record(from == null ? event : event.detail("copiedFrom", from));
        return round.id();
    }

    /**
     * Closes an open round and makes its summary public. The round ignores files that arrive later, and its messages
     * that were not sent are deleted.
     *
     * @throws ProblemException 404 if there is no such round; 409 if it is not open
     */
    @Transactional
    public void close(String id, Actor by) {
        Instant now = clock.instant();
        require(id, RoundState.OPEN, now, "You can close only an open round");
        rounds.close(id, now);
        mails.cancel(id);
        audit.record(by.event("round-closed", subject(id)));
    }

    /**
     * Opens a closed round again for late answers. Does not change its deadline.
     *
     * @throws ProblemException 404 if there is no such round; 409 if it is not closed
     */
    @Transactional
    public void reopen(String id, Actor by) {
        require(id, RoundState.CLOSED, clock.instant(), "You can reopen only a closed round");
        rounds.reopen(id);
        audit.record(by.event("round-reopened", subject(id)));
    }

    private void require(String id, RoundState needed, Instant now, String rule) {
        RoundState state =
                rounds.findLocked(id).orElseThrow(RoundReader::unknown).state(now);
        if (state != needed) {
            throw ProblemException.conflict(rule + "; this one is " + state + ".");
        }
    }

    static String subject(String id) {
        return "rounds/" + id;
    }

    /** Makes the same round for the next year. Only its id, title, years and dates differ. */
    static final class NextYear {

        private static final Pattern YEAR = Pattern.compile("(?<![0-9])(?:19|20|21)[0-9]{2}(?![0-9])");

        private NextYear() {}

        /**
         * Returns the request for the same round one year later.
         *
         * @param id the id of the new round; null for the old id with 1 added to each year in the id
         */
        public static RoundRequest of(Round round, List<String> areas, String id) {
            return new RoundRequest(
                    id == null ? moved(round.id()) : id,
                    round.title().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, text -> moved(text.getValue()))),
                    round.dataflows(),
                    round.years().stream().map(NextYear::moved).toList(),
                    areas,
                    moved(round.opensAt()),
                    moved(round.closesAt()),
                    round.guidance(),
                    round.contact());
        }

        private static String moved(String text) {
            return YEAR.matcher(text).replaceAll(found -> Integer.toString(Integer.parseInt(found.group()) + 1));
        }

        private static Instant moved(Instant time) {
            return time.atZone(ZoneOffset.UTC).plusYears(1).toInstant();
        }
    }
}
