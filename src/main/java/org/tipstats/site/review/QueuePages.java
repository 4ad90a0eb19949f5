package org.tipstats.site.review;

import com.ibm.icu.text.Collator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.values.Impact;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;

/** Makes the page of the queue. The file that has waited longest comes first. */
@Singleton
final class QueuePages {

    /** The filter of the queue. An empty text selects all files. */
    record QueueFilter(String state, String dataflow, String area) {

        /** Selects files whose warnings the submitter must still explain. */
        static final String UNEXPLAINED = "unexplained";

        static QueueFilter of(String state, String dataflow, String area) {
            return new QueueFilter(
                    UNEXPLAINED.equals(state) ? UNEXPLAINED : "",
                    dataflow == null ? "" : dataflow,
                    area == null ? "" : area);
        }

        SubmissionStatus status() {
            return state.equals(UNEXPLAINED) ? SubmissionStatus.NEEDS_JUSTIFICATION : SubmissionStatus.SUBMITTED;
        }

        boolean takes(SubmissionView view) {
            return (dataflow.isEmpty() || dataflow.equals(view.dataflow()))
                    && (area.isEmpty() || view.areas().contains(area));
        }

        boolean narrows() {
            return !dataflow.isEmpty() || !area.isEmpty();
        }
    }

    /**
     * The files that wait for review.
     *
     * @param next the URL of the file to review next: the longest waiting file that the reviewer may decide on; or null
     * @param filtered true if the list is filtered
     * @param rest the number of files not shown, in words; null if all files are shown
     */
    record QueuePage(
            List<Choice> states,
            List<Choice> dataflows,
            List<Choice> areas,
            List<Row> rows,
            String next,
            boolean filtered,
            String rest) {}

    /**
     * A file.
     *
     * @param at the time since when the file has waited, in ISO 8601
     * @param since the time since when the file has waited, in words
     * @param waiting the number of days that the file has waited, in words
     * @param size the number of figures that the file would change, in words
     * @param open true if the submitter must still explain warnings of the file
     * @param own true if the reader submitted the file
     */
    record Row(
            String address,
            String area,
            String dataflow,
            String fileName,
            String by,
            String at,
            String since,
            String waiting,
            String size,
            String warnings,
            boolean open,
            boolean own) {}

    /** Largest number of rows. The number is small because each row needs the impact of its file. */
    private static final int MAX_ROWS = 50;

    private final SubmissionReader reader;
    private final FileWords words;
    private final Clock clock;

    QueuePages(SubmissionReader reader, FileWords words, Clock clock) {
        this.reader = reader;
        this.words = words;
        this.clock = clock;
    }

    QueuePage page(QueueFilter requested, Actor who, PageTexts t) {
        List<SubmissionView> waiting = waiting(requested.status(), who);
        List<SubmissionView> wanted = waiting.stream().filter(requested::takes).toList();
        List<Row> rows =
                wanted.stream().limit(MAX_ROWS).map(view -> row(view, who, t)).toList();
        return new QueuePage(
                states(requested, t),
                options(waiting, SubmissionView::dataflow, id -> words.dataflow(id, t), requested.dataflow(), t),
                areas(waiting, requested, t),
                rows,
                rows.stream()
                        .filter(row -> !row.own() && !row.open())
                        .findFirst()
                        .map(Row::address)
                        .orElse(null),
                requested.narrows(),
                wanted.size() > MAX_ROWS ? t.say("queue.rest", "n", wanted.size() - MAX_ROWS) : null);
    }

    private List<SubmissionView> waiting(SubmissionStatus status, Actor who) {
        List<SubmissionView> all = new ArrayList<>();
        PageRequest request = new PageRequest(PageRequest.MAX_LIMIT, null);
        while (request != null) {
            Page<SubmissionView> page = reader.newest(status, who, request);
            all.addAll(page.items());
            request = page.next() == null ? null : PageRequest.of(String.valueOf(PageRequest.MAX_LIMIT), page.next());
        }
        all.sort(Comparator.comparing(QueuePages::since).thenComparing(SubmissionView::id));
        return all;
    }

    /** Returns the time at which the file entered its present state. */
    private static Instant since(SubmissionView view) {
        return view.statusHistory().get(view.statusHistory().size() - 1).at();
    }

    private Row row(SubmissionView view, Actor who, PageTexts t) {
        Instant since = since(view);
        boolean open = view.status() == SubmissionStatus.NEEDS_JUSTIFICATION;
        long warnings = view.counts().warning();
        return new Row(
                "/" + t.language() + Section.QUEUE.path() + "/" + view.id(),
                words.areas(view, t),
                words.dataflow(view.dataflow(), t),
                view.fileName(),
                view.submittedBy(),
                since.toString(),
                new DayTexts(t).time(since),
                t.say(
                        "queue.days",
                        "n",
                        Math.max(0, Duration.between(since, clock.instant()).toDays())),
                size(reader.impact(view.id(), who), t),
                t.say(open ? "queue.warnings.open" : "queue.warnings", "n", warnings),
                open,
                reader.isSubmittedBy(view.id(), who));
    }

    private static String size(Impact impact, PageTexts t) {
        NumberTexts numbers = new NumberTexts(t);
        return t.say(
                "queue.size.of",
                Map.of(
                        "added", numbers.whole(impact.added().size()),
                        "changed", numbers.whole(impact.changed().size()),
                        "removed", numbers.whole(impact.removed().size())));
    }

    private static List<Choice> states(QueueFilter requested, PageTexts t) {
        return Stream.of("", QueueFilter.UNEXPLAINED)
                .map(id -> new Choice(
                        id,
                        t.say(id.isEmpty() ? "status.submitted" : "status.needs_justification"),
                        id.equals(requested.state())))
                .toList();
    }

    private List<Choice> areas(List<SubmissionView> waiting, QueueFilter requested, PageTexts t) {
        Collator collator = t.collator();
        List<Choice> named = waiting.stream()
                .flatMap(view -> view.areas().stream())
                .distinct()
                .map(id -> new Choice(id, words.area(id, t), id.equals(requested.area())))
                .sorted(Comparator.comparing(Choice::text, collator))
                .toList();
        return withAll(named, requested.area(), t);
    }

    private static List<Choice> options(
            List<SubmissionView> waiting,
            Function<SubmissionView, String> of,
            Function<String, String> name,
            String chosen,
            PageTexts t) {
        List<Choice> named = waiting.stream()
                .map(of)
                .distinct()
                .sorted()
                .map(id -> new Choice(id, name.apply(id), id.equals(chosen)))
                .toList();
        return withAll(named, chosen, t);
    }

    private static List<Choice> withAll(List<Choice> named, String chosen, PageTexts t) {
        return Stream.concat(Stream.of(new Choice("", t.say("queue.all"), chosen.isEmpty())), named.stream())
                .toList();
    }
}
