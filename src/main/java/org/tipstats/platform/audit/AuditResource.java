package org.tipstats.platform.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.audit.AuditChain.AuditVerification;
import org.tipstats.platform.audit.AuditLog.AuditFilter;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;

/** Serves the audit log to administrators. */
@Path("/api/v1/audit")
@RolesAllowed("administrator")
@Tag(name = "Audit")
class AuditResource {

    private final AuditLog log;
    private final LogWatch watch;
    private final ReadRecorder reads;
    private final CallerEvents caller;

    AuditResource(AuditLog log, LogWatch watch, ReadRecorder reads, CallerEvents caller) {
        this.log = log;
        this.watch = watch;
        this.reads = reads;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List the entries of the audit log, newest first")
    public Page<RecordedEvent> list(
            @RestQuery String actor,
            @RestQuery String action,
            @RestQuery String subject,
            @RestQuery String who,
            @RestQuery String from,
            @RestQuery String until,
            @RestQuery String limit,
            @RestQuery String cursor) {
        AuditFilter filter = AuditFilter.of(actor, action, subject, who, from, until);
        return log.newest(filter, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/export")
    @Produces(LogLines.MEDIA_TYPE)
    public StreamingOutput export() {
        reads.record(caller.event("audit-exported", "audit"));
        return out -> {
            Writer lines = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            Iterator<RecordedEvent> entries = log.all();
            while (entries.hasNext()) {
                lines.append(LogLines.write(entries.next())).append('\n');
            }
            lines.flush();
        };
    }

    @GET
    @Path("/verification")
    @Operation(summary = "Verify the chain of hashes from the first entry, up to an entry noted earlier")
    public AuditVerification verify(@RestQuery String seq, @RestQuery String hash) {
        return watch.verify(seq == null && hash == null ? null : known(seq, hash));
    }

    private static ChainHead known(String seq, String hash) {
        if (seq == null || !seq.matches("[0-9]{1,18}")) {
            throw ProblemException.parameter("seq", seq, "\"seq\" must be the number of an entry.", List.of());
        }
        if (hash == null || !hash.matches("[0-9a-f]{64}")) {
            throw ProblemException.parameter(
                    "hash", hash, "\"hash\" must be the hash of that entry, 64 hexadecimal digits.", List.of());
        }
        return new ChainHead(Long.parseLong(seq), hash);
    }
}
