package org.tipstats.sdmx.artefact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URN of an artefact or of an item in it, for example
 * {@code urn:sdmx:org.sdmx.infomodel.codelist.Codelist=TIPSTATS:CL_SEX(1.0.0)}.
 *
 * @param className the class of the artefact or item
 * @param item the id of the item, or null for the whole artefact
 */
record Urn(String packageName, String className, String agency, String id, String version, String item) {

    private static final String PREFIX = "urn:sdmx:org.sdmx.infomodel.";

    /**
     * The version that schemes of organisations have before version 3 of the standard. From version 3 on, such schemes
     * have no version.
     */
    static final String FIXED_VERSION = "1.0";

    private static final Pattern FORM = Pattern.compile(
            "urn:sdmx:org\\.sdmx\\.infomodel\\.(\\w+)\\.(\\w+)=([^:()]+):([^:()]+)(?:\\(([^()]+)\\))?(?:\\.(.+))?");

    /** Parses a URN. Returns empty if the text is not a URN. */
    static Optional<Urn> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String version = form.group(5) == null ? FIXED_VERSION : form.group(5);
        return Optional.of(new Urn(form.group(1), form.group(2), form.group(3), form.group(4), version, form.group(6)));
    }

    /**
     * Parses a URN that the schemas contain as a reference.
     *
     * @throws IllegalArgumentException if the text is not a URN
     */
    static Urn of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text + " is no URN of SDMX"));
    }

    /** Returns the type of the named artefact, or of the artefact that contains the named item. */
    Optional<ArtefactType> type() {
        return ArtefactType.ofClass(className);
    }

    @Override
    public String toString() {
        String tail = item == null ? "" : "." + item;
        return PREFIX + packageName + "." + className + "=" + agency + ":" + id + "(" + version + ")" + tail;
    }

    /** Returns the text of the URN in version 2.1 of the standard. */
    String toString21() {
        String name = className.equals("DataConstraint") ? "ContentConstraint" : className;
        return new Urn(packageName, name, agency, id, version, item).toString();
    }
}
