package org.tipstats.platform.access;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.tipstats.platform.access.AccountRules.AccessProblems;
import org.tipstats.platform.access.AccountView.LinkView;
import org.tipstats.platform.access.AccountView.TokenView;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.access.TokenService.AccessGiver;
import org.tipstats.platform.contact.Contact;
import org.tipstats.platform.contact.MessageKind;
import org.tipstats.platform.problem.ProblemException;

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

    /** True if the account has or had the role administrator. */
    @Column(name = "was_administrator")
    private boolean wasAdministrator;

    @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST)
    @BatchSize(size = 100)
    private List<AccountGrant> grants = new ArrayList<>();

    /** The agency whose figures the account submits; null for the official source. */
    private String source;

    private String email;

    private String lang;

    /** The person's id at the organisation's sign-in; null if the account is not linked to a person. */
    private String subject;

    /** The kinds of messages that the person chose; null if the person gets the usual kinds. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> notifications;

    /** The account that wrote the address for messages; null if the account has no address. */
    @Column(name = "email_by")
    private UUID emailBy;

    @Column(name = "email_at")
    private Instant emailAt;

    /** The time of the first link to a person at the organisation's sign-in. Closing the account keeps this time. */
    @Column(name = "linked_at")
    private Instant linkedAt;

    @Column(name = "link_by")
    private UUID linkBy;

    @Column(name = "link_by_name")
    private String linkByName;

    /** True while another administrator must confirm that the linked person is the owner of the account. */
    @Column(name = "link_pending")
    private boolean linkPending;

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
        wasAdministrator |= newRoles.contains(AccountRole.ADMINISTRATOR);
    }

    void add(AccountRole role) {
        Set<AccountRole> all = EnumSet.of(role);
        all.addAll(roles());
        allow(all, areas);
    }

    /** Adds a grant that waits for its confirmation. */
    AccountGrant grant(AccountRole role, Actor by, Instant at) {
        AccountGrant grant = new AccountGrant(this, role, by, at);
        grants.add(grant);
        return grant;
    }

    Optional<AccountGrant> findGrant(UUID grant) {
        return grants.stream().filter(known -> known.id().equals(grant)).findFirst();
    }

    List<AccountGrant> waitingGrants() {
        return grants.stream().filter(AccountGrant::isWaiting).toList();
    }

    /** Returns whether the account has exactly these roles and areas. */
    boolean has(Set<AccountRole> someRoles, Collection<String> someAreas) {
        return roles().equals(someRoles) && Set.copyOf(areas).equals(Set.copyOf(someAreas));
    }

    /** Returns whether the account has a role that decides about figures or accounts. */
    boolean decides() {
        return roles().stream().anyMatch(AccountRole::decides);
    }

    /**
     * Returns whether all roles that decide come from confirmed grants, and an administrator other than the giver made
     * or confirmed the earliest of the account's confirmed grants after the giver had given access to the account.
     */
    boolean isConfirmed(AccessGiver giver) {
        return AccountGrant.gaveAll(grants, roles()) && AccountGrant.firstConfirms(grants, giver);
    }

    /** Links the account to a person. The giver is the administrator who led the person here, or null if not known. */
    void link(String newSubject, Instant at, AccessGiver giver, boolean waits) {
        subject = newSubject;
        linkedAt = at;
        linkBy = giver == null ? null : giver.by();
        linkByName = giver == null ? null : giver.name();
        linkPending = waits;
    }

    /** Returns the administrator who led the linked person to the account; null if no link waits for a confirmation. */
    AccessGiver pendingLink() {
        return linkPending && subject != null ? new AccessGiver(linkBy, linkByName, linkedAt) : null;
    }

    void confirmLink() {
        linkPending = false;
    }

    /** Returns the actor after a sign-in with the organisation's provider. */
    Actor linkedActor() {
        return linkPending ? actor().unconfirmed() : actor();
    }

    /** Returns the account that wrote the address for messages; null if not known. */
    AccessGiver addressGiver() {
        return emailBy == null ? null : new AccessGiver(emailBy, null, emailAt);
    }

    /** Returns the person's id at the organisation's provider; null if the account is not linked to a person. */
    String subject() {
        return subject;
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

    String source() {
        return source;
    }

    boolean isDemo() {
        return demo;
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** Returns whether the account may sign in, given whether the demo is on. */
    boolean isOpen(boolean demoIsOn) {
        return !isClosed() && (demoIsOn || !demo);
    }

    /** Throws a 409 if the account is closed. */
    void requireOpen() {
        if (isClosed()) {
            throw new ProblemException(AccessProblems.ACCOUNT_CLOSED, "The account is closed and cannot be changed.");
        }
    }

    /** Closes the account permanently, and deletes the person's address. The database deletes the address, too. */
    void close(Instant at) {
        if (closedAt == null) {
            closedAt = at;
            reach(Contact.NONE, id, at);
            subject = null;
        }
    }

    Contact contact() {
        return new Contact(email, lang, MessageKind.known(notifications));
    }

    /** @param by the account that writes the address */
    final void reach(Contact contact, UUID by, Instant at) {
        if (!Objects.equals(email, contact.email())) {
            emailBy = contact.email() == null ? null : by;
            emailAt = contact.email() == null ? null : at;
        }
        email = contact.email();
        lang = contact.lang();
        notifications = contact.notifications() == null
                ? null
                : new ArrayList<>(
                        contact.notifications().stream().map(MessageKind::id).toList());
    }

    Actor actor() {
        Set<String> own = Set.copyOf(areas);
        return source == null
                ? new Actor(id, name, roles(), own)
                : new Actor(id, name, roles(), Set.of(), new Mandate(source, own));
    }

    AccountView view(List<TokenView> tokens) {
        List<AccountRole> ordered = roles().stream().sorted().toList();
        return new AccountView(
                id,
                name,
                ordered,
                List.copyOf(areas),
                source,
                email,
                lang,
                contact().chosen(),
                createdAt,
                closedAt,
                AccountGrant.views(grants),
                tokens,
                decides() ? LinkView.of(pendingLink()) : null);
    }
}
