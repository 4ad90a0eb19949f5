package org.tipstats.site.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests drawings. The expected coordinates are computed by hand from the sizes of the charts. */
class DrawingTest {

    private static final List<String> YEARS = List.of("2014", "2015", "2016");
    private static final Axis HUNDRED = new Axis(n(100), List.of(tick(0), tick(50), tick(100)));

    private static BigDecimal n(long number) {
        return BigDecimal.valueOf(number);
    }

    private static Axis.Tick tick(long at) {
        return new Axis.Tick(n(at), Long.toString(at));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = DrawingTest.class.getResourceAsStream("/drawing/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static LineChart.Line line(String name, String colour, ChartValue... spots) {
        return new LineChart.Line(name, colour, List.of(spots));
    }

    private static List<String> paths(Drawing drawing, String kind) {
        return drawing.shapes().stream()
                .filter(shape -> shape.look().startsWith(kind))
                .map(Drawing.Shape::d)
                .toList();
    }

    @Test
    void aLineHasItsMarksItsBoundsAndItsGap() throws IOException {
        ChartValue bounded = new ChartValue(n(50), n(40), n(60), false, false, false);
        LineChart chart = new LineChart(
                "A & B",
                "2014–2016",
                YEARS,
                HUNDRED,
                List.of(),
                List.of(line("", "c1", bounded, ChartValue.HIDDEN, ChartValue.of(n(100)))));

        assertEquals(golden("line.svg"), chart.draw().svg());
    }

    @Test
    void aBarHasItsValueAtItsEndAndAHiddenOneNoLength() throws IOException {
        BarChart chart = new BarChart(
                "By citizenship",
                "2016",
                HUNDRED,
                List.of(
                        new BarChart.Group("النمسا", List.of(new BarChart.Bar("c1", ChartValue.of(n(75)), "75"))),
                        new BarChart.Group("<Unknown>", List.of(new BarChart.Bar("c6", ChartValue.HIDDEN, "c")))));

        assertEquals(golden("bars.svg"), chart.draw().svg());
    }

    @Test
    void aLineBreaksWhereYearsAreNotComparable() {
        ChartValue apart = new ChartValue(n(50), null, null, false, true, false);
        Drawing joined = chart(ChartValue.of(n(0)), ChartValue.of(n(50)), ChartValue.of(n(100)));
        Drawing broken = chart(ChartValue.of(n(0)), apart, ChartValue.of(n(100)));

        assertEquals(List.of("M80.7 194L187.6 103L294.5 12"), paths(joined, "line"));
        assertEquals(List.of("M80.7 194M187.6 103L294.5 12"), paths(broken, "line"));
        assertEquals(3, paths(broken, "dot").size());
    }

    @Test
    void aHollowMarkIsOpenAndTheCoverageStandsUnderItsYear() {
        ChartValue few = new ChartValue(n(50), null, null, false, false, true);
        Drawing drawing = new LineChart(
                        "",
                        "",
                        YEARS,
                        HUNDRED,
                        List.of("40 %", "", "12 %"),
                        List.of(line("", "c1", ChartValue.of(n(0)), few)))
                .draw();

        assertEquals(1, paths(drawing, "open c1").size());
        assertEquals(1, paths(drawing, "dot c1").size());
        assertEquals(234, drawing.height());
        assertEquals(
                List.of("40 %", "12 %"),
                drawing.words().stream()
                        .filter(words -> words.y().equals("225"))
                        .map(Drawing.Words::text)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static Drawing chart(ChartValue... spots) {
        return new LineChart("", "", YEARS, HUNDRED, List.of(), List.of(line("", "c1", spots))).draw();
    }

    @Test
    void aHiddenValueIsARingOnTheAxisAndNothingLeadsOverIt() {
        Drawing drawing = chart(ChartValue.of(n(10)), ChartValue.HIDDEN, ChartValue.of(n(10)));

        assertEquals(List.of("M184 194a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0Z"), paths(drawing, "ring"));
        assertEquals(List.of(), paths(drawing, "line"));
        assertEquals(2, paths(drawing, "dot").size());
    }

    @Test
    void namesAtTheEndsDoNotCoverEachOther() {
        List<LineChart.Line> lines = new ArrayList<>();
        for (String name : new String[] {"Sexual exploitation", "Forced labour or services", "Removal of organs"}) {
            lines.add(line(name, "c1", ChartValue.of(n(1)), ChartValue.NONE, ChartValue.of(n(1))));
        }
        Drawing drawing = new LineChart("", "", YEARS, HUNDRED, List.of(), lines).draw();
        List<Double> heights = drawing.words().stream()
                .filter(words -> words.look().equals("end"))
                .map(words -> Double.valueOf(words.y()))
                .toList();

        assertEquals(6, heights.size(), "each label has two lines");
        for (int i = 1; i < heights.size(); i++) {
            assertTrue(heights.get(i) - heights.get(i - 1) >= 12.9, heights.toString());
        }
        assertTrue(heights.get(5) <= 220, heights.toString());
    }

    @Test
    void linesDifferInMoreThanColour() {
        List<LineChart.Line> lines = Stream.of("a", "b", "c", "d", "e")
                .map(name -> line(name, "c1", ChartValue.NONE, ChartValue.of(n(50)), ChartValue.NONE))
                .toList();
        List<String> marks = paths(new LineChart("", "", YEARS, HUNDRED, List.of(), lines).draw(), "dot");

        assertEquals(5, marks.stream().distinct().count());
    }

    @Test
    void columnsOfAYearStandSideBySideFromZero() {
        ChartValue full = ChartValue.of(n(100));
        List<ColumnChart.Column> columns = List.of(
                new ColumnChart.Column("s1", List.of(full, full, full)),
                new ColumnChart.Column("s2", List.of(ChartValue.of(n(50)), ChartValue.HIDDEN, ChartValue.of(n(0)))));
        Drawing drawing = new ColumnChart("", "", YEARS, HUNDRED, columns).draw();

        // (352 - 27.2) / 3 = 108.27 for each of three years; the first is centred at 81.33; columns are 43.31 wide.
        assertEquals("M38 12H80.8V194H38Z", paths(drawing, "bar s1").get(0));
        assertEquals("M81.3 103H124.1V194H81.3Z", paths(drawing, "bar s2").get(0));
        assertEquals(2, paths(drawing, "bar s2").size());
        assertEquals(1, paths(drawing, "ring s2").size());
    }

    @Test
    void aSparklineBeginsAtZero() {
        Drawing drawing = new Sparkline(
                        "", List.of(ChartValue.of(n(0)), ChartValue.of(n(5)), ChartValue.NONE, ChartValue.of(n(10))), 1)
                .draw();

        // 114 for four values, which stand at 17.25, 45.75 and 102.75; 18 high above 21.
        assertEquals(List.of("M17.3 21h0L45.8 12h0M102.8 3h0"), paths(drawing, "line"));
        assertEquals(1, paths(drawing, "dot").size(), "only one spot is marked");
    }

    @ParameterizedTest
    @CsvSource({
        "242, 0 100 200 300",
        "23955, 0 10000 20000 30000",
        "4, 0 1 2 3 4",
        "1, 0 1",
        "0, 0 1",
        "100, 0 50 100",
        "17, 0 5 10 15 20"
    })
    void anAxisHasFewRoundSteps(long largest, String ticks) {
        Axis axis = Axis.reaching(n(largest), BigDecimal.ONE, BigDecimal::toPlainString);

        assertEquals(
                ticks,
                String.join(" ", axis.ticks().stream().map(Axis.Tick::text).toList()));
        assertTrue(axis.top().compareTo(n(largest)) >= 0);
    }

    @Test
    void anAxisOfRatesHasSmallSteps() {
        Axis axis = Axis.reaching(new BigDecimal("0.35"), new BigDecimal("0.01"), BigDecimal::toPlainString);

        assertEquals(
                List.of("0", "0.1", "0.2", "0.3", "0.4"),
                axis.ticks().stream().map(Axis.Tick::text).toList());
    }

    @Test
    void aFileHoldsNothingThatAPolicyForbidsNorXmlCannotHold() {
        String svg =
                chart(ChartValue.of(n(1)), ChartValue.NONE, ChartValue.NONE).svg();
        String odd = new Drawing(1, 1, "a\u0000\u0007b\uFFFE", "\"]]>", List.of(), List.of()).svg();

        assertFalse(svg.contains("style") || svg.contains("<script") || svg.contains("href"));
        assertTrue(odd.contains("<title>ab</title>\n<desc>&quot;]]&gt;</desc>"), odd);
    }

    /** Of 240 units of height, the values 75 and 25 have 180 and 60. The size of the stub does not depend on values. */
    @Test
    void bandsAreAsWideAsTheirValues() {
        FlowChart.Band large = new FlowChart.Band("A", "c1", n(75), "75");
        FlowChart.Band small = new FlowChart.Band("B", "c1", n(25), "25");
        List<FlowChart.Band> both = List.of(large, small);
        Drawing with = new FlowChart("T", "D", "H", true, both, "Not shown").draw();
        Drawing without = new FlowChart("T", "D", "H", true, both, null).draw();

        assertEquals(
                List.of(
                        "M156 22C255 22 255 25.5 354 25.5V205.5C255 205.5 255 202 156 202Z",
                        "M156 209C255 209 255 205.5 354 205.5V265.5C255 265.5 255 269 156 269Z"),
                paths(with, "band"));
        assertEquals(paths(with, "band"), paths(without, "band"), "suppressed values must not change the bands");
        assertEquals(List.of("M150 277.5H210V287.5H150Z"), paths(with, "stub"));
        assertEquals(List.of(), paths(without, "stub"));
        assertTrue(with.svg().contains("fill-opacity=\"0.45\""));
    }
}
