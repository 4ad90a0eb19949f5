package org.tipstats.vocabulary.schema;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.vocabulary.schema.RepresentationMap.SourceValue;
import org.tipstats.vocabulary.schema.RepresentationMap.ValueMapping;
import org.tipstats.vocabulary.schema.StructureMap.Annotation;
import org.tipstats.vocabulary.schema.StructureMap.ComponentMap;
import org.tipstats.vocabulary.schema.StructureMap.DatePatternMap;
import org.tipstats.vocabulary.schema.StructureMap.FixedValueMap;
import org.tipstats.vocabulary.schema.StructureMap.Identity;

/** A structure map that has every kind of rule, and small representation maps. */
public final class SampleMaps {

    private static final String LISTS = "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=TIPSTATS:";

    private SampleMaps() {}

    /** Returns a representation map from one text to one code of the list of sexes. */
    public static RepresentationMap words(ValueMapping... mappings) {
        return new RepresentationMap(
                identity("RM_WORDS"), List.of("String"), List.of(LISTS + "CL_SEX(1.0.0)"), List.of(mappings));
    }

    /** Returns a mapping of one text to one code. */
    public static ValueMapping word(String word, String code) {
        return ValueMapping.of(List.of(word), List.of(code));
    }

    /** Returns a mapping of the values that match an expression. */
    public static ValueMapping expression(String expression, String code) {
        return new ValueMapping(List.of(new SourceValue(expression, true, null, null)), List.of(code), null, null);
    }

    /** Returns a structure map without rules except these. */
    public static StructureMap of(ComponentMap... components) {
        return new StructureMap(
                identity("SM_SMALL"),
                "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=ABC:TABLE(1.0.0)",
                "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=TIPSTATS:VICTIMS(1.0.0)",
                List.of(),
                List.of(components),
                List.of());
    }

    /** Returns a map with two components in one word, an expression, a part of a value, dates and annotations. */
    public static StructureMap complete() {
        RepresentationMap two = new RepresentationMap(
                new Identity(
                        "ABC",
                        "RM_TWO",
                        "2.0.1",
                        new LocalText(Map.of("en", "Word & two codes", "ky", "Сөз")),
                        new LocalText(Map.of("en", "One word means sex and age.")),
                        List.of(Annotation.of("ORIGIN", "Sheet1!A1"))),
                List.of("String", LISTS + "CL_FREQ(1.0.0)"),
                List.of(LISTS + "CL_SEX(1.0.0)", LISTS + "CL_AGE(1.0.0)"),
                List.of(
                        ValueMapping.of(List.of(" <Girls> ", "A"), List.of("F", "Y0T17")),
                        new ValueMapping(
                                List.of(new SourceValue("([FM])(.*)", true, null, null), SourceValue.of("A")),
                                List.of("\\1", "\\2"),
                                LocalDate.of(2016, 1, 1),
                                LocalDate.of(2016, 12, 31)),
                        new ValueMapping(
                                List.of(new SourceValue("F", false, 1, 1), new SourceValue("A", false, 2, null)),
                                List.of(),
                                null,
                                null)));
        return new StructureMap(
                new Identity(
                        "ABC",
                        "SM_TABLE",
                        "1.2.0",
                        new LocalText(Map.of("en", "A table", "ky", "Таблица")),
                        LocalText.EMPTY,
                        List.of(
                                new Annotation(
                                        "a1", "READING", "How the table is read", "{\"rows\": 1}", LocalText.EMPTY),
                                new Annotation(
                                        null,
                                        "NOTE",
                                        null,
                                        null,
                                        new LocalText(Map.of("en", "Checked", "fr", "Vérifié"))))),
                "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=ABC:TABLE(1.0.0)",
                "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=TIPSTATS:VICTIMS(1.0.0)",
                List.of(new DatePatternMap("D1", "MONTH", "TIME_PERIOD", "MM/yyyy", "en", "A")),
                List.of(
                        new ComponentMap(List.of("WHO", "FREQ"), List.of("SEX", "AGE"), Optional.of(two)),
                        new ComponentMap(List.of("COUNT"), List.of("OBS_VALUE"), Optional.empty())),
                List.of(
                        new FixedValueMap("REF_AREA", false, List.of("KGZ")),
                        new FixedValueMap("STATUS", true, List.of("final", "revised"))));
    }

    private static Identity identity(String id) {
        return new Identity("ABC", id, "1.0.0", new LocalText(Map.of("en", id)), LocalText.EMPTY, List.of());
    }
}
