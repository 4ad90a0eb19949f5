package org.tipstats.site.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tipstats.collect.discussion.DiscussionService.Comment;
import org.tipstats.collect.discussion.DiscussionService.Discussion;
import org.tipstats.collect.values.Impact;
import org.tipstats.collect.values.Impact.Change;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.FigureSigns.Mark;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Role;

/** Turns the changes that a file makes into table rows. Submitters and reviewers see the same rows. */
public final class ImpactRows {

    /**
     * The changes that a file makes, the largest first.
     *
     * @param rows the first changes
     * @param total the number of all changes
     * @param same the number of unchanged values
     */
    public record ImpactTable(List<Row> rows, int total, long same) {

        public int shown() {
            return rows.size();
        }
    }

    /**
     * A value that changes.
     *
     * @param sign a sign for the kind of change: + for an added, ~ for a revised and − for a removed value
     * @param word the kind of change in words
     * @param key a description of the figure
     * @param note the statuses of the values; null if the old and the new status are normal
     * @param line a line chart of the series by year; null if the series has fewer than two values
     * @param history the accepted values in words; null if there is no accepted number in the years of the line chart
     * @param comments the URL of the form for a comment on the value
     * @param said the number of comments on the value, in words
     */
    public record Row(
            String sign,
            String word,
            String key,
            ShownFigure old,
            ShownFigure now,
            ShownFigure difference,
            ShownFigure relative,
            String note,
            Drawing line,
            String history,
            String comments,
            String said) {}

    static final int MAX_ROWS = 1_000;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CodeList codes;
    private final Statuses statuses;
    private final FigureWords words;
    private final PageTexts t;
    private final NumberTexts numbers;

    /**
     * Makes rows in one language.
     *
     * @param oneArea true if all rows are about the same area; the rows then do not name the area
     */
    public ImpactRows(DataStructure structure, boolean oneArea, PageTexts t) {
        this.codes = structure.attribute(Role.STATUS).map(Attribute::codes).orElseThrow();
        this.statuses = new Statuses(structure);
        this.words = new FigureWords(structure, !oneArea, t);
        this.t = t;
        this.numbers = t.numbers();
    }

    /**
     * Makes the table, with the largest change first.
     *
     * @param file the id of the file
     * @param said the comments on the figures of the file
     */
    public ImpactTable table(Impact impact, UUID file, Discussion said) {
        Map<String, List<Comment>> comments = said.byKey();
        ChangeHistory history = new ChangeHistory(impact, t);
        List<Change> all = Stream.of(impact.added(), impact.changed(), impact.removed())
                .flatMap(List::stream)
                .sorted(Comparator.comparing((Change change) -> size(change)).reversed())
                .toList();
        return new ImpactTable(
                all.stream()
                        .limit(MAX_ROWS)
                        .map(change -> row(change, history, file, comments))
                        .toList(),
                all.size(),
                impact.unchanged());
    }

    /** Returns the absolute change of a value in persons. A missing value counts as zero. */
    private static BigDecimal size(Change change) {
        return value(change.now()).subtract(value(change.old())).abs();
    }

    private static BigDecimal value(Change.Figure figure) {
        return figure == null || figure.value() == null ? BigDecimal.ZERO : figure.value();
    }

    private Row row(Change change, ChangeHistory history, UUID file, Map<String, List<Comment>> comments) {
        String cell = String.join(".", change.key().values());
        String kind = change.old() == null ? "added" : change.now() == null ? "removed" : "revised";
        return new Row(
                change.old() == null ? "+" : change.now() == null ? "−" : "~",
                t.say("review.kind." + kind),
                words.of(change.key()),
                figure(change.old()),
                figure(change.now()),
                difference(change),
                relative(change.relativeChange()),
                note(change),
                history.line(change),
                history.words(change),
                FileFormats.commentForm(file, cell, t),
                t.say(
                        "comments.count",
                        "n",
                        comments.getOrDefault(cell, List.of()).size()));
    }

    private String name(Code code) {
        return t.of(code.name());
    }

    private ShownFigure figure(Change.Figure figure) {
        if (figure == null) {
            return ShownFigure.marked(null, Mark.MISSING, t);
        }
        String number = figure.value() == null ? null : numbers.exact(figure.value());
        Observation observation = new Observation(0, figure.value(), figure.status(), null, Map.of(), null);
        return Mark.of(observation, statuses)
                .map(mark -> ShownFigure.marked(number, mark, t))
                .orElseGet(() -> ShownFigure.plain(number));
    }

    private ShownFigure difference(Change change) {
        boolean known = Stream.of(Optional.ofNullable(change.old()), Optional.ofNullable(change.now()))
                .flatMap(Optional::stream)
                .allMatch(figure -> figure.value() != null);
        return known
                ? ShownFigure.plain(signed(value(change.now()).subtract(value(change.old())), "{n}"))
                : ShownFigure.marked(null, Mark.NOT_APPLICABLE, t);
    }

    private ShownFigure relative(BigDecimal change) {
        return change == null
                ? ShownFigure.marked(null, Mark.NOT_APPLICABLE, t)
                : ShownFigure.plain(signed(
                        change.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP),
                        t.say("figures.percent", "n", "{n}")));
    }

    /** Formats a number with its sign in front, even in right-to-left text. */
    private String signed(BigDecimal number, String pattern) {
        String sign = number.signum() > 0 ? "+" : number.signum() < 0 ? "−" : "";
        return sign + pattern.replace("{n}", numbers.exact(number.abs()));
    }

    private String note(Change change) {
        String old = status(change.old());
        String now = status(change.now());
        if (old.equals(now)) {
            return now.isEmpty() ? null : now;
        }
        return change.old() == null || change.now() == null
                ? old + now
                : t.say("review.status.changed", "old", said(old), "new", said(now));
    }

    private String said(String status) {
        return status.isEmpty() ? codes.find(statuses.normal()).map(this::name).orElse(statuses.normal()) : status;
    }

    /** Returns the status in words; empty for the normal status and for a missing figure. */
    private String status(Change.Figure figure) {
        return figure == null || statuses.normal().equals(figure.status())
                ? ""
                : codes.find(figure.status()).map(this::name).orElse(figure.status());
    }
}
