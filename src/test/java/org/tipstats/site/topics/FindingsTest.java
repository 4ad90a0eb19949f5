package org.tipstats.site.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.cube;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.disseminate.series.ConstantPanel;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.FlowFigures;
import org.tipstats.site.chapter.Passage;
import org.tipstats.site.chapter.Topic;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.Role;

/** The sentences on a tiny world, whose codes have no names. All expected numbers are worked out by hand. */
class FindingsTest {

    private static final List<String> YEARS = List.of("2005", "2006", "2007", "2008", "2009", "2010", "2011", "2012");
    private static final ReleaseReference RELEASE = new ReleaseReference(
            "r1", new LocalText(Map.of("en", "One")), Instant.parse("2020-01-01T00:00:00Z"), "hash", 1, true);
    private static final Cube PEOPLE = cube(
            POPULATION,
            "aa all all 2006 1000",
            "aa all all 2011 1000",
            "bb all all 2006 2000",
            "bb all all 2011 2000",
            "cc all all 2011 1000");

    private static AreaSubject subject(String area, Topic topic, Role breakdown, String... rows) {
        Cube figures = new AggregateCalculator(VICTIMS, PEOPLE).calculate(cube(VICTIMS, rows));
        Code place = VICTIMS.structure().area().codes().find(area).orElseThrow();
        Optional<Dimension> parts = Optional.ofNullable(breakdown).flatMap(VICTIMS.structure()::dimension);
        return AreaSubject.of(topic.id(), topic, new FlowFigures(VICTIMS, place, new Vintage(figures)), parts, YEARS)
                .orElseThrow();
    }

    private static Findings findings(String... rows) {
        Cube figures = new AggregateCalculator(VICTIMS, PEOPLE).calculate(cube(VICTIMS, rows));
        return new Findings(
                new Edition(RELEASE, null, 0, PageTexts.in("en")),
                (flow, chosen) -> ConstantPanel.of(flow, figures, PEOPLE, chosen));
    }

    private static List<String> share(String area, String... rows) {
        AreaSubject subject = subject(area, Topic.SEX, Role.SEX, rows);
        Code part = subject.breakdown().codes().find("f").orElseThrow();
        return findings(rows).share(subject, part).stream()
                .map(FindingsTest::text)
                .toList();
    }

    private static String text(Passage passage) {
        return passage.pieces().stream().map(Passage.Piece::text).collect(Collectors.joining());
    }

    @Test
    void aShareHasItsNumberAndTheSumOfThePublishedPartsAsItsBase() {
        // The total of 40 has ten persons without a sex: the base is 10 + 20 = 30.
        assertEquals(
                List.of(
                        ", 2011:  33.3% of detected victims (10 of 30).",
                        "The base of 30 is the sum of the published parts (, 2011), not the total."),
                share("aa", "aa all all 2011 40", "aa f all 2011 10", "aa m all 2011 20"));
    }

    @Test
    void aChangeIsOfTheTotalOfBothYears() {
        assertEquals(
                "“” was 20.0% of all detected victims in 2006 (10 of 50) and 25.0% in 2011 (10 of 40).",
                share(
                                "aa",
                                "aa all all 2006 50",
                                "aa f all 2006 10",
                                "aa all all 2011 40",
                                "aa f all 2011 10",
                                "aa m all 2011 20")
                        .get(2));
    }

    @Test
    void noChangeIsSaidOfAPartThatIsMoreThanItsTotal() {
        assertEquals(
                2,
                share(
                                "aa",
                                "aa all all 2006 9",
                                "aa f all 2006 10",
                                "aa all all 2011 40",
                                "aa f all 2011 10",
                                "aa m all 2011 20")
                        .size());
    }

    @Test
    void aChangeOfAGroupIsThatOfTheSameReporters() {
        // aa and bb report both years: 10 + 20 of 50 + 50 then, 10 + 50 of 40 + 60 now; cc reports only now. The parts
        // of all three now are 160 f of 230.
        List<String> said = share(
                "upper",
                "aa all all 2006 50",
                "aa f all 2006 10",
                "bb all all 2006 50",
                "bb f all 2006 20",
                "aa all all 2011 40",
                "aa f all 2011 10",
                "aa m all 2011 30",
                "bb all all 2011 60",
                "bb f all 2011 50",
                "bb m all 2011 10",
                "cc all all 2011 130",
                "cc f all 2011 100",
                "cc m all 2011 30");
        assertEquals(", 2011:  69.6% of detected victims (160 of 230).", said.get(0));
        // 3,000 of the 4,000 people live in aa and bb.
        assertEquals(
                "2 countries and areas have published numbers for both years (75.0 % of the population). There, “” was"
                        + " 30.0% of all detected victims in 2006 (30 of 100) and 60.0% in 2011 (60 of 100).",
                said.get(1));
    }

    @Test
    void oneReporterIsNoTrendOfAGroup() {
        assertEquals(
                2,
                share(
                                "upper",
                                "aa all all 2006 50",
                                "aa f all 2006 10",
                                "aa all all 2011 40",
                                "aa f all 2011 10",
                                "aa m all 2011 30",
                                "bb f all 2011 50",
                                "bb all all 2011 60")
                        .size());
    }

    @Test
    void aMissingPartAndAWithheldPartHaveDifferentSentences() {
        assertEquals(List.of(": no figure “” is reported."), share("aa", "aa all all 2011 40", "aa m all 2011 20"));
        assertEquals(
                List.of(", 2011: the figure “” is not shown, to protect people or because the country kept it back."),
                share("aa", "aa all all 2011 40", "aa m all 2011 20", "aa f all 2011 masked"));
    }

    @Test
    void aPartThatIsPublishedAloneHasItsNumber() {
        assertEquals(
                List.of(", 2011: “” 10. No share is shown, because other parts are withheld or zero."),
                share("aa", "aa all all 2011 40", "aa f all 2011 10", "aa m all 2011 masked"));
    }

    @Test
    void twoEqualPartsHaveNoLargest() {
        String[] equal = {"aa all all 2011 20", "aa all coal 2011 10", "aa all fish 2011 10"};
        AreaSubject subject = subject("aa", Topic.EXPLOITATION, Role.EXPLOITATION, equal);
        assertEquals(Optional.empty(), findings(equal).largest(subject));
    }

    @Test
    void theLargestPartIsNotSaidWhereAnotherIsHidden() {
        String[] open = {"aa all all 2011 40", "aa all coal 2011 30", "aa all fish 2011 10"};
        AreaSubject subject = subject("aa", Topic.EXPLOITATION, Role.EXPLOITATION, open);
        assertTrue(findings(open)
                .largest(subject)
                .map(FindingsTest::text)
                .orElse("")
                .contains("“”: 75.0% (30 of 40)"));
        String[] hidden = {"aa all all 2011 40", "aa all coal 2011 30", "aa all fish 2011 masked"};
        AreaSubject partly = subject("aa", Topic.EXPLOITATION, Role.EXPLOITATION, hidden);
        assertEquals(Optional.empty(), findings(hidden).largest(partly));
    }

    @Test
    void eachNumberOfTheReleaseLeadsToItsPage() {
        AreaSubject subject = subject("aa", Topic.SEX, Role.SEX, "aa f all 2011 10", "aa m all 2011 20");
        Code part = subject.breakdown().codes().find("f").orElseThrow();
        List<String> links = findings("aa f all 2011 10").share(subject, part).get(0).pieces().stream()
                .map(Passage.Piece::address)
                .filter(address -> address != null)
                .toList();
        assertEquals(1, links.size());
        assertTrue(
                links.get(0).startsWith("/en/figure/victims/") && links.get(0).contains("/2011?release=r1"));
    }

    @Test
    void aTotalOfAGroupHasItsRangeAndItsCoverage() {
        String[] rows = {"aa all all 2011 40", "bb all all 2011 masked"};
        AreaSubject subject = subject("upper", Topic.VICTIMS, null, rows);
        assertEquals(
                ": between 40 and 44 detected victims in 2011, from 2 of 3 countries and areas (75.0 % of the"
                        + " population). Nothing is added for the others.",
                findings(rows).total(subject).map(FindingsTest::text).orElseThrow());
    }

    private static List<String> unknown(AreaSubject subject) {
        Unknowns unknowns = new Unknowns(new Edition(RELEASE, null, 0, PageTexts.in("en")));
        unknowns.add(subject);
        return unknowns.sentences();
    }

    @Test
    void aDeclarationThatThereAreNoFiguresIsNoFigureThatIsNotShown() {
        String said = "There is a figure for 2012, but it is not shown.";
        String[] declared = {"aa all all 2011 40", "aa all all 2012 missing"};
        String[] masked = {"aa all all 2011 40", "aa all all 2012 masked"};
        assertEquals(1, unknown(subject("aa", Topic.VICTIMS, null, declared)).size(), "only that victims are detected");
        assertTrue(unknown(subject("aa", Topic.VICTIMS, null, masked)).contains(said));
    }

    @Test
    void partsAboveTheirTotalAreSaidBesideAHiddenPart() {
        AreaSubject subject = subject(
                "aa",
                Topic.SEX,
                Role.SEX,
                "aa all all 2011 22",
                "aa f all 2011 100",
                "aa m all 2011 60",
                "aa u all 2011 masked");
        assertTrue(
                unknown(subject).get(1).startsWith("2011, : the parts add up to 160, more than the total of 22."),
                () -> unknown(subject).toString());
    }

    @Test
    void partsThatAreLowestValuesAreSaid() {
        String said =
                "2011, : some countries or areas kept back small counts. The numbers and shares do not include them.";
        String[] bounded = {"aa f all 2011 10", "bb f all 2011 masked", "aa m all 2011 20"};
        String[] exact = {"aa f all 2011 10", "bb f all 2011 5", "aa m all 2011 20"};
        assertTrue(unknown(subject("upper", Topic.SEX, Role.SEX, bounded)).contains(said));
        assertEquals(1, unknown(subject("upper", Topic.SEX, Role.SEX, exact)).size(), "only that victims are detected");
    }

    @Test
    void theCoverageOfPartsIsThatOfAllOfThem() {
        AreaSubject subject = subject(
                "upper",
                Topic.SEX,
                Role.SEX,
                "aa f all 2011 10",
                "bb f all 2011 20",
                "aa m all 2011 30",
                "bb m all 2010 1");
        Edition edition = new Edition(RELEASE, null, 0, PageTexts.in("en"));
        assertEquals(
                "2011: each of these figures is from 1–2 of 3 countries and areas. Nothing is added for the others.",
                edition.source()
                        .coverage(
                                subject.table().rows().stream()
                                        .map(row -> row.figures().get(6)),
                                "2011"));
    }
}
