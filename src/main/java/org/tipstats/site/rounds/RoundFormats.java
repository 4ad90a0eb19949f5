package org.tipstats.site.rounds;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.tipstats.collect.rounds.Round.RoundState;
import org.tipstats.collect.rounds.RoundBoard;
import org.tipstats.collect.rounds.RoundBoard.AreaAnswer;
import org.tipstats.collect.rounds.RoundBoard.PublicSummary;
import org.tipstats.collect.rounds.RoundItem;
import org.tipstats.collect.rounds.RoundItem.ItemState;
import org.tipstats.collect.rounds.RoundPart;
import org.tipstats.collect.rounds.RoundPart.PartExtension;
import org.tipstats.collect.rounds.RoundPart.PartState;
import org.tipstats.collect.rounds.RoundSummary;
import org.tipstats.collect.rounds.RoundView;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Formats;
import org.tipstats.site.frame.Frame.LanguageLink;
import org.tipstats.site.frame.PageTexts;

/** Formats rounds and parts. Templates call these methods on the values, see {@link Formats}. */
@TemplateExtension
final class RoundFormats {

    private static final Map<RoundState, String> ROUND_TONES =
            Map.of(RoundState.PLANNED, "quiet", RoundState.OPEN, "info", RoundState.CLOSED, "good");

    private static final Map<PartState, String> PART_TONES = Map.of(
            PartState.NOT_OPENED, "quiet",
            PartState.OPENED, "quiet",
            PartState.IN_PROGRESS, "info",
            PartState.SUBMITTED, "info",
            PartState.RETURNED, "warning",
            PartState.ACCEPTED, "good",
            PartState.DECLARED, "good");

    private static final Map<ItemState, String> ITEM_TONES = Map.of(
            ItemState.MISSING, "quiet",
            ItemState.IN_PROGRESS, "warning",
            ItemState.SUBMITTED, "info",
            ItemState.RETURNED, "warning",
            ItemState.ACCEPTED, "good",
            ItemState.DECLARED, "good");

    /** A measure of a summary: its name, and its value for each round. */
    record Measure(String name, List<String> values) {}

    private RoundFormats() {}

    static String text(RoundState state, PageTexts t) {
        return t.say("rounds.state." + word(state));
    }

    static String tone(RoundState state) {
        return ROUND_TONES.get(state);
    }

    static String text(PartState state, PageTexts t) {
        return t.say("rounds.part." + word(state));
    }

    static String tone(PartState state) {
        return PART_TONES.get(state);
    }

    static String text(ItemState state, PageTexts t) {
        return t.say("rounds.item." + word(state));
    }

    static String tone(ItemState state) {
        return ITEM_TONES.get(state);
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static String title(RoundView round, PageTexts t) {
        return Formats.words(round.title(), t);
    }

    static boolean isOpen(RoundView round) {
        return round.state() == RoundState.OPEN;
    }

    static boolean isClosed(RoundView round) {
        return round.state() == RoundState.CLOSED;
    }

    static RoundItem item(RoundPart part, String dataflow, String year) {
        return part.items().stream()
                .filter(item -> item.dataflow().equals(dataflow) && item.year().equals(year))
                .findFirst()
                .orElseThrow();
    }

    static String text(PartExtension extension, PageTexts t) {
        if (!extension.isOpen() && !extension.granted()) {
            return t.say("rounds.extension.refused");
        }
        String key = extension.isOpen() ? "rounds.extension.asked" : "rounds.extension.granted";
        return t.say(key, "day", Formats.deadline(extension.until(), t));
    }

    /** Returns the parts in the order of the names of their areas. */
    static List<RoundPart> byName(RoundBoard board, FileWords words, PageTexts t) {
        return board.areas().stream()
                .sorted(Comparator.comparing(RoundPart::area, words.areaOrder(t)))
                .toList();
    }

    /** Returns the answers in the order of the names of their areas. */
    static List<AreaAnswer> byName(PublicSummary summary, FileWords words, PageTexts t) {
        return summary.areas().stream()
                .sorted(Comparator.comparing(AreaAnswer::area, words.areaOrder(t)))
                .toList();
    }

    static String answered(RoundPart part, PageTexts t) {
        return of(part.itemsAnswered(), part.itemsAsked(), t);
    }

    static String answered(AreaAnswer answer, PageTexts t) {
        return of(answer.itemsAnswered(), answer.itemsAsked(), t);
    }

    /** Returns the id of the field for a text in a language. */
    static String field(LanguageLink link, String text) {
        return text + "-" + link.language();
    }

    private static String of(int n, int all, PageTexts t) {
        return t.say("rounds.of", "n", n, "all", all);
    }

    /** Returns the warnings per hundred rows; a dash if there is no file. */
    static String perHundred(RoundPart part, PageTexts t) {
        return shown(part.warningsPerHundred(), t);
    }

    static String perHundred(AreaAnswer answer, PageTexts t) {
        return shown(answer.warningsPerHundred(), t);
    }

    /** Returns a number; a dash if there is none. */
    private static String shown(BigDecimal number, PageTexts t) {
        return number == null ? "–" : t.numbers().exact(number);
    }

    private static String percent(BigDecimal share, PageTexts t) {
        return share == null ? "–" : t.numbers().exact(share) + "\u00a0%";
    }

    /** Returns the measures of rounds, a value for each round. */
    static List<Measure> measures(List<RoundSummary> rounds, PageTexts t) {
        return List.of(
                new Measure(
                        t.say("rounds.measure.asked"),
                        values(rounds, one -> t.numbers().whole(one.areasAsked()))),
                new Measure(
                        t.say("rounds.measure.answered"),
                        values(rounds, one -> t.numbers().whole(one.areasAnswered()))),
                new Measure(t.say("rounds.measure.response"), values(rounds, one -> percent(one.response(), t))),
                new Measure(
                        t.say("rounds.measure.items"),
                        values(rounds, one -> of(one.itemsAnswered(), one.itemsAsked(), t))),
                new Measure(
                        t.say("rounds.measure.completeness"), values(rounds, one -> percent(one.completeness(), t))),
                new Measure(
                        t.say("rounds.measure.declared"),
                        values(rounds, one -> t.numbers().whole(one.itemsDeclared()))),
                new Measure(t.say("rounds.measure.punctuality"), values(rounds, one -> percent(one.punctuality(), t))),
                new Measure(t.say("rounds.measure.late"), values(rounds, one -> shown(one.averageDaysLate(), t))),
                new Measure(t.say("rounds.warnings"), values(rounds, one -> shown(one.warningsPerHundred(), t))));
    }

    private static List<String> values(List<RoundSummary> rounds, Function<RoundSummary, String> value) {
        return rounds.stream().map(value).toList();
    }
}
