package org.tipstats.platform.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A set of actions that an account may perform. */
@Schema(name = "Role")
public enum AccountRole {
    /** Submits figures for the areas of the account. */
    SUBMITTER(Roles.SUBMITTER),
    /** Accepts and returns submissions, compiles drafts. */
    REVIEWER(Roles.REVIEWER),
    /** Compiles drafts, publishes drafts of others. */
    PUBLISHER(Roles.PUBLISHER),
    /** Manages accounts and reference data, reads the audit log. */
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

    public static Optional<AccountRole> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }

    /** Returns all names, in the order of the process. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(AccountRole::id).toList();
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
