package org.tipstats.vocabulary.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.DataStructure.Measure;
import org.tipstats.vocabulary.schema.Dataflow.Constraint;
import org.tipstats.vocabulary.schema.Dataflow.RuleSetting;
import org.tipstats.vocabulary.schema.Dataflow.Settings;

/**
 * A small world for tests: seven areas in two levels of groups; sexes, ages and forms of exploitation with their trees;
 * kinds of support that overlap; units; years from 2000. Built by code, so that tests do not depend on the schemas.
 */
public final class SampleStructures {

    public static final CodeList AREAS = list(
            "CL_AREA",
            code("001", null, "AREA_GROUP", "WORLD"),
            code("150", "001", "AREA_GROUP", "REGION"),
            code("155", "150", "AREA_GROUP", "SUB_REGION"),
            code("154", "150", "AREA_GROUP", "SUB_REGION"),
            code("019", "001", "AREA_GROUP", "REGION"),
            code("AUT", "155"),
            code("BEL", "155"),
            code("CHE", "155"),
            code("DNK", "154"),
            code("EST", "154"),
            code("BOL", "019"),
            code("COL", "019"));

    public static final CodeList SEXES =
            list("CL_SEX", total("_T"), code("F", "_T"), code("M", "_T"), code("_O", "_T"), unknown());

    public static final CodeList AGES = list(
            "CL_AGE",
            total("_T"),
            code("Y0T17", "_T"),
            code("Y0T11", "Y0T17"),
            code("Y12T17", "Y0T17"),
            code("Y_GE18", "_T"),
            code("Y18T24", "Y_GE18"),
            code("Y_GE25", "Y_GE18"),
            unknown());

    public static final CodeList FORMS = list(
            "CL_EXPLOITATION",
            total("_T"),
            code("SEX", "_T"),
            code("LAB", "_T"),
            code("LAB_AGRI", "LAB"),
            code("LAB_DOM", "LAB"),
            code("OTH", "_T"),
            unknown());

    public static final CodeList SUPPORTS = list(
            "CL_SUPPORT",
            total("_T"),
            code("ASSISTANCE", "_T"),
            code("ASSISTANCE_MEDICAL", "ASSISTANCE"),
            code("ASSISTANCE_LEGAL", "ASSISTANCE"),
            code("RESIDENCE_PERMIT", "_T"));

    public static final CodeList UNITS = list(
            "CL_UNIT_MEASURE",
            code("NUMBER", null, "MEANING", "COUNT", "DECIMALS", "0"),
            code("PER_100000_POP", null, "MEANING", "RATE", "DECIMALS", "4", "PER", "100000"));

    public static final CodeList STATUSES = list(
            "CL_OBS_STATUS",
            code("A", null, "MEANING", "NORMAL"),
            code("P", null, "MEANING", "PROVISIONAL"),
            code("U", null, "MEANING", "LOW_RELIABILITY"),
            code("Q", null, "MEANING", "SUPPRESSED"),
            code("M", null, "MEANING", "NOT_APPLICABLE"),
            code("L", null, "MEANING", "MISSING"),
            code("O", null, "MEANING", "MISSING"),
            code("J", null, "MEANING", "EXEMPT"));

    public static final CodeList CONFIDENTIALITIES = list(
            "CL_CONF_STATUS",
            code("F", null, "MEANING", "FREE"),
            code("A", null, "MEANING", "PROVIDER_MASKED"),
            code("C", null, "MEANING", "WITHHELD"));

    public static final CodeList YES_NO =
            list("CL_YES_NO_UNKNOWN", code("Y", null, "MEANING", "YES"), code("N", null), code("U", null));

    /** The settings that apply if a schema states no settings. */
    public static final DisclosureSettings NO_SETTINGS = DisclosureSettings.from(Map.of());

    private SampleStructures() {}

    /** Returns victims by REF_AREA, SEX, AGE, EXPLOITATION, UNIT_MEASURE and TIME_PERIOD. */
    public static DataStructure victims() {
        return structure(
                "DSD_VICTIMS",
                coded("SEX", Role.SEX, SEXES, false),
                coded("AGE", Role.AGE, AGES, false),
                coded("EXPLOITATION", Role.EXPLOITATION, FORMS, false));
    }

    /** Returns assisted victims by REF_AREA, SUPPORT (whose codes overlap), SEX, UNIT_MEASURE and TIME_PERIOD. */
    public static DataStructure support() {
        return structure(
                "DSD_VICTIMS_SUPPORT",
                coded("SUPPORT", Role.SUPPORT, SUPPORTS, true),
                coded("SEX", Role.SEX, SEXES, false));
    }

    /** Returns a structure with the given dimensions between area and unit. Renumbers them. */
    public static DataStructure structure(String id, Dimension... between) {
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(coded("REF_AREA", Role.AREA, AREAS, false));
        dimensions.addAll(List.of(between));
        dimensions.add(coded("UNIT_MEASURE", Role.UNIT, UNITS, false));
        dimensions.add(new Dimension("TIME_PERIOD", 0, LocalText.EMPTY, Role.TIME, null, 2000, false));
        for (int d = 0; d < dimensions.size(); d++) {
            Dimension old = dimensions.get(d);
            dimensions.set(
                    d,
                    new Dimension(
                            old.id(), d, old.name(), old.role(), old.codes(), old.firstYear(), old.overlapping()));
        }
        List<Attribute> attributes = List.of(
                new Attribute("OBS_STATUS", LocalText.EMPTY, Role.STATUS, STATUSES, 0, false),
                new Attribute("CONF_STATUS", LocalText.EMPTY, Role.CONFIDENTIALITY, CONFIDENTIALITIES, 0, false),
                new Attribute("MULTI_RESPONSE", LocalText.EMPTY, Role.MULTI_RESPONSE, YES_NO, 0, false));
        return new DataStructure(
                id, "1.0.0", LocalText.EMPTY, dimensions, new Measure("OBS_VALUE", LocalText.EMPTY), attributes);
    }

    /**
     * Returns a dataflow of the structure with the threshold 5 and with settings of rules, for example {@code
     * tolerance=2}.
     */
    public static Dataflow dataflow(DataStructure structure, Map<String, String> settings) {
        Map<String, RuleSetting> rules = settings.entrySet().stream()
                .map(setting -> new RuleSetting(setting.getKey(), values(setting.getValue())))
                .collect(Collectors.toMap(RuleSetting::rule, setting -> setting));
        Constraint submission = new Constraint("SUBMISSION", Map.of("UNIT_MEASURE", List.of("NUMBER")));
        Constraint publication = new Constraint("PUBLICATION", Map.of());
        String id = structure.id().substring("DSD_".length());
        LocalText name = LocalText.EMPTY;
        return new Dataflow(
                "TIPSTATS",
                id,
                "1.0.0",
                name,
                name,
                structure,
                new Dataflow.Settings(submission, publication, 5, NO_SETTINGS, null, rules, null));
    }

    private static Map<String, String> values(String setting) {
        return Stream.of(setting.split(";"))
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    /** Returns a coded dimension. {@link #structure} sets its position. */
    public static Dimension coded(String id, Role role, CodeList codes, boolean overlapping) {
        return new Dimension(id, 0, LocalText.EMPTY, role, codes, 0, overlapping);
    }

    /** Returns a code list of the codes in the given order. */
    public static CodeList list(String id, Code... codes) {
        List<Code> placed = new ArrayList<>();
        for (Code code : codes) {
            placed.add(new Code(
                    code.id(), placed.size(), code.name(), code.description(), code.parent(), code.annotations()));
        }
        return new CodeList(id, "1.0.0", LocalText.EMPTY, placed);
    }

    private static Code total(String id) {
        return code(id, null, "TOTAL", "true");
    }

    private static Code unknown() {
        return code("_U", "_T", "UNKNOWN", "true");
    }

    /**
     * Returns a code. {@link #list} sets its position.
     *
     * @param annotations pairs of type and value
     */
    public static Code code(String id, String parent, String... annotations) {
        Map<String, String> values = new java.util.HashMap<>();
        for (int i = 0; i < annotations.length; i += 2) {
            values.put(annotations[i], annotations[i + 1]);
        }
        return new Code(id, 0, new LocalText(Map.of("en", id)), LocalText.EMPTY, parent, values);
    }

    /** Returns the same dataflow with another structure. */
    public static Dataflow withStructure(Dataflow flow, DataStructure other) {
        return new Dataflow(
                flow.agency(), flow.id(), flow.version(), flow.name(), flow.description(), other, flow.settings());
    }

    /** Returns the same dataflow with other settings of disclosure control. */
    public static Dataflow withDisclosure(Dataflow flow, DisclosureSettings other) {
        Settings changed = new Settings(
                flow.submission(),
                flow.publication(),
                flow.threshold(),
                other,
                flow.reference(),
                flow.rules(),
                flow.derivation());
        return new Dataflow(
                flow.agency(), flow.id(), flow.version(), flow.name(), flow.description(), flow.structure(), changed);
    }
}
