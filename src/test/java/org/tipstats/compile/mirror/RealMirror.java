package org.tipstats.compile.mirror;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Derivation;
import org.tipstats.vocabulary.schema.Derivation.DifferenceQuestion;

/**
 * Prints statistics of the mirror of the real table: how many pairs can be compared, agree and raise a question, and
 * how far victims had come. Run it by hand, because protection takes minutes.
 */
public final class RealMirror {

    private static final List<String> TABLES = List.of("VICTIMS", "VICTIMS_CITIZENSHIP", "VICTIMS_REPATRIATION");

    private RealMirror() {}

    public static void main(String[] arguments) {
        Map<String, Cube> compiled = new TreeMap<>();
        TABLES.forEach(id -> compiled.put(id, SampleCubes.compiled(id)));
        DisclosureControl control = new DisclosureControl(
                TABLES.stream().map(SampleCubes::dataflow).toList(),
                AreaSettings.NONE,
                Exceptions.NONE,
                SearchMemory.NONE);
        Map<String, Cube> published = new TreeMap<>();
        control.protect(compiled, List.of(), ProtectionProgress.SILENT)
                .cubes()
                .forEach((id, cube) -> published.put(id, cube.cube()));
        Map<String, Cube> derived = new MirrorDatasets(SampleCubes.SCHEMAS).of(published);
        printPairs(derived.get("MIRROR"));
        printFlows(derived.get("MIRROR_FLOWS"), arguments.length > 0 ? arguments[0] : "2014");
    }

    private static void printPairs(Cube cube) {
        Map<String, Map<String, Observation>> pairs = new TreeMap<>();
        for (Observation figure : cube) {
            String[] key = cube.space().format(figure.key()).split("\\.");
            pairs.computeIfAbsent(String.join(".", key[1], key[2], key[5]), pair -> new TreeMap<>())
                    .put(key[3], figure);
        }
        long withheld = pairs.values().stream()
                .filter(pair -> pair.values().stream().anyMatch(figure -> "C".equals(figure.confidentiality())))
                .count();
        System.out.println("pairs " + pairs.size() + ", withheld " + withheld);
        for (DifferenceQuestion question : SampleCubes.SCHEMAS
                .derivedBy(Derivation.Method.MIRROR_PAIRS)
                .orElseThrow()
                .derivation()
                .questions()) {
            print(question, pairs);
        }
    }

    private static void print(DifferenceQuestion question, Map<String, Map<String, Observation>> pairs) {
        int reported = 0;
        int comparable = 0;
        int equal = 0;
        int asked = 0;
        StringBuilder examples = new StringBuilder();
        for (Map.Entry<String, Map<String, Observation>> pair : pairs.entrySet()) {
            Observation figure = pair.getValue().get(question.figure().id());
            Observation against = pair.getValue().get(question.against().id());
            reported += figure != null && against != null ? 1 : 0;
            if (figure != null && against != null && figure.value() != null && against.value() != null) {
                long one = figure.value().longValueExact();
                long other = against.value().longValueExact();
                comparable++;
                equal += one == other ? 1 : 0;
                if (question.applies(one, other)) {
                    asked++;
                    examples.append("  ")
                            .append(pair.getKey())
                            .append(' ')
                            .append(one)
                            .append(' ')
                            .append(other);
                }
            }
        }
        System.out.println(question.id() + ": both reported " + reported + ", comparable " + comparable + ", equal "
                + equal + ", asked " + asked + ", within the thresholds or the other way " + (comparable - asked));
        System.out.println(examples);
    }

    private static void printFlows(Cube cube, String year) {
        Map<String, int[]> national = new TreeMap<>();
        for (Observation flow : cube) {
            String[] key = cube.space().format(flow.key()).split("\\.");
            Map<String, String> attributes = flow.attributes();
            if (key[1].equals("001") && key[4].equals(year)) {
                System.out.println("world " + year + " " + key[2] + ": " + flow.value() + " " + flow.status() + " "
                        + flow.confidentiality() + " known " + attributes.get("KNOWN_SUM") + " of parts "
                        + attributes.get("N_KNOWN") + "/" + attributes.get("N_PARTS") + ", areas "
                        + flow.coverage().reporting());
            }
            if (key[1].matches("[A-Z]{3}")) {
                int[] counts = national.computeIfAbsent(key[2], kind -> new int[4]);
                counts[0]++;
                counts[flow.value() != null ? 1 : "C".equals(flow.confidentiality()) ? 3 : 2]++;
            }
        }
        national.forEach((kind, counts) -> System.out.println("national flows, all years, " + kind + ": " + counts[0]
                + ", with a value " + counts[1] + ", a range " + counts[2] + ", withheld " + counts[3]));
    }
}
