package org.tipstats.sdmx.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.sdmx.artefact.Artefact;

/**
 * The requested versions of artefacts. Accepts the notation of both versions of the interface, because clients mix the
 * two notations.
 *
 * @param words the requested versions, for example {@code latest}, {@code all}, {@code *}, {@code +}, {@code ~},
 *     {@code 1.0.0}, {@code 1.0+.0}
 */
public record VersionFilter(List<String> words) {

    private static final Set<String> LATEST = Set.of("latest", "+", "~");
    private static final Set<String> ALL = Set.of("all", "*");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}\\+?(\\.[0-9]{1,6}\\+?){0,2}~?");

    /** The oldest version first. A text that is not a version comes before all versions. */
    private static final Comparator<String> BY_AGE =
            Comparator.comparing(version -> VersionRange.of(version).parts(), Comparator.nullsFirst(Arrays::compare));

    /** Parses a segment of a path. Throws 400 if the segment is not valid. */
    public static VersionFilter of(String text, String separator) {
        // A plus alone means the latest stable version. In this case the plus is not a separator.
        List<String> words = text.equals("+") ? List.of(text) : StructureQuery.list(text, separator);
        for (String word : words) {
            if (!LATEST.contains(word)
                    && !ALL.contains(word)
                    && !VERSION.matcher(word).matches()) {
                throw SdmxProblems.syntax("version", word, "\"" + word + "\" is not a version.");
            }
        }
        return new VersionFilter(words);
    }

    /** Returns the artefacts whose version is requested. */
    public List<Artefact> of(List<Artefact> found) {
        return of(
                found, artefact -> artefact.type() + " " + artefact.agency() + " " + artefact.id(), Artefact::version);
    }

    /**
     * Returns the things whose version is requested.
     *
     * @param line returns a key for a thing; all versions of the same thing have the same key
     * @param version returns the version of a thing
     */
    public <T> List<T> of(List<T> found, Function<T, String> line, Function<T, String> version) {
        Map<String, List<T>> same = new TreeMap<>();
        found.forEach(one -> same.computeIfAbsent(line.apply(one), first -> new ArrayList<>())
                .add(one));
        List<T> wanted = new ArrayList<>();
        for (List<T> versions : same.values()) {
            String latest = versions.stream().map(version).max(BY_AGE).orElseThrow();
            versions.stream()
                    .filter(each -> isWanted(version.apply(each), latest))
                    .forEach(wanted::add);
        }
        return wanted;
    }

    private boolean isWanted(String version, String latest) {
        return words.stream()
                .anyMatch(word -> ALL.contains(word)
                        || (LATEST.contains(word)
                                ? version.equals(latest)
                                : VersionRange.of(word.replace("~", "")).contains(version)));
    }

    /**
     * A range of semantic versions. {@code 2.0.0} is one version; {@code 2.0} means all versions that begin with
     * {@code 2.0}. A plus after a part means that this part may grow, while the parts before it stay the same. For
     * example, {@code 2.3+.1} means 2.3.1 and every later version 2.x, and {@code 3.0.0+} means 3.0.0 and every later
     * version 3.0.x.
     */
    record VersionRange(String text, int[] parts, int firstOpenPart) {

        private static final Pattern FORM =
                Pattern.compile("([0-9]{1,6})(\\+?)(?:\\.([0-9]{1,6})(\\+?))?(?:\\.([0-9]{1,6})(\\+?))?");
        private static final int PARTS = 3;

        /** Parses a range. Null or an empty text means all versions. Invalid text matches only an identical version. */
        static VersionRange of(String text) {
            if (text == null || text.isEmpty()) {
                return new VersionRange(null, new int[0], -1);
            }
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return new VersionRange(text, null, -1);
            }
            int[] parts = new int[PARTS];
            int growing = -1;
            for (int i = 0; i < PARTS; i++) {
                String number = form.group(2 * i + 1);
                parts[i] = number == null ? 0 : Integer.parseInt(number);
                growing = number != null && !form.group(2 * i + 2).isEmpty() ? i : growing;
            }
            return new VersionRange(text, parts, growing);
        }

        /**
         * Returns whether a version is in the range. A missing version (null) is in every range. If the range has no
         * plus, a shorter version is in the range if the range begins with it, such as 2.0 in 2.0.0.
         */
        boolean contains(String version) {
            if (text == null || version == null || text.equals(version)) {
                return true;
            }
            VersionRange other = of(version);
            if (parts == null || other.parts == null) {
                return false;
            }
            if (firstOpenPart < 0) {
                return (version + ".").startsWith(text + ".") || (text + ".").startsWith(version + ".");
            }
            for (int i = 0; i < PARTS; i++) {
                if (other.parts[i] != parts[i]) {
                    return i >= firstOpenPart && other.parts[i] > parts[i];
                }
            }
            return true;
        }
    }
}
