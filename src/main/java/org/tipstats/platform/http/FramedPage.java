package org.tipstats.platform.http;

/** The one kind of page that other websites may show within theirs. */
public final class FramedPage {

    /**
     * Its value of {@code Content-Security-Policy}: as that of other pages, but that anyone may frame it and nobody can be
     * made to send a form. A page that has it knows no reader: it reads and sets no cookie.
     */
    public static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors *";

    private FramedPage() {}
}
