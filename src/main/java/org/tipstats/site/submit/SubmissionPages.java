package org.tipstats.site.submit;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tipstats.collect.discussion.DiscussionService;
import org.tipstats.collect.discussion.DiscussionService.Discussion;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionReader.Receipt;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.values.Impact;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.http.Page;
import org.tipstats.site.file.ContentsTexts;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.file.ImpactRows;
import org.tipstats.site.file.ImpactRows.ImpactTable;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the pages of submissions. */
@Singleton
final class SubmissionPages {

    /**
     * A list of submitted files.
     *
     * @param mayUpload true if the person may submit files
     * @param next the query of the next page; null on the last page
     */
    record FileList(List<Row> rows, List<Choice> statuses, boolean mayUpload, String next) {}

    /** A file. */
    record Row(
            String id,
            String fileName,
            String area,
            String dataflow,
            String status,
            String tone,
            String at,
            String when,
            String counts) {}

    /**
     * The facts that the pages of one submission show.
     *
     * @param what the dataflow and the areas of the submission, in words
     * @param said the comment of the reviewer's last decision; null if there is no such comment
     * @param asked the number of comments that wait for an answer, in words; null if no comment waits
     * @param next a sentence that says what happens next and who must act
     * @param action the button for the submitter's next step; null if the submitter need not act
     * @param protectable true if the person may ask which figures of the submission would be withheld
     * @param facts the facts of the receipt, by label
     */
    record SubmissionPage(
            String id,
            String fileName,
            String what,
            String status,
            String tone,
            String next,
            Action action,
            Decision said,
            String asked,
            List<Step> steps,
            List<String> counts,
            ImpactSummary impact,
            boolean withdrawable,
            boolean protectable,
            Map<String, String> facts,
            String hash) {

        /** Returns the path of the submission's page, without the language. */
        public String path() {
            return "/desk/submissions/" + id;
        }
    }

    /** A button that links to a page. */
    record Action(String text, String address) {}

    /** The comment of a decision. */
    record Decision(String text, String by, String at, String when) {}

    /**
     * A step of the submission.
     *
     * @param state a word that says if the step is done, happens now or comes later
     */
    record Step(String text, String state, String by, String at, String when, String comment) {}

    /**
     * The numbers of figures that would change, and the table of changes.
     *
     * @param table null if the page shows only the numbers
     */
    record ImpactSummary(List<String> counts, ImpactTable table) {}

    private final SubmissionReader reader;
    private final SchemaRegistry schemas;
    private final FileWords words;
    private final DiscussionService discussions;

    SubmissionPages(SubmissionReader reader, SchemaRegistry schemas, FileWords words, DiscussionService discussions) {
        this.reader = reader;
        this.schemas = schemas;
        this.words = words;
        this.discussions = discussions;
    }

    /** The detail in which a page shows the changes that a file makes. */
    enum ImpactDetail {
        NOTHING,
        COUNTS,
        TABLE
    }

    SubmissionPage page(SubmissionView view, Actor who, ImpactDetail reported, PageTexts t) {
        Discussion said = discussions.of(view.id(), who);
        boolean own = reader.isOwn(view.id(), who);
        boolean open = view.status() == SubmissionStatus.NEEDS_JUSTIFICATION
                || view.status() == SubmissionStatus.SUBMITTED
                || view.status() == SubmissionStatus.INVALID;
        boolean counts = reported != ImpactDetail.NOTHING
                && view.status() != SubmissionStatus.INVALID
                && (own || who.readsAll());
        return new SubmissionPage(
                view.id().toString(),
                FileWords.fileName(view.fileName(), t),
                words.dataflow(view.dataflow(), t) + " · " + words.areas(view, t),
                FileWords.status(view.status(), t),
                FileWords.tone(view.status()),
                t.say("upload.next." + word(view.status())),
                own ? action(view, t) : null,
                said(view, t),
                discussions.isOpen(view, who) ? asked(said, t) : null,
                new Steps(t).of(view),
                reported == ImpactDetail.COUNTS ? countsWithContents(view, who, t) : counts(view, t),
                counts
                        ? impact(view, reader.impact(view.id(), who), reported == ImpactDetail.TABLE ? said : null, t)
                        : null,
                own && open,
                view.source() == null && isCounting(view.status()) && isShownTo(who, own),
                receipt(view, who, t),
                view.sha256().replaceAll("(.{8})(?!$)", "$1 "));
    }

    private Map<String, String> receipt(SubmissionView view, Actor who, PageTexts t) {
        Receipt receipt = reader.receipt(view.id(), who);
        return new ReceiptFacts(t).of(receipt, view, words.dataflow(view.dataflow(), t), words.areas(view, t));
    }

    private static String asked(Discussion said, PageTexts t) {
        return said.awaitingSubmitter() == 0 ? null : t.say("comments.waiting", "n", said.awaitingSubmitter());
    }

    private static boolean isCounting(SubmissionStatus status) {
        return status == SubmissionStatus.NEEDS_JUSTIFICATION
                || status == SubmissionStatus.SUBMITTED
                || status == SubmissionStatus.ACCEPTED;
    }

    private static boolean isShownTo(Actor who, boolean own) {
        return own && who.may(AccountRole.SUBMITTER) || who.may(AccountRole.REVIEWER) || who.may(AccountRole.PUBLISHER);
    }

    FileList list(Page<SubmissionView> page, String status, Actor who, PageTexts t) {
        return new FileList(
                page.items().stream().map(view -> row(view, t)).toList(),
                Stream.of(SubmissionStatus.values())
                        .map(each -> new Choice(
                                each.name(),
                                FileWords.status(each, t),
                                each.name().equals(status)))
                        .toList(),
                who.may(AccountRole.SUBMITTER) || who.may(AccountRole.ADMINISTRATOR),
                page.next() == null ? null : "?cursor=" + page.next() + (status == null ? "" : "&status=" + status));
    }

    private Row row(SubmissionView view, PageTexts t) {
        return new Row(
                view.id().toString(),
                FileWords.fileName(view.fileName(), t),
                words.areas(view, t),
                words.dataflow(view.dataflow(), t),
                FileWords.status(view.status(), t),
                FileWords.tone(view.status()),
                view.receivedAt().toString(),
                new DayTexts(t).time(view.receivedAt()),
                String.join(t.say("filereport.comma"), counts(view, t)));
    }

    private static String word(SubmissionStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> counts(SubmissionView view, PageTexts t) {
        return List.of(
                t.say("filereport.rows", "n", view.rows()),
                t.say("upload.errors", "n", view.counts().error()),
                t.say("upload.warnings", "n", view.counts().warning()));
    }

    /** Returns the counts and the contents of a file. Submitters use them to check that they sent the right file. */
    private List<String> countsWithContents(SubmissionView view, Actor who, PageTexts t) {
        List<String> found = new ArrayList<>(counts(view, t));
        found.addAll(new ContentsTexts(t).of(reader.report(view.id(), who)));
        return found;
    }

    private static Action action(SubmissionView view, PageTexts t) {
        String path = "/" + t.language() + "/desk/submissions/";
        return switch (view.status()) {
            case INVALID, RETURNED -> new Action(t.say("upload.mend"), path + "new?dataflow=" + view.dataflow());
            case NEEDS_JUSTIFICATION ->
                new Action(t.say("upload.explain", "n", view.counts().warning()), path + view.id() + "/report#explain");
            default -> null;
        };
    }

    private static Decision said(SubmissionView view, PageTexts t) {
        SubmissionView.Step last = view.statusHistory().get(view.statusHistory().size() - 1);
        boolean decision = last.status() == SubmissionStatus.RETURNED || last.status() == SubmissionStatus.ACCEPTED;
        return !decision || last.comment() == null
                ? null
                : new Decision(last.comment(), last.by(), last.at().toString(), new DayTexts(t).time(last.at()));
    }

    /**
     * Makes the summary of the changes.
     *
     * @param said the comments on the figures; null to leave out the table
     */
    private ImpactSummary impact(SubmissionView view, Impact impact, Discussion said, PageTexts t) {
        DataStructure structure =
                schemas.dataflow(view.dataflow()).orElseThrow().structure();
        return new ImpactSummary(
                List.of(
                        t.say("upload.impact.added", "n", impact.added().size()),
                        t.say("upload.impact.revised", "n", impact.changed().size()),
                        t.say("upload.impact.removed", "n", impact.removed().size()),
                        t.say("upload.impact.same", "n", impact.unchanged())),
                said == null ? null : new ImpactRows(structure, view.area() != null, t).table(impact, view.id(), said));
    }
}
