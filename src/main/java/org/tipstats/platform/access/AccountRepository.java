package org.tipstats.platform.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The accounts. */
@Singleton
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {

    /** The accounts that the filter lets pass, by name, those after one of them; its name and id are null for the first. */
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

    /** Keeps others from working with the account until the transaction ends, where there is one. */
    Optional<Account> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The open accounts that have the role; nobody else changes them until the transaction ends. */
    List<Account> lockOpen(Role role) {
        return find("closedAt is null and array_contains(roles, ?1) order by id", role.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The open accounts that have the role. */
    List<Account> open(Role role) {
        return list("closedAt is null and array_contains(roles, ?1)", role.id());
    }

    /** Waits until nobody else is about to make the first administrator. */
    void lockFirstAdministrator() {
        getEntityManager()
                .createNativeQuery("select count(*) from pg_advisory_xact_lock(7421190352)")
                .getSingleResult();
    }
}
