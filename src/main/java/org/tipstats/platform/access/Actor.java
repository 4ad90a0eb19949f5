package org.tipstats.platform.access;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;

/**
 * The person or machine that acts: an open account as it was when the request arrived.
 *
 * @param areas the areas (ISO alpha-3) whose official figures the actor submits; empty for an account of an agency
 * @param beside the agency whose figures the actor submits, and the areas of these figures; null for the official
 *     source
 */
public record Actor(UUID id, String name, Set<AccountRole> roles, Set<String> areas, Mandate beside) {

    public Actor {
        roles = Set.copyOf(roles);
        areas = Set.copyOf(areas);
        if (beside != null && !areas.isEmpty()) {
            throw new IllegalArgumentException("an account sends official figures or those of another source");
        }
    }

    /** Creates an actor of the official source. */
    public Actor(UUID id, String name, Set<AccountRole> roles, Set<String> areas) {
        this(id, name, roles, areas, null);
    }

    public boolean may(AccountRole role) {
        return roles.contains(role);
    }

    /** Returns whether the actor submits the official figures of the area; false if the area is null. */
    public boolean reports(String area) {
        return reports(Mandate.OFFICIAL, area);
    }

    /** Returns whether the actor submits figures of the source about the area; false if the area is null. */
    public boolean reports(String source, String area) {
        return may(AccountRole.SUBMITTER) && area != null && areasOf(source).contains(area);
    }

    /** Returns the agency of the actor, or the official source if the actor has no agency. */
    public String source() {
        return beside == null ? Mandate.OFFICIAL : beside.source();
    }

    /**
     * Returns the areas about which the actor submits figures of a source; empty if the source is not the actor's own.
     */
    public Set<String> areasOf(String source) {
        if (!source().equals(source)) {
            return Set.of();
        }
        return beside == null ? areas : beside.areas();
    }

    /**
     * Returns this actor with the right to submit the official figures of one area, and figures of no other area.
     *
     * @param area the area whose figures the actor enters for its State
     */
    public Actor onBehalfOf(String area) {
        Set<AccountRole> both = new HashSet<>(roles);
        both.add(AccountRole.SUBMITTER);
        return new Actor(id, name, both, Set.of(area));
    }

    /** Returns the actor without the roles that decide, for access that is not confirmed yet. */
    Actor unconfirmed() {
        Set<AccountRole> others = new HashSet<>(roles);
        others.removeIf(AccountRole::decides);
        return new Actor(id, name, others, areas, beside);
    }

    /** Returns whether the actor may read releases that are not public yet. */
    public boolean readsDrafts() {
        return may(AccountRole.REVIEWER) || may(AccountRole.PUBLISHER);
    }

    /** Returns whether the actor may read all submissions and reports. */
    public boolean readsAll() {
        return readsDrafts() || may(AccountRole.ADMINISTRATOR);
    }

    public AuditEvent event(String action, String subject) {
        return AuditEvent.by(id.toString(), name, action, subject);
    }

    /**
     * The agency and areas for which an account may submit figures. Releases show the agency's figures next to the
     * official figures of the same areas.
     *
     * @param source a code of {@link #CODES}, never {@link #OFFICIAL}
     * @param areas the areas (ISO alpha-3) that the figures are about
     */
    public record Mandate(String source, Set<String> areas) {

        /** The official source: the authorities of the areas themselves. */
        public static final String OFFICIAL = "NATIONAL";

        public static final String CODES = "CL_SOURCE";

        public Mandate {
            if (source.equals(OFFICIAL)) {
                throw new IllegalArgumentException("official figures are sent by accounts of areas");
            }
            areas = Set.copyOf(areas);
        }
    }
}
