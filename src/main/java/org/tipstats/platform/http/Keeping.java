package org.tipstats.platform.http;

/** How long a reply may be kept by clients and by the caches between. */
public enum Keeping {
    /** It stays as it is: nobody needs to ask again. */
    FOR_EVER("public, max-age=31536000, immutable"),
    /** It may be another one at any moment: it is kept, and asked for again each time. */
    ASK_AGAIN("public, max-age=0, must-revalidate"),
    /** Not everyone gets it. */
    NEVER("no-store");

    private final String header;

    Keeping(String header) {
        this.header = header;
    }

    /** The value of {@code Cache-Control}. */
    public String header() {
        return header;
    }
}
