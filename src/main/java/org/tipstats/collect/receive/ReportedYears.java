package org.tipstats.collect.receive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.ProblemException;

/** Tells those who send the figures of an area for which years files of theirs came in, and what became of each. */
@ApplicationScoped
public class ReportedYears {

    /** A file about a year. */
    public record Year(String dataflow, String period, UUID submission, SubmissionStatus status, Instant at) {}

    /** An invalid file has no values; it is about the years that it names. */
    private static final String OF_AREA = """
            select s.dataflow, p.period, s.id, s.status, s.received_at
            from submission s cross join unnest(s.periods) as p (period)
            where s.source = ? and ? = any (s.areas) and ? = any (?) and s.status <> 'WITHDRAWN'
              and (s.status = 'INVALID' or exists (
                select 1 from submitted_value v where v.submission_id = s.id and v.area = ? and v.period = p.period))
            order by s.received_at, s.id, p.period""";

    private final Database database;

    ReportedYears(Database database) {
        this.database = database;
    }

    /** In the order of arrival, without what was withdrawn; 404 for an area that is none of the actor's. */
    public List<Year> of(String area, Actor actor) {
        if (!actor.reports(actor.source(), area)) {
            throw ProblemException.notFound("area");
        }
        return database.list(
                OF_AREA, ReportedYears::read, actor.source(), area, area, actor.areasOf(actor.source()), area);
    }

    private static Year read(ResultSet row) throws SQLException {
        return new Year(
                row.getString(1),
                row.getString(2),
                row.getObject(3, UUID.class),
                SubmissionStatus.valueOf(row.getString(4)),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
