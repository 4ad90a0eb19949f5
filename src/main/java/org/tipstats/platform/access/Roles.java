package org.tipstats.platform.access;

/** The names of the roles, for {@code @RolesAllowed}. */
public final class Roles {

    public static final String SUBMITTER = "submitter";
    public static final String REVIEWER = "reviewer";
    public static final String PUBLISHER = "publisher";
    public static final String ADMINISTRATOR = "administrator";

    private Roles() {}
}
