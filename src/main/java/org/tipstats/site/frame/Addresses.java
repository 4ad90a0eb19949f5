package org.tipstats.site.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds URLs of this website. */
public final class Addresses {

    private Addresses() {}

    /** Encodes a text for use in a URL. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Returns the parameter that keeps the release that a reader asked for; empty if the reader named no release.
     *
     * @param mark the character before the parameter
     */
    public static String kept(String mark, String release) {
        return release == null || release.isEmpty() ? "" : mark + "release=" + encoded(release);
    }

    /**
     * Returns the URL of the page of one figure in one release.
     *
     * @param key the codes of the figure in dimension order, joined by dots; the year comes last
     */
    public static String figure(PageTexts texts, String dataflow, String key, String release) {
        int dot = key.lastIndexOf('.');
        return "/" + texts.language() + "/figure/" + encoded(dataflow) + "/" + key.substring(0, dot) + "/"
                + key.substring(dot + 1) + "?release=" + encoded(release);
    }
}
