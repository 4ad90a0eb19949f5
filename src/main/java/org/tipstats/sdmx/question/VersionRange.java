package org.tipstats.sdmx.question;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of semantic versions. {@code 2.0.0} is one version, {@code 2.0} all versions that begin with it. A plus
 * after a part means this version and all later ones with the same parts before it: {@code 2.3+.1}, {@code 3.0.0+}.
 */
final class VersionRange {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,6})(\\+?)(?:\\.([0-9]{1,6})(\\+?))?(?:\\.([0-9]{1,6})(\\+?))?");
    private static final int PARTS = 3;

    private final String text;
    private final int[] parts;
    private final int firstOpenPart;

    private VersionRange(String text, int[] parts, int growing) {
        this.text = text;
        this.parts = parts;
        this.firstOpenPart = growing;
    }

    /** Parses a range. Null or an empty text means all versions. An invalid text matches only an identical version. */
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

    /** Checks whether a version is in the range. Something without a version (null) is in every range. */
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
