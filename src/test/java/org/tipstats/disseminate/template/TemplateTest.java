package org.tipstats.disseminate.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.disseminate.data.RealDataflows;
import org.tipstats.disseminate.template.Template.TemplateColumn;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;

class TemplateTest {

    private static final Dataflow VICTIMS = RealDataflows.of("VICTIMS");

    private static Observation count(String key, long value) {
        return Observation.count(new KeySpace(VICTIMS.structure()).parse(key).orElseThrow(), value, "A");
    }

    private static Template template(Dataflow dataflow, int year, Observation... known) {
        Code area = dataflow.structure().area().codes().find("AUT").orElseThrow();
        List<Observation> last = Template.latest(List.of(known), dataflow.structure(), year);
        return new Template(dataflow, area, year, 2020, last, true);
    }

    private static Stream<String> codes(Template template, String... columns) {
        return template.rows().stream()
                .map(row -> String.join(
                        " ",
                        Stream.of(columns)
                                .map(column -> row.getOrDefault(column, "-"))
                                .toList()));
    }

    @Test
    void theRowsAreTheSeriesOfTheLatestYearBeforeTheOneToFillIn() {
        Template template = template(
                VICTIMS,
                2016,
                count("A.AUT._T._T._T.NUMBER.2012", 9),
                count("A.AUT._T._T._T.NUMBER.2013", 10),
                count("A.AUT.F._T.SEX.NUMBER.2013", 4),
                count("A.AUT.M._T.SEX.NUMBER.2016", 5));
        assertEquals(
                List.of("AUT _T _T _T 2016 -", "AUT F _T SEX 2016 -"),
                codes(template, "REF_AREA", "SEX", "AGE", "EXPLOITATION", "TIME_PERIOD", "OBS_VALUE")
                        .toList());
        assertEquals("2013", template.lastYear().orElseThrow());
        assertEquals(
                List.of("10", "4"),
                template.lastRows().stream().map(row -> row.get("OBS_VALUE")).toList());
        assertTrue(template.csv().endsWith("\r\nAUT,F,_T,SEX,2016,,,,,,,,,,,,,\r\n"), template.csv());
    }

    @Test
    void anAreaWithoutEarlierFiguresBeginsWithTheTotals() {
        assertEquals(
                List.of("AUT _T _T _T 2016"),
                codes(template(VICTIMS, 2016), "REF_AREA", "SEX", "AGE", "EXPLOITATION", "TIME_PERIOD")
                        .toList());
        assertEquals(
                List.of("AUT SUSPECTED _T", "AUT PROSECUTED _T", "AUT CONVICTED _T"),
                codes(template(RealDataflows.of("PERSONS"), 2016), "REF_AREA", "STAGE", "SEX")
                        .toList());
        assertEquals(
                List.of("AUT 0204 2016"),
                codes(template(RealDataflows.of("OFFENCES"), 2016), "REF_AREA", "OFFENCE", "TIME_PERIOD")
                        .toList());
        assertEquals(
                List.of("AUT _T"),
                codes(template(RealDataflows.of("VICTIMS_REPATRIATION"), 2016), "REF_AREA", "COUNTERPART_AREA")
                        .toList());
    }

    @Test
    void columnsOfferWhatSubmissionsMayUse() {
        Template template = template(VICTIMS, 2016);
        TemplateColumn areas = template.column(Role.AREA).orElseThrow();
        assertEquals(249, areas.codes().size());
        assertFalse(areas.codes().stream().anyMatch(Code::isAreaGroup));
        assertTrue(template.columns().stream().noneMatch(column -> column.role() == Role.UNIT));
        assertTrue(template.columns().stream().noneMatch(column -> column.role() == Role.LOWER));
    }

    @Test
    void examplesAreATotalWithItsPartsAndAMissingFigure() {
        List<Map<String, String>> rows = new TemplateExamples(template(VICTIMS, 2016), "none").rows();
        assertEquals(
                List.of("_T 2016 12", "F 2016 7", "M 2016 4", "_O 2016 0", "_U 2016 1", "_T 2015 null"),
                rows.stream()
                        .map(row -> row.get("SEX") + " " + row.get("TIME_PERIOD") + " " + row.get("OBS_VALUE"))
                        .toList());
        assertEquals(
                Map.of(
                        "REF_AREA",
                        "AUT",
                        "SEX",
                        "_T",
                        "AGE",
                        "_T",
                        "EXPLOITATION",
                        "_T",
                        "TIME_PERIOD",
                        "2015",
                        "OBS_STATUS",
                        "L",
                        "COMMENT",
                        "none"),
                rows.get(5));
    }

    /** Nobody should take the invented figures of a template for everyone for those of a country. */
    @Test
    void examplesOfATemplateWithoutAnAreaAreAboutAntarctica() {
        Template template = new Template(VICTIMS, null, 2016, 2020, List.of(), true);

        assertTrue(new TemplateExamples(template, "none")
                .rows().stream().allMatch(row -> row.get("REF_AREA").equals("ATA")));
    }
}
