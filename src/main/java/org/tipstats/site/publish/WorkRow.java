package org.tipstats.site.publish;

import java.util.Map;
import org.tipstats.platform.job.JobService.UnansweredJob;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;

/**
 * A draft that does not exist yet, in a list.
 *
 * @param text the state of the job in words
 * @param at the time at which the job began, in ISO 8601
 * @param when the same in words
 * @param address the address of its progress page; null for a job of someone else
 */
record WorkRow(String id, String text, boolean running, int percent, String at, String when, String address) {

    static WorkRow of(UnansweredJob job, PageTexts t) {
        String id = ReleaseRequest.idOf(job.place());
        String percent = new NumberTexts(t).whole(job.percent());
        return new WorkRow(
                id,
                job.running() ? t.say("work.draft", Map.of("percent", percent)) : t.say("work.draft.failed"),
                job.running(),
                job.percent(),
                job.createdAt().toString(),
                new DayTexts(t).time(job.createdAt()),
                job.own() ? ReleaseRow.address(id, t) + "/work/" + job.id() : null);
    }
}
