package org.tipstats.site.chapter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.tipstats.disseminate.series.SeriesPoint;
import org.tipstats.disseminate.series.SeriesPoint.Break;
import org.tipstats.site.frame.PageTexts;

/** Says in sentences how to read a line chart. */
public final class SeriesNotes {

    private SeriesNotes() {}

    /**
     * Returns sentences on the percentages under the years, on broken lines, and on hollow marks.
     *
     * @param points all points of the chart; null for a year without a figure
     */
    public static List<String> of(List<SeriesPoint> points, PageTexts texts) {
        List<SeriesPoint> shown = points.stream()
                .filter(point -> point != null && point.figure().value() != null)
                .toList();
        List<String> notes = new ArrayList<>();
        if (shown.stream().anyMatch(point -> point.figure().coverage() != null)) {
            notes.add(texts.say("series.covered"));
        }
        for (Break kind : Break.values()) {
            add(notes, "series.break." + kind.word(), years(shown, point -> point.gap() == kind, texts), texts);
        }
        add(notes, "series.hollow", years(shown, SeriesPoint::hollow, texts), texts);
        return notes;
    }

    private static void add(List<String> notes, String key, String years, PageTexts texts) {
        if (!years.isEmpty()) {
            notes.add(texts.say(key, "years", years));
        }
    }

    private static String years(List<SeriesPoint> points, Predicate<SeriesPoint> wanted, PageTexts texts) {
        BitSet years = new BitSet();
        points.stream().filter(wanted).forEach(point -> years.set(Integer.parseInt(point.year())));
        return years(years, texts);
    }

    /** Returns the years as text, with a range for consecutive years. */
    static String years(BitSet years, PageTexts texts) {
        List<String> ranges = new ArrayList<>();
        for (int from = years.nextSetBit(0); from >= 0; from = years.nextSetBit(years.nextClearBit(from))) {
            int to = years.nextClearBit(from) - 1;
            ranges.add(FigureCells.range(String.valueOf(from), String.valueOf(to), texts));
        }
        return texts.joined(ranges);
    }
}
