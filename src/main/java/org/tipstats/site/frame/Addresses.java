package org.tipstats.site.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How addresses of this website are written. */
public final class Addresses {

    private Addresses() {}

    /** A text as it stands in an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The page of a figure, as a release has it.
     *
     * @param key codes in dimension order joined by dots, the year last
     */
    public static String figure(PageTexts texts, String dataflow, String key, String release) {
        int dot = key.lastIndexOf('.');
        return "/" + texts.language() + "/figure/" + encoded(dataflow) + "/" + key.substring(0, dot) + "/"
                + key.substring(dot + 1) + "?release=" + encoded(release);
    }
}
