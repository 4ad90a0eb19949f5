package org.tipstats.platform.access;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
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
     * @throws ProblemException 400 with all errors of the request; 409 if the account is closed
     */
    @Transactional
    public void reach(Actor actor, UUID id, ContactRequest request) {
        Contact contact = AccountRules.check(request);
        Account account = accounts.locked(id);
        account.requireOpen();
        List<String> changed = contact.differences(account.contact());
        account.reach(contact, actor.id(), clock.instant());
        if (!changed.isEmpty()) {
            audit.record(
                    actor.event("account-contact-changed", "accounts/" + id).detail("changed", changed));
        }
    }
}
