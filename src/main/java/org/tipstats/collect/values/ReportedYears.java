package org.tipstats.collect.values;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.ProblemException;

/**
 * Lists the files received about each year of an area, with their status. Only accounts that report for the area may
 * ask.
 */
@ApplicationScoped
public class ReportedYears {

    /** A file about a year. */
    public record Year(String dataflow, String period, UUID submission, SubmissionStatus status, Instant at) {}

    /** An invalid file has no stored values, so it is listed under all periods that it names. */
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

    /**
     * Returns the files in order of arrival, without withdrawn files.
     *
     * @throws ProblemException 404 if the actor does not report for the area
     */
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
                Database.time(row, 5));
    }
}
