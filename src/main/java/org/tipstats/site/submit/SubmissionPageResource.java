package org.tipstats.site.submit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.discussion.DiscussionService;
import org.tipstats.collect.receive.ReceiptReader;
import org.tipstats.collect.receive.SubmissionMappings;
import org.tipstats.collect.receive.SubmissionMappings.SubmissionMapping;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.review.ReviewService;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.upload.Upload.UploadOrigin;
import org.tipstats.collect.upload.UploadFields.StoredFile;
import org.tipstats.collect.values.Impact;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.site.file.FileFormats;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.file.ImpactRows;
import org.tipstats.site.file.ImpactRows.ImpactTable;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Lists submitted files, shows the status, the changes and the receipt of each, and withdraws files. */
@Path(Site.LANG + "/desk/submissions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
@FormFilter.Guarded
class SubmissionPageResource {

    private final SubmissionReader reader;
    private final ReceiptReader receipts;
    private final SubmissionMappings mappings;
    private final ReviewService review;
    private final SchemaRegistry schemas;
    private final DiscussionService discussions;
    private final FileWords words;
    private final Frames frames;

    SubmissionPageResource(
            SubmissionReader reader,
            ReceiptReader receipts,
            SubmissionMappings mappings,
            ReviewService review,
            SchemaRegistry schemas,
            DiscussionService discussions,
            FileWords words,
            Frames frames) {
        this.reader = reader;
        this.receipts = receipts;
        this.mappings = mappings;
        this.review = review;
        this.schemas = schemas;
        this.discussions = discussions;
        this.words = words;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "upload")
    static final class Pages {

        /** @param status the name of the selected status; empty if all files are listed */
        static native TemplateInstance list(
                Frame frame,
                PageTexts t,
                FileWords words,
                Page<SubmissionView> page,
                List<SubmissionStatus> statuses,
                String status,
                boolean maySend);

        static native TemplateInstance submission(Frame frame, PageTexts t, FileWords words, SubmittedFile file);

        /** @param changes null if the person may not see the changes, or if the file is not valid or was deleted */
        static native TemplateInstance impact(
                Frame frame, PageTexts t, FileWords words, SubmissionView file, Changes changes);

        static native TemplateInstance receipt(
                Frame frame, PageTexts t, SubmissionView file, Map<String, String> facts);
    }

    /**
     * A submission.
     *
     * @param isReadable true if the person may read the received file
     * @param isForThem true if a reviewer entered the file on behalf of one of the person's areas
     * @param mapping the saved mapping that read the file; null if there is none, or if the person may not see it
     * @param isProtectable true if the person may ask which figures of the submission would be withheld
     * @param unanswered the number of figures whose last comment waits for an answer by the submitter, the whole file
     *     counted as one figure; 0 if the person may not comment now
     * @param contents the contents of the file in sentences, so that submitters can check that they sent the right file
     * @param impact the changes that the file makes; null if the person may not see them, or if the file is not valid
     *     or was deleted
     */
    record SubmittedFile(
            SubmissionView view,
            boolean isOwn,
            boolean isReadable,
            boolean isForThem,
            SubmissionMapping mapping,
            boolean isProtectable,
            long unanswered,
            List<String> contents,
            Impact impact) {

        public boolean isWithdrawable() {
            return isOwn && (view.status().isPending() || view.status() == SubmissionStatus.INVALID);
        }

        /**
         * Returns whether the figures came as a file and the person may act as its submitter. The page then explains
         * how to restore figures that the file replaced. Typed figures need no explanation, because people can type the
         * old figures again.
         */
        public boolean isOwnFile() {
            return isOwn && view.origin() == UploadOrigin.FILE;
        }
    }

    /** The changes that a submission makes. */
    record Changes(Impact impact, ImpactTable table) {}

    @GET
    public TemplateInstance list(@RestQuery String status, @RestQuery String cursor) {
        PageTexts t = frames.texts();
        String wanted = status == null || status.isBlank() ? null : status;
        Actor who = frames.person();
        Frame frame = frames.frame(PageContext.titled(t.say("upload.list.heading"))
                .in(Section.MY_FILES)
                .api("/api/v1/submissions"));
        return Pages.list(
                frame,
                t,
                words,
                reader.list(null, null, wanted, who, PageRequest.of(null, cursor)),
                List.of(SubmissionStatus.values()),
                wanted == null ? "" : wanted,
                who.may(AccountRole.SUBMITTER) || who.may(AccountRole.ADMINISTRATOR));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance submission(@RestPath String id) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        SubmissionView view = reader.compared(SubmissionIds.read(id), who);
        boolean own = reader.isOwn(view.id(), who);
        boolean counting = view.status().isPending() || view.status() == SubmissionStatus.ACCEPTED;
        boolean reads = who.readsDrafts();
        SubmittedFile file = new SubmittedFile(
                view,
                own,
                own || who.may(AccountRole.REVIEWER),
                view.onBehalf() && own && who.may(AccountRole.SUBMITTER),
                mappings.of(view.id(), who).orElse(null),
                view.source() == null && counting && (reads || own && who.may(AccountRole.SUBMITTER)),
                discussions.isOpen(view, who) ? discussions.of(view.id(), who).awaitingSubmitter() : 0,
                FileFormats.contentSentences(reader.report(view.id(), who), t),
                impact(view, who.readsAll() || own, who).orElse(null));
        return Pages.submission(frame(view, FileWords.shownName(view, t), ""), t, words, file);
    }

    private Optional<Impact> impact(SubmissionView view, boolean mayRead, Actor who) {
        return mayRead && view.status() != SubmissionStatus.INVALID && view.fileDeletedAt() == null
                ? Optional.of(reader.impact(view.id(), who))
                : Optional.empty();
    }

    @GET
    @Path("/{id}/impact")
    public TemplateInstance impact(@RestPath String id) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        SubmissionView view = view(id);
        Changes changes = impact(view, who.readsAll() || reader.isOwn(view.id(), who), who)
                .map(impact -> new Changes(impact, table(view, impact, who)))
                .orElse(null);
        return Pages.impact(frame(view, t.say("upload.impact.heading"), "/impact"), t, words, view, changes);
    }

    private ImpactTable table(SubmissionView view, Impact impact, Actor who) {
        DataStructure structure =
                schemas.dataflow(view.dataflow()).orElseThrow().structure();
        return new ImpactRows(structure, view.area() != null, frames.texts())
                .table(impact, view.id(), discussions.of(view.id(), who));
    }

    @GET
    @Path("/{id}/receipt")
    public TemplateInstance receipt(@RestPath String id) {
        PageTexts t = frames.texts();
        SubmissionView view = view(id);
        return Pages.receipt(frame(view, t.say("upload.receipt.heading"), "/receipt"), t, view, facts(view));
    }

    private Map<String, String> facts(SubmissionView view) {
        return ReceiptFacts.of(receipts.receipt(view.id(), frames.person()), view, words, frames.texts());
    }

    /** Returns the message in which the State sent the figures. */
    @GET
    @Path("/{id}/message")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response message(@RestPath String id) {
        StoredFile message = reader.message(view(id).id(), frames.person());
        return Response.ok((StreamingOutput) out -> message.content().transferTo(out))
                .header(HttpHeaders.CONTENT_DISPOSITION, message.disposition())
                .build();
    }

    /** Returns the receipt as a file to keep. */
    @GET
    @Path("/{id}/receipt/text")
    @Produces("text/plain;charset=UTF-8")
    public Response receiptText(@RestPath String id) {
        SubmissionView view = view(id);
        String about = "attachment; filename=\"receipt-" + view.id() + ".txt\"";
        PageTexts t = frames.texts();
        String origin = frame(view, t.say("upload.receipt.heading"), "/receipt").origin();
        return Response.ok(ReceiptFacts.text(facts(view), view, origin, t))
                .header(HttpHeaders.CONTENT_DISPOSITION, about)
                .build();
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
    public Response withdraw(@RestPath String lang, @RestPath String id) {
        review.withdraw(SubmissionIds.read(id), frames.person());
        return PageReply.next("/" + lang + "/desk/submissions/" + id);
    }

    private SubmissionView view(String id) {
        return reader.get(SubmissionIds.read(id), frames.person());
    }

    private Frame frame(SubmissionView view, String title, String below) {
        PageTexts t = frames.texts();
        PageContext place = below.isEmpty() ? place(title, t) : placeBelow(view, title, t);
        return frames.frame(place.api("/api/v1/submissions/" + view.id() + below));
    }

    static PageContext place(String title, PageTexts t) {
        return PageContext.onDesk(title, t).in(Section.MY_FILES).below(t.say("nav.my-files"), Section.MY_FILES.path());
    }

    /** Returns the context of a page that is one level below the page of a submission. */
    static PageContext placeBelow(SubmissionView view, String title, PageTexts t) {
        return place(title, t).below(FileWords.shownName(view, t), Section.MY_FILES.path() + "/" + view.id());
    }
}
