package org.tipstats.sdmx.artefact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an artefact or of an item in it, such as {@code
 * urn:sdmx:org.sdmx.infomodel.codelist.Codelist=TIPSTATS:CL_SEX(1.0.0)}.
 *
 * @param className what it names
 * @param item the item, or null for the whole artefact
 */
record Urn(String packageName, String className, String agency, String id, String version, String item) {

    private static final String PREFIX = "urn:sdmx:org.sdmx.infomodel.";

    /** Schemes of organisations have no version in version 3 of the standard, and this one before. */
    static final String FIXED_VERSION = "1.0";

    private static final Pattern FORM = Pattern.compile(
            "urn:sdmx:org\\.sdmx\\.infomodel\\.(\\w+)\\.(\\w+)=([^:()]+):([^:()]+)(?:\\(([^()]+)\\))?(?:\\.(.+))?");

    /** Reads a URN; empty for a text that is none. */
    static Optional<Urn> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String version = form.group(5) == null ? FIXED_VERSION : form.group(5);
        return Optional.of(new Urn(form.group(1), form.group(2), form.group(3), form.group(4), version, form.group(6)));
    }

    /** As {@link #parse}, of a text that the schemas hold as a reference. */
    static Urn of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text + " is no URN of SDMX"));
    }

    /** The type of the artefact that it names or that has the item. */
    Optional<ArtefactType> type() {
        return ArtefactType.ofClass(className);
    }

    @Override
    public String toString() {
        String tail = item == null ? "" : "." + item;
        return PREFIX + packageName + "." + className + "=" + agency + ":" + id + "(" + version + ")" + tail;
    }
}
