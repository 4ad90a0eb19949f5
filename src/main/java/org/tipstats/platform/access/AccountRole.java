package org.tipstats.platform.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A set of actions that an account may perform. */
@Schema(name = "Role")
public enum AccountRole {
    /** The account may submit figures for its areas. */
    SUBMITTER(Roles.SUBMITTER),
    /** The account may accept and return submissions, and compile drafts. */
    REVIEWER(Roles.REVIEWER),
    /** The account may compile drafts, and publish drafts that other accounts compiled. */
    PUBLISHER(Roles.PUBLISHER),
    /** The account may manage accounts and reference data, and read the audit log. */
    ADMINISTRATOR(Roles.ADMINISTRATOR);

    private final String id;

    AccountRole(String id) {
        this.id = id;
    }

    /** Returns the name that the API uses. */
    @JsonValue
    public String id() {
        return id;
    }

    /**
     * Returns true if the role decides about figures or accounts, so that two administrators must give it unless the
     * settings turn this off.
     */
    boolean decides() {
        return this != SUBMITTER;
    }

    public static Optional<AccountRole> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }

    /** Returns the names of all roles, from submitter to administrator. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(AccountRole::id).toList();
    }

    static List<String> ids(Collection<AccountRole> roles) {
        return roles.stream().map(AccountRole::id).toList();
    }

    /** The names of the roles, for {@code @RolesAllowed}. */
    public static final class Roles {

        public static final String SUBMITTER = "submitter";
        public static final String REVIEWER = "reviewer";
        public static final String PUBLISHER = "publisher";
        public static final String ADMINISTRATOR = "administrator";

        private Roles() {}
    }
}
