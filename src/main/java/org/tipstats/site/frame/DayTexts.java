package org.tipstats.site.frame;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.util.Date;

/** Days and times (UTC) as the readers of a language write them, with the digits that the data files have. Immutable. */
public final class DayTexts {

    private final SimpleDateFormat day;
    private final SimpleDateFormat time;

    public DayTexts(PageTexts texts) {
        this.day = format(DateFormat.getInstanceForSkeleton("yMMMMd", texts.locale()));
        this.time = format(DateFormat.getInstanceForSkeleton("yMMMMdHHmm", texts.locale()));
    }

    private static SimpleDateFormat format(DateFormat found) {
        SimpleDateFormat format = (SimpleDateFormat) found;
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format;
    }

    /** Such as 3 May 2018. */
    public String day(Instant instant) {
        return text(day, instant);
    }

    /** Such as 3 May 2018 at 09:00 UTC. */
    public String time(Instant instant) {
        return text(time, instant) + " UTC";
    }

    /** ICU's formats keep state while they work. */
    private static String text(SimpleDateFormat format, Instant instant) {
        return ((SimpleDateFormat) format.clone()).format(Date.from(instant));
    }
}
