package org.tipstats.platform.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.tipstats.platform.access.AccountView.TokenView;
import org.tipstats.platform.access.Actor.Mandate;

/**
 * A person or a machine that may sign in. An account is never deleted, because the audit log and the submissions refer
 * to it.
 */
@Entity
@Table(name = "account")
class Account {

    @Id
    private UUID id;

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> areas;

    /** The agency whose figures the account submits; null for the official source. */
    private String source;

    private boolean demo;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected Account() {}

    /** @param source null for an account of the official source */
    Account(UUID id, String name, Set<AccountRole> roles, Collection<String> areas, String source, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.source = source;
        allow(roles, areas);
        this.createdAt = createdAt;
    }

    final void allow(Set<AccountRole> newRoles, Collection<String> newAreas) {
        roles = new ArrayList<>(newRoles.stream().map(AccountRole::id).sorted().toList());
        areas = new ArrayList<>(newAreas.stream().sorted().toList());
    }

    /** Marks the account as a demo account, which can sign in only while the demo is on. */
    Account forDemo() {
        demo = true;
        return this;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Set<AccountRole> roles() {
        return roles.stream().flatMap(role -> AccountRole.of(role).stream()).collect(Collectors.toSet());
    }

    /** Returns the agency whose figures the account submits; null for the official source. */
    String source() {
        return source;
    }

    boolean isDemo() {
        return demo;
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** Closes the account permanently. */
    void close(Instant at) {
        if (closedAt == null) {
            closedAt = at;
        }
    }

    Actor actor() {
        Set<String> own = Set.copyOf(areas);
        return source == null
                ? new Actor(id, name, roles(), own)
                : new Actor(id, name, roles(), Set.of(), new Mandate(source, own));
    }

    AccountView view(List<TokenView> tokens) {
        List<AccountRole> ordered = roles().stream().sorted().toList();
        return new AccountView(id, name, ordered, List.copyOf(areas), source, createdAt, closedAt, tokens);
    }
}
