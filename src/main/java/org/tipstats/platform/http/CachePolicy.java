package org.tipstats.platform.http;

/** The caching policy of a reply, for clients and shared caches. */
public enum CachePolicy {
    /** The reply never changes, so caches need not revalidate it. */
    FOR_EVER("public, max-age=31536000, immutable"),
    /** The reply never changes, but the publisher may take it back. Caches must revalidate it after ten minutes. */
    NAMED("public, max-age=600, must-revalidate"),
    /** The reply may change at any moment, so caches keep it but must revalidate it each time. */
    ASK_AGAIN("public, max-age=0, must-revalidate"),
    /** Caches must not store the reply, for example because it is not public. */
    NEVER("no-store");

    private final String header;

    CachePolicy(String header) {
        this.header = header;
    }

    /**
     * Returns the policy of a reply whose URL names a version of its content: {@link #FOR_EVER} if this is the current
     * version, otherwise {@link #NEVER}.
     */
    public static CachePolicy ofVersion(String named, String current) {
        return named.equals(current) ? FOR_EVER : NEVER;
    }

    /** Returns the value of {@code Cache-Control}. */
    public String header() {
        return header;
    }
}
