package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.DisclosureSettings;
import org.tipstats.vocabulary.schema.DisclosureSettings.DisclosureMethod;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Two linked dataflows that are rounded: victims by sex, age and form, and the same victims by citizenship and sex. */
final class RoundedWorld {

    static final String VICTIMS = "VICTIMS";
    static final String CITIZENS = "VICTIMS_CITIZENSHIP";
    static final List<String> AREAS = List.of("AUT", "BEL", "CHE", "DNK", "EST", "BOL", "COL");

    private static final CodeList CITIZENSHIPS = SampleStructures.list(
            "CL_CITIZENSHIP",
            SampleStructures.code("_T", null, "TOTAL", "true"),
            SampleStructures.code("AUT", "_T"),
            SampleStructures.code("BOL", "_T"),
            SampleStructures.code("COL", "_T"),
            SampleStructures.code("_U", "_T", "UNKNOWN", "true"));

    private RoundedWorld() {}

    static Map<String, Dataflow> dataflows(int base) {
        Dataflow victims = SampleStructures.dataflow(SampleStructures.victims(), Map.of());
        Dataflow citizens = SampleStructures.dataflow(
                SampleStructures.structure(
                        "DSD_" + CITIZENS,
                        SampleStructures.coded("CITIZENSHIP", Role.CITIZENSHIP, CITIZENSHIPS, false),
                        SampleStructures.coded("SEX", Role.SEX, SampleStructures.SEXES, false)),
                Map.of());
        DisclosureSettings linked =
                new DisclosureSettings(DisclosureMethod.ROUNDING, base, true, 0, 0, VICTIMS, List.of(), false);
        return Map.of(
                VICTIMS,
                SampleStructures.withDisclosure(
                        victims,
                        new DisclosureSettings(DisclosureMethod.ROUNDING, base, true, 0, 0, null, List.of(), false)),
                CITIZENS,
                SampleStructures.withDisclosure(citizens, linked));
    }

    /**
     * Returns a cube of rows of 2016 without the unit, for example {@code AUT.F._T._T 12}. {@code Q} instead of a
     * number means masked.
     */
    static Cube cube(Dataflow dataflow, String... rows) {
        return cube(dataflow, List.of(rows));
    }

    static Cube cube(Dataflow dataflow, Collection<String> rows) {
        List<Observation> observations = new ArrayList<>();
        for (String row : rows) {
            String[] cell = row.split(" ");
            long key = key(dataflow, cell[0]);
            observations.add(
                    cell[1].equals("Q")
                            ? Observation.absent(key, "Q", "A")
                            : Observation.count(key, Long.parseLong(cell[1]), "A"));
        }
        return Cube.of(new KeySpace(dataflow.structure()), observations);
    }

    /** Returns the key of a cell of 2016, for example {@code AUT.F._T._T}. */
    static long key(Dataflow dataflow, String cell) {
        return new KeySpace(dataflow.structure()).parse(cell + ".NUMBER.2016").orElseThrow();
    }

    /** Returns the cells of a cube with their values; -1 for no value. */
    static Map<String, Long> values(Cube cube) {
        Map<String, Long> values = new TreeMap<>();
        for (Observation observation : cube) {
            String cell = cube.space().format(observation.key()).replace(".NUMBER.2016", "");
            values.put(
                    cell, observation.value() == null ? -1 : observation.value().longValueExact());
        }
        return values;
    }

    /** A victim. The age and the form are finest codes. */
    record Person(String area, String sex, String age, String form, String citizenship) {

        static Person any(Random random, String area) {
            return new Person(
                    area,
                    oneOf(random, "F", "F", "M"),
                    oneOf(random, "Y0T11", "Y12T17", "Y18T24", "Y_GE25", "Y_GE25"),
                    oneOf(random, "SEX", "SEX", "LAB_AGRI", "LAB_DOM", "OTH"),
                    oneOf(random, "AUT", "BOL", "COL", "_U"));
        }

        private String ages() {
            return age.equals("Y0T11") || age.equals("Y12T17") ? "Y0T17" : "Y_GE18";
        }

        private String forms() {
            return form.startsWith("LAB") ? "LAB" : form;
        }

        /** Returns the cells of VICTIMS that count the person. Ages from 25 have no figure of their own. */
        private Set<String> ofVictims() {
            Set<String> cells = new TreeSet<>(List.of("_T._T._T", sex + "._T._T", sex + "." + ages() + "._T"));
            cells.addAll(List.of("_T." + ages() + "._T", "_T._T." + forms(), sex + "._T." + forms(), "_T._T." + form));
            if (!age.equals("Y_GE25")) {
                cells.add("_T." + age + "._T");
            }
            return cells;
        }

        private Set<String> ofCitizens() {
            return Set.of("_T._T", "_T." + sex, citizenship + "._T", citizenship + "." + sex);
        }
    }

    /** Returns random persons of each area: few in some areas, many in others. */
    static List<Person> persons(Random random) {
        List<Person> persons = new ArrayList<>();
        for (String area : AREAS) {
            int size = (int) Math.exp(random.nextDouble() * 5);
            for (int person = 0; person < size; person++) {
                persons.add(Person.any(random, area));
            }
        }
        return persons;
    }

    /**
     * Returns the rows of both dataflows, with the breakdowns that offices usually report. One cell in twelve of the
     * breakdowns is not reported, always the same ones, so that totals may exceed their parts.
     */
    static Map<String, Map<String, Long>> rows(List<Person> persons) {
        Map<String, Map<String, Long>> rows = Map.of(VICTIMS, new TreeMap<>(), CITIZENS, new TreeMap<>());
        for (Person person : persons) {
            person.ofVictims().forEach(cell -> rows.get(VICTIMS).merge(person.area() + "." + cell, 1L, Long::sum));
            person.ofCitizens().forEach(cell -> rows.get(CITIZENS).merge(person.area() + "." + cell, 1L, Long::sum));
        }
        rows.get(VICTIMS).keySet().removeIf(cell -> !cell.endsWith("._T._T._T") && cell.hashCode() % 12 == 0);
        return rows;
    }

    private static String oneOf(Random random, String... codes) {
        return codes[random.nextInt(codes.length)];
    }

    static Map<String, Cube> cubes(Map<String, Dataflow> dataflows, Map<String, Map<String, Long>> rows) {
        Map<String, Cube> cubes = new TreeMap<>();
        rows.forEach((id, values) -> cubes.put(
                id,
                cube(
                        dataflows.get(id),
                        values.entrySet().stream()
                                .map(row -> row.getKey() + " " + row.getValue())
                                .toList())));
        return cubes;
    }

    /** Returns the published parts of a cell along a dimension. An absent part is replaced by its own parts. */
    static List<String> parts(Dataflow dataflow, String cell, int dimension, Map<String, Long> published) {
        String[] codes = cell.split("\\.");
        CodeList list = dataflow.structure().dimensions().get(dimension).codes();
        List<String> parts = new ArrayList<>();
        for (Code child : list.children(list.find(codes[dimension]).orElseThrow())) {
            codes[dimension] = child.id();
            String part = String.join(".", codes);
            if (published.containsKey(part)) {
                parts.add(part);
            } else {
                parts.addAll(parts(dataflow, part, dimension, published));
            }
        }
        return parts;
    }
}
