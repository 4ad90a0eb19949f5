package org.tipstats.collect.receive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;

/** Justifications of accepted submissions, as far as the acting person may see these. */
@ApplicationScoped
class OfferRepository {

    private final Database database;

    OfferRepository(Database database) {
        this.database = database;
    }

    /**
     * Those of other submissions of the dataflow and source that have an area in common with this one, for some rules, the newest
     * acceptance first. One for a line whose findings share no key speaks of that file only, and is left out.
     */
    List<AcceptedText> before(Submission submission, Collection<String> rules, Actor actor) {
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
                order by a.number desc, j.id""",
                AcceptedText::from,
                submission.dataflow,
                submission.source,
                submission.id,
                submission.areaList(),
                rules,
                actor.readsAll(),
                actor.id(),
                actor.areasOf(submission.source));
    }
}
