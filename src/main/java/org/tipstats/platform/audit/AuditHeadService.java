package org.tipstats.platform.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.signing.Statement;
import org.tipstats.platform.signing.Statement.SignedStatement;
import org.tipstats.platform.signing.Statement.Subject;
import org.tipstats.platform.signing.StatementSigner;

/**
 * Makes a statement about the head of the log once a day, and signs it if the service has a key. A reader of the
 * statement can prove later that the log up to that day was not changed. If each request got a new statement, outsiders
 * could see when the number of entries grows, and so when something happens that is not public yet.
 */
@ApplicationScoped
class AuditHeadService {

    /** The URI of the kind of statement that this service makes. */
    static final String PREDICATE = "urn:tipstats:audit-head:1";

    private final AuditRepository log;
    private final AuditHeadRepository statements;
    private final StatementSigner signer;
    private final Clock clock;

    AuditHeadService(AuditRepository log, AuditHeadRepository statements, StatementSigner signer, Clock clock) {
        this.log = log;
        this.statements = statements;
        this.signer = signer;
        this.clock = clock;
    }

    /** Makes the statement of this day (UTC), unless there is one already. */
    @Scheduled(every = "10m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void stateDaily() {
        Instant now = clock.instant();
        if (!statements.exists(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            ChainHead head = log.head();
            SignedStatement signed = signer.sign(statement(head, now));
            statements.keep(new StatedHead(
                    head.seq(),
                    head.hash(),
                    now,
                    signed.json(),
                    signer.publicKey().orElse(null)));
        }
    }

    private static Statement statement(ChainHead head, Instant at) {
        return Statement.of(
                List.of(Subject.of("audit-log/" + head.seq(), head.hash())),
                PREDICATE,
                Map.of("sequence", head.seq(), "instant", at.toString()));
    }

    /** Returns the newest statement. Makes a statement first if there is none yet. */
    @Transactional
    StatedHead newest() {
        return statements.newest().orElseGet(() -> {
            stateDaily();
            return statements.newest().orElseThrow();
        });
    }

    /**
     * The head of the log at an instant.
     *
     * @param sequence the number of the last entry; 0 if the log was empty
     * @param hash the hash of that entry
     * @param envelope the statement as JSON, with its signature if it is signed
     * @param publicKey the key that verifies the statement, in PEM; null if the statement is not signed
     */
    record StatedHead(long sequence, String hash, Instant instant, String envelope, String publicKey) {}
}
