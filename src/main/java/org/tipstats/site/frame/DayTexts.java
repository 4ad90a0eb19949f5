package org.tipstats.site.frame;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/** Formats days and times (UTC) in one language. Uses the digits 0 to 9 in every language. Immutable. */
public final class DayTexts {

    private final boolean french;
    private final SimpleDateFormat day;
    private final SimpleDateFormat time;

    public DayTexts(PageTexts texts) {
        this.french = texts.language().equals("fr");
        this.day = format(DateFormat.getInstanceForSkeleton("yMMMMd", texts.locale()));
        this.time = format(DateFormat.getInstanceForSkeleton("yMMMMdHHmm", texts.locale()));
    }

    private static SimpleDateFormat format(DateFormat found) {
        SimpleDateFormat format = (SimpleDateFormat) found;
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format;
    }

    /** Returns a day, for example "3 May 2018". */
    public String day(Instant instant) {
        return text(day, instant);
    }

    /** Returns a day and a time, for example "3 May 2018 at 09:00 UTC". */
    public String time(Instant instant) {
        return text(time, instant) + " UTC";
    }

    /**
     * Returns the number of days between the days (UTC) of two times; 0 if the second day is not later. The next
     * morning is one day later, even if fewer than 24 hours have passed.
     */
    public static long between(Instant from, Instant to) {
        return Math.max(
                0,
                ChronoUnit.DAYS.between(
                        LocalDate.ofInstant(from, ZoneOffset.UTC), LocalDate.ofInstant(to, ZoneOffset.UTC)));
    }

    /**
     * Formats a time with a copy of the format, because ICU's formats are not thread-safe. French writes the first day
     * of a month as an ordinal number, which ICU does not do.
     */
    private String text(SimpleDateFormat format, Instant instant) {
        String text = ((SimpleDateFormat) format.clone()).format(Date.from(instant));
        return french ? text.replaceFirst("^1\\b", "1er") : text;
    }
}
