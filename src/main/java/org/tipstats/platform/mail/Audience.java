package org.tipstats.platform.mail;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor.Mandate;

/**
 * The accounts that a message is for. Accounts that are closed, have no address, or do not want this kind of message do
 * not get it.
 *
 * @param condition a condition in SQL that selects the accounts; must be a constant of the program
 * @param values the values of the parameters of the condition
 */
public record Audience(String condition, List<Object> values) {

    private static final String SUBMITS = "'submitter' = any (roles) and source is not distinct from cast(? as text)";

    public static Audience everyone() {
        return new Audience("true", List.of());
    }

    public static Audience of(AccountRole role) {
        return new Audience("? = any (roles)", List.of(role.id()));
    }

    /** Returns the accounts that submit official figures of at least one of the areas. */
    public static Audience submittersOfAny(Collection<String> areas) {
        return new Audience(SUBMITS + " and areas && cast(? as varchar[])", Arrays.asList(null, List.copyOf(areas)));
    }

    /**
     * Returns the accounts that submit figures of the source for all the areas, and the account that sent the figures.
     *
     * @param areas if empty, returns only the sender's account
     */
    public static Audience submittersOfAll(String source, Collection<String> areas, UUID sender) {
        if (areas.isEmpty()) {
            return new Audience("id = ?", List.of(sender));
        }
        return new Audience(
                "(" + SUBMITS + " and areas @> cast(? as varchar[]) or id = ?)",
                Arrays.asList(source.equals(Mandate.OFFICIAL) ? null : source, List.copyOf(areas), sender));
    }

    /** An account of the audience. */
    public record Recipient(UUID account, String lang, List<String> areas) {}
}
