package org.tipstats.access;

import java.util.Set;
import java.util.UUID;
import org.tipstats.audit.AuditEvent;

/**
 * The person, or the machine, that is acting: an open account as it was when the request came.
 *
 * @param id the account's id
 * @param areas the areas (ISO alpha-3) that it submits for
 */
public record Actor(UUID id, String name, Set<Role> roles, Set<String> areas) {

    public Actor {
        roles = Set.copyOf(roles);
        areas = Set.copyOf(areas);
    }

    public boolean may(Role role) {
        return roles.contains(role);
    }

    /** Whether it submits for the area. */
    public boolean reports(String area) {
        return may(Role.SUBMITTER) && areas.contains(area);
    }

    /** Whether it reads every submission and report, whatever the area. */
    public boolean readsAll() {
        return may(Role.REVIEWER) || may(Role.PUBLISHER) || may(Role.ADMINISTRATOR);
    }

    /** Something that this actor did, for the audit log. */
    public AuditEvent did(String action, String subject) {
        return AuditEvent.by(id.toString(), name, action, subject);
    }
}
