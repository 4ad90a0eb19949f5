package org.tipstats.platform.access;

import java.util.Set;
import java.util.UUID;
import org.tipstats.platform.audit.AuditEvent;

/**
 * The person, or the machine, that is acting: an open account as it was when the request came.
 *
 * @param id the account's id
 * @param areas the areas (ISO alpha-3) that it submits for, officially: none for an account of another source
 * @param beside what it sends beside official figures; null for all accounts but those of other sources
 */
public record Actor(UUID id, String name, Set<Role> roles, Set<String> areas, Mandate beside) {

    public Actor {
        roles = Set.copyOf(roles);
        areas = Set.copyOf(areas);
        if (beside != null && !areas.isEmpty()) {
            throw new IllegalArgumentException("an account sends official figures or those of another source");
        }
    }

    /** One that sends nothing beside official figures. */
    public Actor(UUID id, String name, Set<Role> roles, Set<String> areas) {
        this(id, name, roles, areas, null);
    }

    public boolean may(Role role) {
        return roles.contains(role);
    }

    /** Whether it submits the official figures of the area. */
    public boolean reports(String area) {
        return reports(Mandate.OFFICIAL, area);
    }

    /** Whether it submits figures of a source about the area. */
    public boolean reports(String source, String area) {
        return may(Role.SUBMITTER) && areasOf(source).contains(area);
    }

    /** The source whose figures it sends, if it sends any. */
    public String source() {
        return beside == null ? Mandate.OFFICIAL : beside.source();
    }

    /** The areas about which it sends figures of a source: none for any source but its own. */
    public Set<String> areasOf(String source) {
        if (!source().equals(source)) {
            return Set.of();
        }
        return beside == null ? areas : beside.areas();
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
