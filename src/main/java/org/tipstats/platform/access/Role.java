package org.tipstats.platform.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an account may do. */
public enum Role {
    /** Submits for the areas of the account. */
    SUBMITTER(Roles.SUBMITTER),
    /** Accepts and returns submissions, compiles drafts. */
    REVIEWER(Roles.REVIEWER),
    /** Compiles drafts, publishes those of others. */
    PUBLISHER(Roles.PUBLISHER),
    /** Keeps accounts and reference data, reads the audit log. */
    ADMINISTRATOR(Roles.ADMINISTRATOR);

    private final String id;

    Role(String id) {
        this.id = id;
    }

    /** The name that the API uses. */
    @JsonValue
    public String id() {
        return id;
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }

    /** All names, in the order of the process. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Role::id).toList();
    }
}
