package org.tipstats.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.tipstats.platform.access.AccountRequest;
import org.tipstats.platform.access.AccountRequest.ContactRequest;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.AccountView;
import org.tipstats.platform.access.AccountView.IssuedToken;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.ContactService;
import org.tipstats.platform.access.ProviderAccountService;
import org.tipstats.platform.access.ProviderAccountService.ProviderPerson;
import org.tipstats.platform.access.TokenService;
import org.tipstats.platform.access.TokenService.AccessGiver;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.mail.MailService;
import org.tipstats.platform.mail.MailText;
import org.tipstats.platform.mail.SecretLinks;
import org.tipstats.platform.people.InvitationRepository.OpenInvitation;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.ProblemType.ProblemTypes;
import org.tipstats.vocabulary.names.Bundle;

/**
 * Invites people. An account exists from the invitation on, so that a second administrator can confirm its roles. But
 * nobody can sign in to a new account before the invitation is accepted. The link works once, and for three days.
 */
@ApplicationScoped
public class InvitationService implements SecretLinks {

    static final Duration VALID = Duration.ofDays(3);

    private static final String KIND = "invitation";
    private static final String KEY = KIND + "/";
    private static final String PATH = "/invitation/";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InvitationRepository invitations;
    private final AccountService accounts;
    private final ContactService contacts;
    private final TokenService tokens;
    private final ProviderAccountService linked;
    private final MailService mail;
    private final AuditRecorder audit;
    private final Clock clock;

    InvitationService(
            InvitationRepository invitations,
            AccountService accounts,
            ContactService contacts,
            TokenService tokens,
            ProviderAccountService linked,
            MailService mail,
            AuditRecorder audit,
            Clock clock) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.contacts = contacts;
        this.tokens = tokens;
        this.linked = linked;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An invitation that was made.
     *
     * @param account the id of the account
     * @param path the path of the invitation's page without the language, shown only once; null if it is sent by mail
     */
    public record Invited(UUID account, Instant expiresAt, String path) {}

    /** The account of an accepted invitation, and the token that the person got. */
    public record Accepted(AccountView account, IssuedToken token) {}

    /**
     * Creates an account without a token, and invites its person.
     *
     * @param key an Idempotency-Key, or null
     * @throws ProblemException as {@code AccountService.register}
     */
    @Transactional
    public Invited invite(Actor by, AccountRequest request, String key) {
        return invite(by, accounts.register(by, request, key));
    }

    /**
     * Invites the person of an account. An earlier invitation to this account ends.
     *
     * @throws ProblemException 404 if there is no such account; 409 if the account is closed
     */
    @Transactional
    public Invited inviteAgain(Actor by, UUID account) {
        AccountView known = accounts.find(account);
        if (known.closedAt() != null) {
            throw ProblemException.conflict("The account is closed; nobody can be invited to it.");
        }
        return invite(by, known);
    }

    private Invited invite(Actor by, AccountView account) {
        Instant now = clock.instant();
        OpenInvitation made = new OpenInvitation(
                UUID.randomUUID(), account.id(), now.plus(VALID), new AccessGiver(by.id(), by.name(), now));
        cancelMail(account.id());
        invitations.add(made);
        boolean mailed = mail.isOn() && account.email() != null;
        audit.record(by.event("invited", "accounts/" + account.id()).detail("mailed", mailed));
        if (mailed) {
            String lang = account.lang() == null ? "en" : account.lang();
            mail.queueTo(account.id(), lang, KIND, KEY + made.id(), text(lang));
        }
        return new Invited(
                account.id(),
                made.expiresAt(),
                mailed ? null : PATH + secret(made.id()).orElseThrow());
    }

    /**
     * Changes the contact of an open account. If mail is on, an open invitation to an earlier address ends: somebody
     * else may read the mail there. A new one is sent to the new address, if there is one, unless people change the
     * address of their own account.
     *
     * @throws ProblemException as {@code ContactService.reach}
     */
    @Transactional
    public void reach(Actor by, UUID id, ContactRequest request) {
        String earlier = contacts.reach(by, id, request).email();
        AccountView account = accounts.find(id);
        boolean moved = earlier != null && !earlier.equals(account.email());
        if (!moved || !mail.isOn() || openUntil(id).isEmpty()) {
            return;
        }
        if (account.email() == null || by.id().equals(id)) {
            cancelMail(id);
            invitations.end(id, false, clock.instant());
        } else {
            invite(by, account);
        }
    }

    /** Deletes the message of the open invitation to an account if it was not sent. */
    private void cancelMail(UUID account) {
        invitations.find(account, clock.instant()).ifPresent(open -> mail.cancel(KEY + open.id()));
    }

    private static MailText text(String lang) {
        Bundle texts = Bundle.of(InvitationService.class, "invitation", lang);
        return new MailText(
                texts.text("subject"), List.of(texts.text("text"), texts.text("valid")), PATH + SecretLinks.BLANK);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public Optional<String> secret(String key) {
        return secret(UUID.fromString(key.substring(KEY.length())));
    }

    private Optional<String> secret(UUID invitation) {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return invitations.addHash(invitation, DigestUtils.sha256(secret), clock.instant())
                ? Optional.of(secret)
                : Optional.empty();
    }

    /** Returns the end of the invitation to an account; empty if no invitation is open. */
    public Optional<Instant> openUntil(UUID account) {
        return invitations.find(account, clock.instant()).map(OpenInvitation::expiresAt);
    }

    /**
     * Returns the account that a secret opens.
     *
     * @throws ProblemException 404 if the secret opens no account; the text does not say why
     */
    @Transactional
    public AccountView find(String secret) {
        return accounts.find(lock(secret).account());
    }

    /**
     * Accepts an invitation: the account gets a token, and the link ends. If the account already has roles that decide,
     * and the settings need a second administrator, these roles wait until another administrator confirms the token,
     * because the inviter might have opened the link. The roles do not wait if another administrator confirmed the
     * first such role after the invitation, because this administrator could see who was invited.
     *
     * @throws ProblemException 404 if the secret opens no invitation; the text does not say why
     */
    @Transactional
    public Accepted accept(String secret) {
        OpenInvitation invitation = lock(secret);
        AccountView account = accounts.find(invitation.account());
        return new Accepted(account, tokens.issueInvited(accepted(account), invitation.inviter()));
    }

    /**
     * Accepts an invitation for a person who has signed in with the organisation's provider. The account is linked to
     * the person, and the link of the invitation ends. Changes nothing if the secret opens no invitation, or if the
     * person cannot be linked, for example because the person has an account already.
     */
    @Transactional
    public void accept(String secret, ProviderPerson person) {
        lockOpen(secret)
                .filter(invitation -> linked.link(person, invitation.account(), invitation.inviter()))
                .ifPresent(invitation -> accepted(accounts.find(invitation.account())));
    }

    /** Ends the invitation to an account, and returns the account's person as an actor. */
    private Actor accepted(AccountView account) {
        Actor person = new Actor(account.id(), account.name(), Set.copyOf(account.roles()), new HashSet<>());
        invitations.end(account.id(), true, clock.instant());
        audit.record(person.event("invitation-accepted", "accounts/" + account.id()));
        return person;
    }

    private Optional<OpenInvitation> lockOpen(String secret) {
        return invitations.lock(DigestUtils.sha256(secret), clock.instant());
    }

    private OpenInvitation lock(String secret) {
        return lockOpen(secret)
                .orElseThrow(() -> new ProblemException(
                        InvitationProblems.ENDED,
                        "This link is not valid: it was used, has expired after three days, was replaced by another one, or is"
                                + " not complete."));
    }

    /** The problem that people get if their link opens no invitation. */
    @Singleton
    static final class InvitationProblems implements ProblemTypes {

        private static final ProblemType ENDED = new ProblemType(
                "invitation-ended",
                "The link is not valid any more",
                404,
                "A link works once and for three days, and another invitation ends it. Ask an administrator for a new one.");

        @Override
        public List<ProblemType> types() {
            return List.of(ENDED);
        }
    }
}
