package org.tipstats.platform.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.tipstats.platform.audit.AuditHeadService.StatedHead;
import org.tipstats.platform.signing.Envelope;
import org.tipstats.platform.signing.Statement;

/** Serves the newest statement about the head of the log, to everyone. */
@Path("/api/v1/audit/head")
@PermitAll
class AuditHeadResource {

    private final AuditHeadService heads;

    AuditHeadResource(AuditHeadService heads) {
        this.heads = heads;
    }

    @GET
    public SignedHead head() {
        return SignedHead.from(heads.newest());
    }

    /**
     * The head of the log at an instant.
     *
     * @param sequence the number of the last entry; 0 if the log was empty
     * @param hash the hash of that entry, SHA-256 in hex
     * @param signature the statement and, if it is signed, its signature (DSSE 1.0 around an in-toto statement, version
     *     1)
     * @param publicKey the key that verifies the signature, in PEM; null if the statement is not signed. Trust only a
     *     key that the publisher gave you in another way
     */
    record SignedHead(long sequence, String hash, Instant instant, Envelope signature, String publicKey) {

        static SignedHead from(StatedHead head) {
            return new SignedHead(
                    head.sequence(),
                    head.hash(),
                    head.instant(),
                    Statement.read(head.envelope()).envelope(),
                    head.publicKey());
        }
    }
}
