package org.tipstats.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** The accounts. */
@Singleton
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {

    /** The accounts by name, those after one of them; its name and id are null for the first. */
    List<Account> after(String name, UUID id, int most) {
        return (name == null
                        ? find("order by name, id")
                        : find("name > ?1 or name = ?1 and id > ?2 order by name, id", name, id))
                .range(0, most - 1)
                .list();
    }

    /** The open accounts that have the role; nobody else changes them until the transaction ends. */
    List<Account> lockOpen(Role role) {
        return find("closedAt is null and array_contains(roles, ?1) order by id", role.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Waits until nobody else is about to make the first administrator. */
    void lockFirstAdministrator() {
        getEntityManager()
                .createNativeQuery("select count(*) from pg_advisory_xact_lock(7421190352)")
                .getSingleResult();
    }
}
