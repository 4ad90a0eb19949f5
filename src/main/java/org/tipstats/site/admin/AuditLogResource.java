package org.tipstats.site.admin;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.audit.AuditChain.AuditVerification;
import org.tipstats.platform.audit.AuditLog;
import org.tipstats.platform.audit.LogWatch;
import org.tipstats.platform.audit.RecordedEvent;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.database.JsonText;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;

/** Shows the audit log as a page or as a file, and verifies the chain of the log's hashes. */
@Path(Site.LANG + "/desk/admin/audit")
@RolesAllowed(Roles.ADMINISTRATOR)
class AuditLogResource {

    private static final int MAX_DIGITS = 18;

    /** Number of entries on a page. The number is small, because a phone shows each entry as a card. */
    private static final String PAGE_SIZE = "50";

    private final AuditEntries entries;
    private final AuditLog log;
    private final LogWatch watch;
    private final ReportingAreas areas;
    private final Frames frames;

    AuditLogResource(AuditEntries entries, AuditLog log, LogWatch watch, ReportingAreas areas, Frames frames) {
        this.entries = entries;
        this.log = log;
        this.watch = watch;
        this.areas = areas;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Pages {

        static native TemplateInstance audit(
                Frame frame,
                PageTexts t,
                AuditQuery query,
                Page<RecordedEvent> page,
                Set<String> actions,
                ReportingAreas areas);

        /**
         * @param found the result of the verification; null if the number or the hash is typed alone or is not valid
         */
        static native TemplateInstance verification(
                Frame frame, PageTexts t, AuditVerification found, String seq, String hash, List<Fault> faults);
    }

    /** The filter of the log, as the reader typed it. An empty field does not limit the entries. */
    record AuditQuery(
            @RestQuery String who,
            @RestQuery String action,
            @RestQuery String area,
            @RestQuery String from,
            @RestQuery String until) {

        AuditQuery {
            who = Site.typed(who);
            action = Site.typed(action);
            area = Site.typed(area);
            from = Site.typed(from);
            until = Site.typed(until);
        }

        public boolean isFiltered() {
            return Stream.of(who, action, area, from, until).anyMatch(text -> !text.isEmpty());
        }

        public String address() {
            return "?who=" + Addresses.encoded(who) + "&action=" + Addresses.encoded(action) + "&area="
                    + Addresses.encoded(area) + "&from=" + Addresses.encoded(from) + "&until="
                    + Addresses.encoded(until);
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance list(@BeanParam AuditQuery query, @RestQuery String cursor) {
        PageTexts t = frames.texts();
        PageRequest request = PageRequest.of(PAGE_SIZE, PeopleResource.orNull(cursor));
        Page<RecordedEvent> page = entries.find(query, request);
        Frame frame = frames.frame(
                SystemResource.place(t.say("nav.audit"), t).in(Section.AUDIT).api("/api/v1/audit"));
        return Pages.audit(frame, t, query, page, new TreeSet<>(log.actions()), areas);
    }

    /** Returns the newest matching entries as a CSV file, at most as many as one answer of the API contains. */
    @GET
    @Path("/entries.csv")
    @Produces("text/csv")
    public Response file(@BeanParam AuditQuery query) {
        return Response.ok(AuditCsv.of(entries.export(query, frames.person())), "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .build();
    }

    /**
     * Verifies the hashes of all entries and compares the hashes with the daily statements. If the reader types the
     * number and hash of an entry, also checks that the log still contains this entry. If the number or the hash is not
     * valid, or if only one of the two is typed, verifies nothing.
     */
    @GET
    @Path("/verification")
    @Produces(MediaType.TEXT_HTML)
    public Response verify(@RestQuery String seq, @RestQuery String hash) {
        PageTexts t = frames.texts();
        String number = Site.typed(seq);
        String sum = Site.typed(hash);
        boolean none = number.isEmpty() && sum.isEmpty();
        boolean faulty = !none && !(number.matches("[0-9]{1," + MAX_DIGITS + "}") && sum.matches("[0-9a-f]{64}"));
        List<Fault> faults = faulty ? List.of(new Fault("hash", t.say("audit.fault.head"))) : List.of();
        ChainHead known = none || faulty ? null : new ChainHead(Long.parseLong(number), sum);
        AuditVerification found = faulty ? null : watch.verify(known);
        Frame frame = frames.frame(SystemResource.place(t.say("audit.verify"), t)
                .in(Section.AUDIT)
                .below(t.say("nav.audit"), Section.AUDIT.path())
                .api("/api/v1/audit/verification")
                .after(faults));
        return PageReply.of(Pages.verification(frame, t, found, number, sum, faults), faults);
    }

    /**
     * Writes entries of the audit log as CSV. A text that a spreadsheet would run as a formula gets an apostrophe in
     * front.
     */
    private static final class AuditCsv {

        private static final ObjectMapper JSON = new ObjectMapper();

        private static final CsvTable<RecordedEvent> TABLE = new CsvTable<>(List.of(
                CsvColumn.number("seq", RecordedEvent::seq),
                CsvColumn.text("at", entry -> entry.at().toString()),
                CsvColumn.text("actor", RecordedEvent::actor),
                CsvColumn.text("actorName", RecordedEvent::actorName),
                CsvColumn.text("action", RecordedEvent::action),
                CsvColumn.text("subject", RecordedEvent::subject),
                CsvColumn.text("fromHash", RecordedEvent::fromHash),
                CsvColumn.text("toHash", RecordedEvent::toHash),
                CsvColumn.text("detail", AuditCsv::detail),
                CsvColumn.text("prevHash", RecordedEvent::prevHash),
                CsvColumn.text("hash", RecordedEvent::hash)));

        private AuditCsv() {}

        static String of(List<RecordedEvent> entries) {
            return TABLE.text(entries, new CsvStyle(',', "\r\n", false));
        }

        private static String detail(RecordedEvent entry) {
            return entry.detail().isEmpty() ? null : JsonText.write(JSON, entry.detail());
        }
    }
}
