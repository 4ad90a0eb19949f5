package org.tipstats.upload;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tipstats.access.Actor;
import org.tipstats.access.Role;
import org.tipstats.filereport.FileWords;
import org.tipstats.page.DayTexts;
import org.tipstats.page.NumberTexts;
import org.tipstats.page.PageTexts;
import org.tipstats.submission.Change;
import org.tipstats.submission.Impact;
import org.tipstats.submission.SubmissionReader;
import org.tipstats.submission.SubmissionStatus;
import org.tipstats.submission.SubmissionView;
import org.tipstats.upload.SubmissionPage.Action;
import org.tipstats.upload.SubmissionPage.Changed;
import org.tipstats.web.Page;

/** Puts submissions into words. */
@Singleton
final class SubmissionPages {

    private static final int MOST_CHANGES = 500;

    private final SubmissionReader reader;
    private final FileWords words;

    SubmissionPages(SubmissionReader reader, FileWords words) {
        this.reader = reader;
        this.words = words;
    }

    SubmissionPage page(SubmissionView view, Actor who, boolean withImpact, PageTexts t) {
        boolean own = reader.isOwn(view.id(), who);
        boolean open = view.status() == SubmissionStatus.NEEDS_JUSTIFICATION
                || view.status() == SubmissionStatus.SUBMITTED
                || view.status() == SubmissionStatus.INVALID;
        boolean counts = withImpact && view.status() != SubmissionStatus.INVALID;
        return new SubmissionPage(
                view.id().toString(),
                view.fileName() == null ? t.say("upload.unnamed") : view.fileName(),
                words.dataflow(view.dataflow(), t) + " · " + words.areas(view, t),
                FileWords.status(view.status(), t),
                FileWords.tone(view.status()),
                t.say("upload.next." + word(view.status())),
                own ? action(view, t) : null,
                said(view, t),
                new Steps(t).of(view),
                counts(view, t),
                counts ? impact(reader.impact(view.id(), who), t) : null,
                own && open,
                view.source() == null && isCounting(view.status()) && isShownTo(who, own),
                new ReceiptFacts(t)
                        .of(
                                reader.receipt(view.id(), who),
                                view,
                                words.dataflow(view.dataflow(), t),
                                words.areas(view, t)),
                view.sha256().replaceAll("(.{8})(?!$)", "$1 "));
    }

    private static boolean isCounting(SubmissionStatus status) {
        return status == SubmissionStatus.NEEDS_JUSTIFICATION
                || status == SubmissionStatus.SUBMITTED
                || status == SubmissionStatus.ACCEPTED;
    }

    private static boolean isShownTo(Actor who, boolean own) {
        return own && who.may(Role.SUBMITTER) || who.may(Role.REVIEWER) || who.may(Role.PUBLISHER);
    }

    FileList list(Page<SubmissionView> page, String status, Actor who, PageTexts t) {
        return new FileList(
                page.items().stream().map(view -> row(view, t)).toList(),
                Stream.of(SubmissionStatus.values())
                        .map(each -> new FileList.Choice(
                                each.name(),
                                FileWords.status(each, t),
                                each.name().equals(status)))
                        .toList(),
                who.may(Role.SUBMITTER) || who.may(Role.ADMINISTRATOR),
                page.next() == null ? null : "?cursor=" + page.next() + (status == null ? "" : "&status=" + status));
    }

    private FileList.Row row(SubmissionView view, PageTexts t) {
        return new FileList.Row(
                view.id().toString(),
                view.fileName() == null ? t.say("upload.unnamed") : view.fileName(),
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

    private static Action action(SubmissionView view, PageTexts t) {
        String path = "/" + t.language() + "/desk/submissions/";
        return switch (view.status()) {
            case INVALID, RETURNED -> new Action(t.say("upload.mend"), path + "new?dataflow=" + view.dataflow());
            case NEEDS_JUSTIFICATION ->
                new Action(t.say("upload.explain", "n", view.counts().warning()), path + view.id() + "/report#explain");
            default -> null;
        };
    }

    private static SubmissionPage.Said said(SubmissionView view, PageTexts t) {
        SubmissionView.Step last = view.statusHistory().get(view.statusHistory().size() - 1);
        boolean decision = last.status() == SubmissionStatus.RETURNED || last.status() == SubmissionStatus.ACCEPTED;
        return !decision || last.comment() == null
                ? null
                : new SubmissionPage.Said(
                        last.comment(), last.by(), last.at().toString(), new DayTexts(t).time(last.at()));
    }

    private static SubmissionPage.Impact impact(Impact impact, PageTexts t) {
        // Put into words only as far as shown: a file may bring a hundred thousand figures.
        List<Changed> rows = Stream.of(
                        impact.changed().stream()
                                .sorted(Comparator.comparing(SubmissionPages::size)
                                        .reversed())
                                .limit(MOST_CHANGES)
                                .map(change -> changed(change, "revised", t)),
                        impact.added().stream().limit(MOST_CHANGES).map(change -> changed(change, "added", t)),
                        impact.removed().stream().limit(MOST_CHANGES).map(change -> changed(change, "removed", t)))
                .flatMap(part -> part)
                .limit(MOST_CHANGES)
                .toList();
        int all = impact.changed().size()
                + impact.added().size()
                + impact.removed().size();
        int more = all - rows.size();
        return new SubmissionPage.Impact(
                List.of(
                        t.say("upload.impact.added", "n", impact.added().size()),
                        t.say("upload.impact.revised", "n", impact.changed().size()),
                        t.say("upload.impact.removed", "n", impact.removed().size()),
                        t.say("upload.impact.same", "n", impact.unchanged())),
                rows,
                more > 0 ? t.say("upload.impact.more", "n", more) : null);
    }

    private static BigDecimal size(Change change) {
        BigDecimal before = change.old() == null || change.old().value() == null
                ? BigDecimal.ZERO
                : change.old().value();
        BigDecimal after = change.now() == null || change.now().value() == null
                ? BigDecimal.ZERO
                : change.now().value();
        return after.subtract(before).abs();
    }

    private static Changed changed(Change change, String kind, PageTexts t) {
        boolean both = change.old() != null
                && change.now() != null
                && change.old().value() != null
                && change.now().value() != null;
        BigDecimal difference =
                both ? change.now().value().subtract(change.old().value()) : null;
        String number = difference == null ? "–" : new NumberTexts(t).exact(difference);
        return new Changed(
                String.join(" · ", change.key().values()),
                figure(change.old(), t),
                figure(change.now(), t),
                difference != null && difference.signum() > 0 ? "+" + number : number,
                t.say("upload.kind." + kind));
    }

    private static String figure(Change.Figure figure, PageTexts t) {
        if (figure == null) {
            return "–";
        }
        return figure.value() == null ? figure.status() : new NumberTexts(t).exact(figure.value());
    }
}
