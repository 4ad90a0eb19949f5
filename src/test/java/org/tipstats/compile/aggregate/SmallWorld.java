package org.tipstats.compile.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.DataStructure.Measure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dataflow.Constraint;
import org.tipstats.vocabulary.schema.Dataflow.RuleSetting;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.DisclosureSettings;
import org.tipstats.vocabulary.schema.DisclosureSettings.DisclosureMethod;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SampleStructures;

/**
 * A tiny world: five areas in two regions, one of which has a sub-region with an intermediate region, and an area
 * outside of all regions. No id is a real one, so that code which knows a real id fails.
 *
 * <pre>
 * earth ( north ( upper ( inner ( aa, bb ), cc ) ), south ( dd, ee ) ), ice
 * </pre>
 *
 * <p>A row of a cube has the form {@code "aa f coal 2010 12"}: the codes of the dimensions except frequency and unit,
 * and a count or one of the words {@code masked}, {@code missing}, {@code exempt} and {@code never}. {@code all} is the
 * total of each list.
 */
public final class SmallWorld {

    public static final List<String> AREAS = List.of("aa", "bb", "cc", "dd", "ee");
    public static final List<String> GROUPS = List.of("earth", "north", "upper", "inner", "south");

    private static final Map<String, String> WORDS =
            Map.of("masked", "hidden", "missing", "gone", "exempt", "free-of", "never", "cannot");

    private static final CodeList FREQUENCIES = list("often", code("yearly", null));
    private static final CodeList PLACES = list(
            "places",
            code("earth", null, "AREA_GROUP", "WORLD"),
            code("ice", null),
            code("aa", "inner"),
            code("bb", "inner"),
            code("cc", "upper"),
            code("dd", "south"),
            code("ee", "south"),
            code("north", "earth", "AREA_GROUP", "REGION"),
            code("south", "earth", "AREA_GROUP", "REGION"),
            code("upper", "north", "AREA_GROUP", "SUB_REGION"),
            code("inner", "upper", "AREA_GROUP", "INTERMEDIATE_REGION"));
    private static final CodeList SEXES =
            list("sexes", code("all", null, "TOTAL", "true"), code("f", "all"), code("m", "all"), code("u", "all"));
    private static final CodeList AGES =
            list("ages", code("all", null, "TOTAL", "true"), code("young", "all"), code("old", "all"));
    private static final CodeList KINDS =
            list("kinds", code("all", null, "TOTAL", "true"), code("coal", "all"), code("fish", "all"));
    private static final CodeList ORIGIN_CODES =
            list("origins", code("all", null, "TOTAL", "true"), code("near", "all"), code("far", "all"));
    private static final CodeList STEPS = list("steps", code("seen", null), code("tried", null));
    private static final CodeList STATES = list(
            "states",
            code("fine", null, "MEANING", "NORMAL"),
            code("early", null),
            code("shaky", null, "MEANING", "LOW_RELIABILITY"),
            code("hidden", null, "MEANING", "SUPPRESSED"),
            code("gone", null, "MEANING", "MISSING"),
            code("cannot", null, "MEANING", "NOT_APPLICABLE"),
            code("free-of", null, "MEANING", "EXEMPT"));
    private static final CodeList SECRECY = list(
            "secrecy",
            code("open", null, "MEANING", "FREE"),
            code("theirs", null, "MEANING", "PROVIDER_MASKED"),
            code("ours", null, "MEANING", "WITHHELD"),
            code("other", null));

    private static final RuleSetting FINER = new RuleSetting("victims-exceeds-origins", Map.of("finer", "origins"));
    private static final CodeList UNITS = units("100000", "4");
    private static final List<String> COUNTS_AND_RATES = List.of("heads", "share");

    /** Victims by sex and kind, with rates per 100,000 with four decimals. Counts below five are small. */
    public static final Dataflow VICTIMS = victims(5, UNITS);

    /** The same victims by sex and origin, as counts only. Their totals are figures of {@link #VICTIMS}. */
    public static final Dataflow ORIGINS = SampleStructures.withDisclosure(
            dataflow(
                    "origins",
                    5,
                    null,
                    List.of("heads"),
                    UNITS,
                    dimension("sex", Role.SEX, SEXES),
                    dimension("origin", Role.CITIZENSHIP, ORIGIN_CODES)),
            new DisclosureSettings(DisclosureMethod.SUPPRESSION, 0, true, 0, 0, "victims", List.of(), false));

    /** Persons by step, sex and age. Steps have no total. */
    public static final Dataflow PERSONS = dataflow(
            "persons",
            5,
            null,
            COUNTS_AND_RATES,
            UNITS,
            dimension("step", Role.STAGE, STEPS),
            dimension("sex", Role.SEX, SEXES),
            dimension("age", Role.AGE, AGES));

    /** Deeds by kind, published as counts only. */
    public static final Dataflow DEEDS =
            dataflow("deeds", 5, null, List.of("heads"), UNITS, dimension("kind", Role.OFFENCE, KINDS));

    /**
     * The population by sex and age. Its publication constraint allows rates: the code itself excludes rates of the
     * population.
     */
    public static final Dataflow POPULATION = dataflow(
            "people",
            0,
            "POPULATION",
            COUNTS_AND_RATES,
            UNITS,
            dimension("sex", Role.SEX, SEXES),
            dimension("age", Role.AGE, AGES));

    private SmallWorld() {}

    /** Returns victims with another threshold or another rate. */
    public static Dataflow victims(int threshold, String per, String decimals) {
        return victims(threshold, units(per, decimals));
    }

    private static Dataflow victims(int threshold, CodeList units) {
        return dataflow(
                "victims",
                threshold,
                null,
                COUNTS_AND_RATES,
                units,
                Map.of("victims-exceeds-origins", FINER),
                dimension("sex", Role.SEX, SEXES),
                dimension("kind", Role.EXPLOITATION, KINDS));
    }

    /** Returns a cube of counts. */
    public static Cube cube(Dataflow dataflow, String... rows) {
        return cube(dataflow, Arrays.asList(rows));
    }

    public static Cube cube(Dataflow dataflow, List<String> rows) {
        KeySpace space = new KeySpace(dataflow.structure());
        return Cube.of(
                space, rows.stream().map(row -> observation(dataflow, row)).toList());
    }

    public static Observation observation(Dataflow dataflow, String row) {
        int blank = row.lastIndexOf(' ');
        String value = row.substring(blank + 1);
        long key = key(dataflow, "heads", row.substring(0, blank));
        return WORDS.containsKey(value)
                ? Observation.absent(key, WORDS.get(value), value.equals("masked") ? "theirs" : null)
                : Observation.count(key, Long.parseLong(value), "fine");
    }

    /** Returns the key of a count. */
    public static long count(Dataflow dataflow, String cell) {
        return key(dataflow, "heads", cell);
    }

    /** Returns the key of a rate. */
    public static long rate(Dataflow dataflow, String cell) {
        return key(dataflow, "share", cell);
    }

    private static long key(Dataflow dataflow, String unit, String cell) {
        List<String> codes = new ArrayList<>(List.of(cell.split(" ")));
        codes.add(0, "yearly");
        codes.add(codes.size() - 1, unit);
        return new KeySpace(dataflow.structure())
                .parse(String.join(".", codes))
                .orElseThrow(() -> new IllegalArgumentException(cell));
    }

    private static Dataflow dataflow(
            String id,
            int threshold,
            String reference,
            List<String> units,
            CodeList unitList,
            Dimension... breakdowns) {
        return dataflow(id, threshold, reference, units, unitList, Map.of(), breakdowns);
    }

    private static Dataflow dataflow(
            String id,
            int threshold,
            String reference,
            List<String> units,
            CodeList unitList,
            Map<String, RuleSetting> rules,
            Dimension... breakdowns) {
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(dimension("often", Role.FREQUENCY, FREQUENCIES));
        dimensions.add(dimension("where", Role.AREA, PLACES));
        dimensions.addAll(List.of(breakdowns));
        dimensions.add(dimension("in", Role.UNIT, unitList));
        dimensions.add(dimension("when", Role.TIME, null));
        for (int i = 0; i < dimensions.size(); i++) {
            Dimension d = dimensions.get(i);
            dimensions.set(i, new Dimension(d.id(), i, d.name(), d.role(), d.codes(), d.firstYear(), false));
        }
        DataStructure structure = new DataStructure(
                "shape-of-" + id,
                "1",
                LocalText.EMPTY,
                dimensions,
                new Measure("figure", LocalText.EMPTY),
                List.of(
                        new Attribute("state", LocalText.EMPTY, Role.STATUS, STATES, 0, false),
                        new Attribute("secrecy", LocalText.EMPTY, Role.CONFIDENTIALITY, SECRECY, 0, false),
                        new Attribute("remark", LocalText.EMPTY, Role.COMMENT, null, 0, false)));
        return new Dataflow(
                "TIPSTATS",
                id,
                "1",
                LocalText.EMPTY,
                LocalText.EMPTY,
                structure,
                new Dataflow.Settings(
                        new Constraint("in", Map.of("in", List.of("heads"))),
                        new Constraint("out", Map.of("in", units)),
                        threshold,
                        SampleStructures.NO_SETTINGS,
                        reference,
                        rules,
                        null));
    }

    private static Dimension dimension(String id, Role role, CodeList codes) {
        return new Dimension(id, 0, LocalText.EMPTY, role, codes, codes == null ? 2000 : 0, false);
    }

    private static CodeList units(String per, String decimals) {
        Map<String, String> rate = per == null
                ? Map.of("MEANING", "RATE", "DECIMALS", decimals)
                : Map.of("MEANING", "RATE", "PER", per, "DECIMALS", decimals);
        return list(
                "units",
                new Code("share", 0, LocalText.EMPTY, LocalText.EMPTY, null, rate),
                code("heads", null, "MEANING", "COUNT"));
    }

    private static CodeList list(String id, Code... codes) {
        List<Code> placed = new ArrayList<>();
        for (Code code : codes) {
            placed.add(new Code(
                    code.id(), placed.size(), code.name(), code.description(), code.parent(), code.annotations()));
        }
        return new CodeList(id, "1", LocalText.EMPTY, placed);
    }

    private static Code code(String id, String parent, String... annotation) {
        Map<String, String> annotations = annotation.length == 0 ? Map.of() : Map.of(annotation[0], annotation[1]);
        return new Code(id, 0, LocalText.EMPTY, LocalText.EMPTY, parent, annotations);
    }

    /**
     * Returns an observation as text: value ({@code -} if there is none) and status. For an aggregate follow the
     * bounds, the number of reporting areas and of all areas, the number of masked ones, and the share of the
     * population. Returns {@code "nothing"} if there is no observation.
     */
    public static String show(Cube cube, long key) {
        return cube.find(key).map(SmallWorld::show).orElse("nothing");
    }

    private static String show(Observation observation) {
        String secrecy = observation.confidentiality() == null ? "" : "/" + observation.confidentiality();
        String shown = text(observation.value()) + " " + observation.status() + secrecy;
        Coverage coverage = observation.coverage();
        return coverage == null
                ? shown
                : "%s [%s..%s] %d/%d, %d masked, %s%%"
                        .formatted(
                                shown,
                                text(coverage.lower()),
                                text(coverage.upper()),
                                coverage.reporting(),
                                coverage.areas(),
                                coverage.masked(),
                                text(coverage.population()));
    }

    private static String text(BigDecimal number) {
        return number == null ? "-" : number.toPlainString();
    }
}
