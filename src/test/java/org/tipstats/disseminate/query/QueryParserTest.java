package org.tipstats.disseminate.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.disseminate.data.RealDataflows;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

class QueryParserTest {

    private static final Dataflow VICTIMS = RealDataflows.of("VICTIMS");

    private static DataQuery parse(String... pairs) {
        return new QueryParser(VICTIMS, Set.of("release")).parse(parameters(pairs));
    }

    private static Map<String, List<String>> parameters(String... pairs) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : pairs) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], List.of(parts[1].split("&")));
        }
        return parameters;
    }

    private static List<InputError> faults(String... pairs) {
        return assertThrows(ProblemException.class, () -> parse(pairs))
                .problem()
                .errors();
    }

    /** Returns the selected codes of a dimension; null for all. */
    private static List<String> wanted(DataQuery query, String id) {
        Dimension dimension = VICTIMS.structure().dimension(id).orElseThrow();
        BitSet positions = query.wanted().get(dimension.position());
        return positions == null
                ? null
                : positions.stream().mapToObj(dimension::valueAt).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SEX | F | F",
                "SEX | M,F | F M",
                "SEX | F,F | F",
                "SEX | children(_T) | F M _O _U",
                "AGE | children(_T) | Y0T17 Y_GE18 _U",
                "AGE | descendants(Y0T17) | Y0T11 Y12T17",
                "AGE | Y0T17,children(Y0T17) | Y0T17 Y0T11 Y12T17",
                "EXPLOITATION | children(SEX) | SEX_PROST SEX_PORN SEX_OTH",
                "EXPLOITATION | descendants(ORG) | ''",
                "REF_AREA | children(155) | AUT BEL CHE DEU FRA LIE LUX MCO NLD",
                "TIME_PERIOD | 2010 | 2010",
                "TIME_PERIOD | 2010:2012 | 2010 2011 2012",
                "TIME_PERIOD | 2010:2010 | 2010",
                "TIME_PERIOD | :2002 | 2000 2001 2002",
                "TIME_PERIOD | 2015,2000:2001 | 2000 2001 2015",
            })
    void aValueAsksForCodes(String dimension, String value, String codes) {
        List<String> expected = codes.isEmpty() ? List.of() : List.of(codes.split(" "));
        assertEquals(expected, wanted(parse(dimension + "=" + value), dimension));
    }

    @ParameterizedTest
    @CsvSource({"SEX, *", "SEX, 'F,*'", "TIME_PERIOD, *", "REF_AREA, *"})
    void aStarAsksForAll(String dimension, String value) {
        assertNull(wanted(parse(dimension + "=" + value), dimension));
    }

    @Test
    void whatIsLeftOutAsksForAll() {
        DataQuery query = parse("SEX=F", "release=x");
        assertNull(wanted(query, "REF_AREA"));
        assertNull(wanted(query, "TIME_PERIOD"));
        assertEquals(Map.of(), query.attributes());
    }

    @Test
    void codedAttributesAreAskedForByTheirCodes() {
        assertEquals(
                Map.of("OBS_STATUS", List.of("Q", "M"), "CONF_STATUS", List.of("C")),
                parse("OBS_STATUS=Q,M", "CONF_STATUS=C", "DEDUPLICATED=*").attributes());
    }

    @Test
    void everyFaultIsNamedWithItsValueAndWhatMayBeMeant() {
        List<InputError> faults =
                faults("REF_AREA=AUX,AUT,children(XYZ)", "SEX=F&M", "AGES=_T", "TIME_PERIOD=2012:2010");
        assertEquals(
                List.of("REF_AREA", "REF_AREA", "SEX", "AGES", "TIME_PERIOD"),
                faults.stream().map(InputError::parameter).toList());
        assertEquals(
                List.of("AUX", "XYZ", "M", "_T", "2012:2010"),
                faults.stream().map(InputError::value).toList());
        assertEquals(List.of("AGE"), faults.get(3).suggestions());
        assertEquals(List.of("2010:2012"), faults.get(4).suggestions());
    }

    @ParameterizedTest
    @CsvSource({
        "REF_AREA, AUT+DEU, 'AUT,DEU'",
        "REF_AREA, AUT DEU, 'AUT,DEU'",
        "REF_AREA, Children(150), children(150)",
        "TIME_PERIOD, LATEST(3), latest(3)",
        "TIME_PERIOD, latest, latest(1)",
        "TIME_PERIOD, 2010-2012, 2010:2012",
    })
    void anotherSpellingOfATermIsUnderstoodAsASuggestion(String dimension, String value, String meant) {
        List<InputError> faults = faults(dimension + "=" + value);
        assertEquals(1, faults.size(), faults::toString);
        assertEquals(List.of(meant), faults.get(0).suggestions());
    }

    @Test
    void aFunctionIsSuggestedOnlyWhereItWorks() {
        assertEquals(List.of(), faults("REF_AREA=Latest(3)").get(0).suggestions());
    }

    @ParameterizedTest
    @CsvSource({
        "REF_AREA, austria, AUT",
        "REF_AREA, Autriche, AUT",
        "REF_AREA, AU, AUS",
        "SEX, female, F",
        "EXPLOITATION, LABOUR, LAB",
    })
    void aNameIsUnderstoodAsASuggestion(String dimension, String value, String code) {
        List<String> suggestions = faults(dimension + "=" + value).get(0).suggestions();
        assertEquals(true, suggestions.contains(code), suggestions.toString());
    }

    @ParameterizedTest
    @CsvSource({"2010:2011:2012", ":1999", "1999:", "x:2010", "2010:x", "10", "2010-2012", "children(2010)", "''"})
    void whatIsNoPeriodIsRefused(String period) {
        assertEquals("TIME_PERIOD", faults("TIME_PERIOD=" + period).get(0).parameter());
    }

    @Test
    void theValueItselfIsNoParameterAndNeitherIsAText() {
        assertEquals("OBS_VALUE", faults("OBS_VALUE=12").get(0).parameter());
        assertEquals("COMMENT", faults("COMMENT=x").get(0).parameter());
    }

    @Test
    void equalQueriesHaveEqualTexts() {
        assertEquals(
                parse("SEX=F,M", "REF_AREA=AUT", "OBS_STATUS=A").canonical(),
                parse("OBS_STATUS=A", "REF_AREA=AUT", "SEX=M,F").canonical());
        assertEquals(parse("SEX=*").canonical(), parse().canonical());
        assertNotEquals(parse("SEX=F").canonical(), parse("SEX=M").canonical());
        assertNotEquals(parse("SEX=F").canonical(), parse("SEX=children(F)").canonical());
        assertNotEquals(parse("OBS_STATUS=A").canonical(), parse("OBS_STATUS=Q").canonical());
    }

    @Test
    void noComponentIsSuggestedThatIsNoParameter() {
        for (String name : List.of("OBS_VALUE", "obs_value", "COMMENT")) {
            assertEquals(List.of(), faults(name + "=1").get(0).suggestions(), name);
        }
        assertEquals(List.of("OBS_STATUS"), faults("OBS_STATU=A").get(0).suggestions());
    }
}
