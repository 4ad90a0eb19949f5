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

/** Changes how the people of accounts are reached. */
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
     * Changes how the person of an open account is reached. The audit log gets the names of what changed alone, because
     * it keeps its entries for ever.
     *
     * @throws ProblemException 400 with all errors of the request; 403 if access that waits for its confirmation would
     *     change the address of its own account; 409 if the account is closed
     */
    @Transactional
    public void reach(Actor actor, UUID id, ContactRequest request) {
        Contact contact = AccountRules.check(request);
        Account account = accounts.locked(id);
        account.requireOpen();
        requireConfirmed(actor, account, contact);
        List<String> changed = contact.differences(account.contact());
        account.reach(contact, actor.id(), clock.instant());
        if (!changed.isEmpty()) {
            audit.record(
                    actor.event("account-contact-changed", "accounts/" + id).detail("changed", changed));
        }
    }

    /**
     * Refuses a new address that the account writes for itself by access that waits: whoever has this address at the
     * organisation's provider would sign in there with all roles. Once the provider's person is confirmed, the address
     * leads nobody in, and roles may be absent only because the sign-in is too weak for them.
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
