package org.tipstats.platform.people;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.platform.access.TokenService.AccessGiver;
import org.tipstats.platform.database.Database;

/** Stores invitations with the hashes of the secrets in their links. */
@Singleton
record InvitationRepository(Database database) {

    private static final String OPEN = "select i.id, i.account_id, i.expires_at, i.made_by, a.name, i.made_at"
            + " from invitation i left join account a on a.id = i.made_by where i.ended_at is null and i.expires_at > ?";

    /**
     * An invitation that nobody accepted yet.
     *
     * @param inviter the account that made the invitation, and the time
     */
    record OpenInvitation(UUID id, UUID account, Instant expiresAt, AccessGiver inviter) {

        private static OpenInvitation read(ResultSet row) throws SQLException {
            return new OpenInvitation(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    Database.time(row, 3),
                    new AccessGiver(row.getObject(4, UUID.class), row.getString(5), Database.time(row, 6)));
        }
    }

    /** Adds an invitation to an account. An earlier invitation to the same account ends. */
    void add(OpenInvitation invitation) {
        Instant now = invitation.inviter().at();
        end(invitation.account(), false, now);
        database.update(
                "insert into invitation (id, account_id, hashes, made_by, made_at, expires_at) values (?, ?, '{}', ?, ?, ?)",
                invitation.id(),
                invitation.account(),
                invitation.inviter().by(),
                now,
                invitation.expiresAt());
    }

    void end(UUID account, boolean accepted, Instant now) {
        database.update(
                "update invitation set ended_at = ?, accepted = ? where account_id = ? and ended_at is null",
                now,
                accepted,
                account);
    }

    /** Adds a secret to an invitation. Returns false if the invitation has ended. */
    boolean addHash(UUID invitation, byte[] hash, Instant now) {
        return database.update(
                        "update invitation set hashes = array_append(hashes, ?) where id = ? and ended_at is null"
                                + " and expires_at > ?",
                        hash,
                        invitation,
                        now)
                == 1;
    }

    /** Finds the open invitation that a secret opens, and locks it until the transaction ends. */
    Optional<OpenInvitation> lock(byte[] hash, Instant now) {
        return database.first(OPEN + " and ? = any (i.hashes) for update of i", OpenInvitation::read, now, hash);
    }

    Optional<OpenInvitation> find(UUID account, Instant now) {
        return database.first(OPEN + " and i.account_id = ?", OpenInvitation::read, now, account);
    }
}
