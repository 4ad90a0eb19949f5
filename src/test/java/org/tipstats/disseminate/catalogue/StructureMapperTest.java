package org.tipstats.disseminate.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.RepresentationMap;
import org.tipstats.vocabulary.schema.RepresentationMap.SourceValue;
import org.tipstats.vocabulary.schema.RepresentationMap.ValueMapping;
import org.tipstats.vocabulary.schema.SampleMaps;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import org.tipstats.vocabulary.schema.StructureMap;
import org.tipstats.vocabulary.schema.StructureMap.Annotation;
import org.tipstats.vocabulary.schema.StructureMap.ComponentMap;
import org.tipstats.vocabulary.schema.StructureMap.FixedValueMap;
import org.tipstats.vocabulary.schema.StructureMap.Identity;

/** Tests how observations become figures in another structure. */
class StructureMapperTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final KeySpace SPACE =
            new KeySpace(SCHEMAS.dataflow("VICTIMS").orElseThrow().structure());
    private static final List<ObservationField> FIELDS = ObservationField.of(SPACE);

    private static Cube cube(String... keys) {
        return Cube.of(
                SPACE,
                Arrays.stream(keys)
                        .map(key -> Observation.count(SPACE.parse(key).orElseThrow(), 12, "A"))
                        .toList());
    }

    private static List<String> lines(StructureMap map, Cube cube) {
        return new StructureMapper(map, FIELDS)
                .of(cube).stream()
                        .map(figure -> String.join(",", texts(figure.values())))
                        .toList();
    }

    private static List<String> texts(List<String> values) {
        return values.stream().map(value -> value == null ? "" : value).toList();
    }

    @Test
    void theExportToTheGoalsHasTheSeriesAndLeavesOutOtherForms() {
        assertEquals(
                List.of(
                        "A,G,VC_HTF_DETV,417,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,2016,12,NUMBER,0,A,C,,",
                        "A,G,VC_HTF_DETVSX,4,F,Y0T17,_T,_T,_T,_T,_T,_T,_T,_T,_T,2015,12,NUMBER,0,A,C,,"),
                lines(
                        SCHEMAS.structureMaps().get(0),
                        cube(
                                "A.AFG.F.Y0T17.SEX.NUMBER.2015",
                                "A.AFG._U.Y0T17.SEX.NUMBER.2015",
                                "A.150.F.Y0T17.SEX.NUMBER.2015",
                                "A.KGZ._T._T._T.NUMBER.2016")));
    }

    @Test
    void oneCombinationMayFillSeveralComponents() {
        RepresentationMap groups = new RepresentationMap(
                SampleMaps.words().identity(),
                List.of("String", "String"),
                List.of("String", "String"),
                List.of(
                        ValueMapping.of(List.of("F", "Y0T17"), List.of("GIRLS", "MINOR")),
                        ValueMapping.of(List.of("M", "Y0T17"), List.of())));
        List<ComponentMap> rules = List.of(
                new ComponentMap(List.of("SEX", "AGE"), List.of("WHO", "LEGAL"), Optional.of(groups)),
                new ComponentMap(List.of("OBS_VALUE"), List.of("N"), Optional.empty()));
        assertEquals(
                List.of("GIRLS,MINOR,12"),
                lines(
                        map(rules, List.of()),
                        cube(
                                "A.AFG.F.Y0T17._T.NUMBER.2015",
                                "A.AFG.M.Y0T17._T.NUMBER.2015",
                                "A.AFG._T._T._T.NUMBER.2015")));
    }

    @Test
    void rulesThatOnlyImportsKnowAreRefused() {
        RepresentationMap dated = SampleMaps.words(
                new ValueMapping(List.of(SourceValue.of("F")), List.of("GIRLS"), LocalDate.of(2016, 1, 1), null));
        ComponentMap rule = new ComponentMap(List.of("SEX"), List.of("WHO"), Optional.of(dated));
        assertThrows(SchemaException.class, () -> new StructureMapper(map(List.of(rule), List.of()), FIELDS));
        FixedValueMap condition = new FixedValueMap("SEX", true, List.of("F"));
        assertThrows(SchemaException.class, () -> new StructureMapper(map(List.of(), List.of(condition)), FIELDS));
    }

    private static StructureMap map(List<ComponentMap> rules, List<FixedValueMap> fixed) {
        StructureMap small = SampleMaps.of();
        Identity identity = small.identity();
        return new StructureMap(
                new Identity(
                        identity.agency(),
                        identity.id(),
                        identity.version(),
                        identity.name(),
                        identity.description(),
                        List.of(Annotation.of("ORDER", "WHO LEGAL N"))),
                small.source(),
                small.target(),
                List.of(),
                rules,
                fixed);
    }
}
