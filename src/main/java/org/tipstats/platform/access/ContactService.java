package org.tipstats.platform.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.tipstats.platform.access.AccountRequest.ContactRequest;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.contact.Contact;
import org.tipstats.platform.problem.ProblemException;

/** Changes the contact of accounts: address, language and kinds of messages. */
@Singleton
public class ContactService {

    private final AccountRepository accounts;
    private final AuditRecorder audit;
    private final Clock clock;

    ContactService(AccountRepository accounts, AuditRecorder audit, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes the contact of an open account. The audit log gets only the names of the changed members, not their
     * values, because entries of the log are never deleted.
     *
     * @return the contact before the change
     * @throws ProblemException 400 with all errors of the request; 403 if the actor changes the address of the actor's
     *     own account before the actor's access is confirmed; 409 if the account is closed
     */
    @Transactional
    public Contact reach(Actor actor, UUID id, ContactRequest request) {
        Contact contact = AccountRules.check(request);
        Account account = accounts.locked(id);
        account.requireOpen();
        requireConfirmed(actor, account, contact);
        Contact before = account.contact();
        List<String> changed = contact.differences(before);
        account.reach(contact, actor.id(), clock.instant());
        if (!changed.isEmpty()) {
            audit.record(
                    actor.event("account-contact-changed", "accounts/" + id).detail("changed", changed));
        }
        return before;
    }

    /**
     * Refuses a new address for the actor's own account while the actor's access waits for its confirmation. Otherwise
     * the person with this address at the organisation's provider could sign in to the account with all roles. If a
     * confirmed person is linked to the account, the address gives no access, so it is allowed.
     */
    private static void requireConfirmed(Actor actor, Account account, Contact contact) {
        boolean linked = account.subject() != null && account.pendingLink() == null;
        boolean waits = !linked && !actor.roles().containsAll(account.roles());
        if (actor.id().equals(account.id())
                && waits
                && !Objects.equals(contact.email(), account.contact().email())) {
            throw ProblemException.forbidden(
                    "Another administrator must confirm this access before it can change the address.");
        }
    }
}
