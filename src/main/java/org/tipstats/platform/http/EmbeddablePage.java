package org.tipstats.platform.http;

/** The policy of the only kind of page that other websites may show in a frame. */
public final class EmbeddablePage {

    /**
     * The value of {@code Content-Security-Policy}. It differs from that of other pages: any site may frame the page,
     * and the page cannot send a form. A page with this policy does not identify the reader; it neither reads nor sets
     * cookies.
     */
    public static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors *";

    private EmbeddablePage() {}
}
