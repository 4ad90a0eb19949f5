package org.tipstats.site.chapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.disseminate.series.SeriesPoint;
import org.tipstats.disseminate.series.SeriesPoint.Break;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;

class SeriesNotesTest {

    private static SeriesPoint point(int year, Break gap, boolean hollow) {
        Observation figure = new Observation(year, BigDecimal.TEN, "A", null, Map.of(), null);
        return new SeriesPoint(String.valueOf(year), figure, gap, hollow);
    }

    /** Two lines break: one at 2004, 2005 and 2009, the other at 2006 and 2012. */
    private static List<SeriesPoint> broken(Break gap) {
        List<SeriesPoint> points = new ArrayList<>();
        for (int year : new int[] {2004, 2009, 2005, 2006, 2012}) {
            points.add(point(year, gap, false));
        }
        points.add(point(2007, null, false));
        points.add(null);
        return points;
    }

    @ParameterizedTest
    @CsvSource({
        "en, '2004–2006, 2009, 2012'",
        "fr, '2004–2006, 2009, 2012'",
        "es, '2004–2006, 2009, 2012'",
        "ru, '2004–2006, 2009, 2012'",
        "ar, '2004–2006، 2009، 2012'",
        "zh, '2004–2006，2009，2012'"
    })
    void yearsThatFollowEachOtherAreOneRange(String language, String years) {
        PageTexts texts = PageTexts.in(language);
        for (Break gap : Break.values()) {
            assertEquals(
                    List.of(texts.say("series.break." + gap.word(), "years", years)),
                    SeriesNotes.of(broken(gap), texts));
        }
    }

    @Test
    void hollowMarksAreNamedByTheirYears() {
        List<SeriesPoint> points = List.of(point(2015, null, true), point(2016, null, true), point(2014, null, false));
        assertEquals(
                List.of("A hollow mark rests on few people: 2015–2016."), SeriesNotes.of(points, PageTexts.in("en")));
    }
}
