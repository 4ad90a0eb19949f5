package org.tipstats.publish.draft;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Holds one SHA-256 for each year: of all figures of a release in the year, published and compiled. Years without
 * figures are absent. Digests of two releases can only be compared if both have the same schemas.
 */
public record YearDigests(SortedMap<String, String> byYear) {

    private static final String NO_FIGURES = "-";

    static YearDigests of(EarlierRelease release) {
        Set<String> ids = new TreeSet<>(release.published().keySet());
        ids.addAll(release.compiled().keySet());
        Map<String, Map<String, String>> dataflows = ids.parallelStream()
                .collect(Collectors.toConcurrentMap(Function.identity(), id -> ofDataflow(release, id)));
        SortedMap<String, String> lines = new TreeMap<>();
        ids.forEach(id -> dataflows
                .get(id)
                .forEach((year, digest) -> lines.merge(year, id + " " + digest + "\n", String::concat)));
        lines.replaceAll((year, text) -> DigestUtils.sha256Hex(text));
        return new YearDigests(lines);
    }

    private static Map<String, String> ofDataflow(EarlierRelease release, String id) {
        Cube published = release.published().get(id);
        Cube compiled = release.compiled().get(id);
        Cube some = published == null ? compiled : published;
        FigureWriters writers = new FigureWriters(some);
        Cube shown = published == null ? Cube.empty(some.space()) : published;
        Cube all = compiled == null ? Cube.empty(some.space()) : compiled;
        shown.forEach(figure -> writers.write('p', figure));
        Cube.forEachPair(shown, all, (before, figure) -> {
            if (figure == null) {
                writers.write('-', before);
            } else if (!figure.equals(before)) {
                writers.write('c', figure);
            }
        });
        return writers.digests();
    }

    /**
     * Returns one digest for each year: of the figures of all releases. Leaves out a release that has the same figures
     * in the year as the release before, and releases without figures at the beginning or the end.
     *
     * @param settings everything else that the result of an audit depends on
     */
    static SortedMap<String, String> together(String settings, List<YearDigests> releases) {
        Set<String> years = new TreeSet<>();
        releases.forEach(release -> years.addAll(release.byYear.keySet()));
        SortedMap<String, String> together = new TreeMap<>();
        for (String year : years) {
            List<String> steps = new ArrayList<>();
            for (YearDigests release : releases) {
                String digest = release.byYear.getOrDefault(year, NO_FIGURES);
                if (!digest.equals(steps.isEmpty() ? NO_FIGURES : steps.get(steps.size() - 1))) {
                    steps.add(digest);
                }
            }
            if (steps.get(steps.size() - 1).equals(NO_FIGURES)) {
                steps.remove(steps.size() - 1);
            }
            together.put(year, DigestUtils.sha256Hex(settings + "\n" + year + "\n" + String.join("\n", steps)));
        }
        return together;
    }

    /** Writes the figures of a cube, each to the digest of its year. */
    private static final class FigureWriters {

        private final Cube cube;
        private final Dimension time;
        private final Map<String, MessageDigest> digests = new LinkedHashMap<>();
        private final Map<Integer, DataOutputStream> writers = new LinkedHashMap<>();

        FigureWriters(Cube cube) {
            this.cube = cube;
            this.time = cube.space().structure().time();
        }

        private DataOutputStream writer(long key) {
            return writers.computeIfAbsent(cube.space().position(key, time.position()), position -> {
                MessageDigest digest = DigestUtils.getSha256Digest();
                digests.put(cube.space().code(key, time), digest);
                return new DataOutputStream(new BufferedOutputStream(
                        new DigestOutputStream(OutputStream.nullOutputStream(), digest), 1 << 14));
            });
        }

        void write(char kind, Observation figure) {
            try {
                DataOutputStream out = writer(figure.key());
                out.writeByte(kind);
                out.writeLong(figure.key());
                text(out, figure.value());
                text(out, figure.status());
                text(out, figure.confidentiality());
                out.writeInt(figure.attributes().size());
                for (Map.Entry<String, String> attribute : new TreeMap<>(figure.attributes()).entrySet()) {
                    text(out, attribute.getKey());
                    text(out, attribute.getValue());
                }
                text(out, figure.coverage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void text(DataOutputStream out, Object value) throws IOException {
            byte[] bytes = value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes == null ? -1 : bytes.length);
            out.write(bytes == null ? new byte[0] : bytes);
        }

        Map<String, String> digests() {
            Map<String, String> hex = new TreeMap<>();
            writers.values().forEach(out -> Uncheck.run(out::flush));
            digests.forEach((year, digest) -> hex.put(year, HexFormat.of().formatHex(digest.digest())));
            return hex;
        }
    }
}
