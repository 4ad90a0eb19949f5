package org.tipstats.platform.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.platform.access.TokenService.AccessGiver;
import org.tipstats.platform.contact.MessageKind;

/**
 * An account as administrators see it.
 *
 * @param roles the roles that the account has; a role that waits for its confirmation is only in the grants
 * @param source the agency whose figures the account submits; absent for the official source
 * @param email the address for messages; null if the person gets no messages by mail
 * @param lang the language of messages; null for English
 * @param notifications the kinds of messages that the person gets
 * @param grants the roles that administrators granted, oldest first
 * @param pendingLink the account that invited the linked person or wrote the person's address, if another administrator
 *     must still confirm the link to the organisation's provider; null if no link waits for a confirmation, or if the
 *     account has no role that decides
 */
public record AccountView(
        UUID id,
        String name,
        List<AccountRole> roles,
        List<String> areas,
        @JsonInclude(JsonInclude.Include.NON_NULL) String source,
        String email,
        String lang,
        List<MessageKind> notifications,
        Instant createdAt,
        Instant closedAt,
        List<GrantView> grants,
        List<TokenView> tokens,
        LinkView pendingLink) {

    /** Returns the grants that wait for their confirmation. */
    public List<GrantView> waiting() {
        return grants.stream()
                .filter(grant -> grant.state() == GrantState.PENDING)
                .toList();
    }

    /** Returns the tokens that wait for their confirmation. */
    public List<TokenView> waitingTokens() {
        return tokens.stream().filter(TokenView::pending).toList();
    }

    /**
     * A link to a person at the organisation's provider. The link waits for its confirmation.
     *
     * @param by the account that invited the person or wrote the address
     */
    public record LinkView(UUID by, String byName, Instant at) {

        static LinkView of(AccessGiver giver) {
            return giver == null ? null : new LinkView(giver.by(), giver.name(), giver.at());
        }

        /**
         * Returns whether the actor invited the person or wrote the address. If so, another administrator must confirm
         * the link.
         */
        public boolean concerns(Actor actor) {
            return by.equals(actor.id());
        }
    }

    @Schema(name = "GrantState")
    public enum GrantState {
        PENDING,
        CONFIRMED,
        REFUSED;

        /** Returns the name that the API uses. */
        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A role that an administrator granted.
     *
     * @param decidedBy the account that confirmed or refused the role; null while the role waits. If no second
     *     administrator had to confirm the role, this is the account that granted it
     */
    public record GrantView(
            UUID id,
            AccountRole role,
            GrantState state,
            UUID grantedBy,
            String grantedByName,
            Instant grantedAt,
            UUID decidedBy,
            String decidedByName,
            Instant decidedAt) {

        /** Returns whether the actor granted the role or would get it. If so, another administrator must confirm it. */
        public boolean concerns(UUID account, Actor actor) {
            return grantedBy.equals(actor.id()) || account.equals(actor.id());
        }
    }

    /**
     * A token as administrators see it, without the secret.
     *
     * @param expiresAt the time of expiry; null for a demo token
     * @param lastUsedAt the time of the last use, precise to the minute; null if the token was never used
     * @param issuedBy the account that issued the token or invited the person; null if not known
     * @param pending true while the token waits for another administrator; meanwhile it gives no role except submitter
     */
    public record TokenView(
            UUID id,
            String prefix,
            Instant createdAt,
            Instant expiresAt,
            Instant revokedAt,
            Instant lastUsedAt,
            UUID issuedBy,
            String issuedByName,
            boolean pending) {

        /** Returns whether the actor gave the token. If so, another administrator must confirm it. */
        public boolean concerns(Actor actor) {
            return actor.id().equals(issuedBy);
        }
    }

    /**
     * A new account with its first token.
     *
     * @param roles the roles that the account has at once
     * @param source the agency whose figures the account submits; absent for the official source
     * @param token the secret, which is shown only once
     */
    public record CreatedAccount(
            UUID id,
            String name,
            List<AccountRole> roles,
            List<String> areas,
            @JsonInclude(JsonInclude.Include.NON_NULL) String source,
            Instant createdAt,
            List<GrantView> grants,
            UUID tokenId,
            String token,
            Instant expiresAt) {

        static CreatedAccount of(AccountView view, IssuedToken token) {
            return new CreatedAccount(
                    view.id,
                    view.name,
                    view.roles,
                    view.areas,
                    view.source,
                    view.createdAt,
                    view.grants,
                    token.id,
                    token.token,
                    token.expiresAt);
        }
    }

    /**
     * A new token.
     *
     * @param token the secret, which is shown only once
     * @param pending true while the token waits for another administrator; meanwhile it gives no role except submitter
     */
    public record IssuedToken(UUID id, String token, Instant expiresAt, boolean pending) {}
}
