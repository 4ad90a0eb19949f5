package org.tipstats.platform.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.platform.access.AccountRequest.AccountFilter;
import org.tipstats.platform.problem.ProblemException;

@Singleton
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {

    /**
     * Returns the accounts that match the filter, ordered by name and id.
     *
     * @param name the name of the last account on the previous page; null for the first page
     */
    List<Account> after(AccountFilter filter, String name, UUID id, int most) {
        List<String> conditions = new ArrayList<>(filter.conditions());
        Map<String, Object> values = filter.values();
        if (name != null) {
            conditions.add("(name > :name or name = :name and id > :id)");
            values.put("name", name);
            values.put("id", id);
        }
        String where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
        return find(where + "order by name, id", values).range(0, most - 1).list();
    }

    long count(AccountFilter filter) {
        return filter.conditions().isEmpty()
                ? count()
                : count(String.join(" and ", filter.conditions()), filter.values());
    }

    Optional<Account> findBySubject(String subject) {
        return find("subject = ?1", subject).firstResultOptional();
    }

    /**
     * Returns the open accounts with this address that are not linked to a person at the provider, except demo
     * accounts, and locks them.
     */
    List<Account> lockUnlinked(String email) {
        return find("closedAt is null and subject is null and demo = false and lower(email) = lower(?1)", email)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Returns whether this person at the provider had an account that was closed. */
    boolean wasClosed(String subject) {
        return (Boolean) getEntityManager()
                .createNativeQuery(
                        "select exists (select from closed_person where hash = sha256(convert_to(:subject, 'UTF8')))")
                .setParameter("subject", subject)
                .getSingleResult();
    }

    /** Waits until no other transaction creates an account for this person at the provider. */
    void lockSubject(String subject) {
        getEntityManager()
                .createNativeQuery("select count(*) from pg_advisory_xact_lock(hashtextextended(:subject, 107))")
                .setParameter("subject", subject)
                .getSingleResult();
    }

    /** Finds an account and locks it until the transaction ends. */
    Optional<Account> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Returns an account and locks it until the transaction ends.
     *
     * @throws ProblemException 404 if there is no such account
     */
    Account locked(UUID id) {
        return lock(id).orElseThrow(() -> ProblemException.notFound("account"));
    }

    /** Returns the open accounts with the role, and locks them until the transaction ends. */
    List<Account> lockOpen(AccountRole role) {
        return find("closedAt is null and array_contains(roles, ?1) order by id", role.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<Account> open(AccountRole role) {
        return list("closedAt is null and array_contains(roles, ?1)", role.id());
    }

    /**
     * Returns whether this account alone, without a second administrator, made an administrator whose account is still
     * open.
     */
    boolean hasAdministratorMadeAlone(UUID by) {
        return count(
                        "closedAt is null and id in (select g.account.id from AccountGrant g"
                                + " where g.role = ?1 and g.confirmed and g.grantedBy = ?2 and g.decidedBy = ?2)",
                        AccountRole.ADMINISTRATOR.id(),
                        by)
                > 0;
    }

    /**
     * Returns whether an administrator other than this account has signed in, with a token or with the organisation's
     * provider. Includes former administrators, but not the accounts of the first start.
     *
     * @param demo whether to include the accounts of the demo
     */
    boolean hasOtherAdministratorSignedIn(UUID account, boolean demo) {
        return count(
                        "from Account a where a.id <> ?1 and a.wasAdministrator and (?2 = true or a.demo = false)"
                                + " and not exists (from AccountToken o where o.account.id = a.id and o.oneTime)"
                                + " and (a.linkedAt is not null or exists (from AccountToken t"
                                + " where t.account.id = a.id and t.lastUsedAt is not null))",
                        account,
                        demo)
                > 0;
    }

    List<AccountGrant> waitingGrantsBy(UUID account) {
        return getEntityManager()
                .createQuery("from AccountGrant where confirmed is null and grantedBy = ?1", AccountGrant.class)
                .setParameter(1, account)
                .getResultList();
    }

    /**
     * Waits until no other transaction creates the first administrator, then lets no other transaction create one until
     * this transaction ends.
     */
    void lockFirstAdministrator() {
        getEntityManager()
                .createNativeQuery("select count(*) from pg_advisory_xact_lock(7421190352)")
                .getSingleResult();
    }

    /** A position in the list of accounts, which is ordered by name and id. */
    record AccountCursor(UUID id, String name) {

        static final AccountCursor START = new AccountCursor(null, null);

        private static final int ID_LENGTH = 36;

        /**
         * Reads a position from its text, as {@link #toString} writes it.
         *
         * @throws RuntimeException if the text is not valid
         */
        static AccountCursor parse(String text) {
            return new AccountCursor(UUID.fromString(text.substring(0, ID_LENGTH)), text.substring(ID_LENGTH));
        }

        @Override
        public String toString() {
            return id + name;
        }
    }
}
