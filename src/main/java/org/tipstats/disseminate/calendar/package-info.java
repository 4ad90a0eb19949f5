/**
 * The calendar: dates that publishers announce, and releases that are public.
 *
 * <p>A release under embargo is in the calendar only if a publisher announces its date, with no more than this date and
 * a title.
 */
package org.tipstats.disseminate.calendar;
