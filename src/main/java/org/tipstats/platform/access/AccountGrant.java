package org.tipstats.platform.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tipstats.platform.access.AccountView.GrantState;
import org.tipstats.platform.access.AccountView.GrantView;
import org.tipstats.platform.access.TokenService.AccessGiver;
import org.tipstats.platform.problem.ProblemException;

/** A role that an administrator grants to an account. The account has the role only after the confirmation. */
@Entity
@Table(name = "account_grant")
class AccountGrant {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    private String role;

    @Column(name = "granted_by")
    private UUID grantedBy;

    @Column(name = "granted_by_name")
    private String grantedByName;

    @Column(name = "granted_at")
    private Instant grantedAt;

    /** Null while the grant waits. */
    private Boolean confirmed;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_by_name")
    private String decidedByName;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected AccountGrant() {}

    AccountGrant(Account account, AccountRole role, Actor by, Instant at) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.role = role.id();
        this.grantedBy = by.id();
        this.grantedByName = by.name();
        this.grantedAt = at;
    }

    UUID id() {
        return id;
    }

    Account account() {
        return account;
    }

    AccountRole role() {
        return AccountRole.of(role).orElseThrow();
    }

    boolean isWaiting() {
        return confirmed == null;
    }

    /**
     * Returns whether an administrator other than the giver granted or confirmed this role after the giver gave the
     * access. Such an administrator could see that access.
     */
    private boolean followed(AccessGiver giver) {
        return !grantedBy.equals(giver.by()) && !grantedAt.isBefore(giver.at())
                || !decidedBy.equals(giver.by()) && !decidedAt.isBefore(giver.at());
    }

    private boolean isConfirmed() {
        return !isWaiting() && confirmed;
    }

    /**
     * Returns whether all roles that decide come from confirmed grants. A role may instead come from an earlier version
     * of the program or from the provider: then the grants do not show which role was the first.
     */
    static boolean gaveAll(List<AccountGrant> grants, Set<AccountRole> roles) {
        return roles.stream()
                .filter(AccountRole::decides)
                .allMatch(role -> grants.stream().anyMatch(grant -> grant.isConfirmed() && grant.role() == role));
    }

    /**
     * Returns whether an administrator other than the giver made or confirmed the earliest confirmed grant after the
     * giver gave the access. False if no grant is confirmed.
     */
    static boolean firstConfirms(List<AccountGrant> grants, AccessGiver giver) {
        return grants.stream()
                .filter(AccountGrant::isConfirmed)
                .min(Comparator.comparing(grant -> grant.decidedAt))
                .filter(first -> first.followed(giver))
                .isPresent();
    }

    /**
     * Confirms or refuses the grant.
     *
     * @throws ProblemException 409 if the grant is already confirmed or refused
     */
    void decide(boolean confirm, Actor by, Instant at) {
        if (!isWaiting()) {
            throw ProblemException.conflict("This grant was already " + (confirmed ? "confirmed." : "refused."));
        }
        confirmed = confirm;
        decidedBy = by.id();
        decidedByName = by.name();
        decidedAt = at;
    }

    /** Returns the grants as administrators see them, oldest first. */
    static List<GrantView> views(List<AccountGrant> grants) {
        return grants.stream()
                .map(AccountGrant::view)
                .sorted(Comparator.comparing(GrantView::grantedAt).thenComparing(GrantView::role))
                .toList();
    }

    GrantView view() {
        GrantState state = isWaiting() ? GrantState.PENDING : confirmed ? GrantState.CONFIRMED : GrantState.REFUSED;
        return new GrantView(
                id, role(), state, grantedBy, grantedByName, grantedAt, decidedBy, decidedByName, decidedAt);
    }
}
