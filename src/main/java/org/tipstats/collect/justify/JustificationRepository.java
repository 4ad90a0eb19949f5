package org.tipstats.collect.justify;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.tipstats.collect.justify.JustificationReader.OfferedJustification;
import org.tipstats.collect.submission.Submission;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;

@ApplicationScoped
class JustificationRepository implements PanacheRepository<Justification> {

    private final Database database;

    JustificationRepository(Database database) {
        this.database = database;
    }

    List<Justification> of(UUID submission) {
        return list("submission = ?1 order by id", submission);
    }

    /**
     * Returns justifications for these rules from other accepted submissions that the actor may see, with the same
     * dataflow and source as the given submission, and a common area. The newest acceptance comes first. Lines differ
     * between files, so a justification applies to another file only by its keys. A justification of one line is left
     * out if the findings on the line have different keys.
     */
    List<AcceptedJustification> accepted(Submission submission, Collection<String> rules, Actor actor) {
        return database.list(
                """
                select j.id, j.rule, j.subject, j.text, j.reason, j.footnote, s.areas, s.id, s.periods, a.accepted_at,
                       j.actor_name, e.actor_name
                from justification j
                join submission s on s.id = j.submission_id
                join acceptance a on a.submission_id = s.id
                left join submission_event e on e.submission_id = s.id and e.status = 'ACCEPTED'
                where s.dataflow = ? and s.source = ? and s.id <> ? and s.areas && ?::varchar[] and j.rule = any (?)
                  and (j.line is null or j.subject is not null)
                  and (? or s.submitted_by = ? or s.areas <@ ?::varchar[])
                order by a.number desc, j.id\
                """,
                AcceptedJustification::from,
                submission.dataflow,
                submission.source,
                submission.id,
                submission.areaList(),
                rules,
                actor.readsAll(),
                actor.id(),
                actor.areasOf(submission.source));
    }

    /**
     * A justification of an accepted submission.
     *
     * @param subject the keys that the justification explains; null for all findings of the rule
     * @param areas the areas of the accepted submission
     */
    record AcceptedJustification(
            long id,
            String rule,
            KeyPattern subject,
            String text,
            String reason,
            boolean footnote,
            List<String> areas,
            OfferedJustification.Origin origin) {

        /** Reads a row of the query in {@link JustificationRepository#accepted}. */
        static AcceptedJustification from(ResultSet row) throws SQLException {
            String subject = row.getString(3);
            return new AcceptedJustification(
                    row.getLong(1),
                    row.getString(2),
                    subject == null ? null : KeyPattern.parse(subject),
                    row.getString(4),
                    row.getString(5),
                    row.getBoolean(6),
                    Database.texts(row, 7),
                    new OfferedJustification.Origin(
                            row.getObject(8, UUID.class),
                            Database.texts(row, 9),
                            Database.time(row, 10),
                            row.getString(11),
                            row.getString(12)));
        }
    }
}
