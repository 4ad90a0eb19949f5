/**
 * Mail to people. Other rooms queue messages in the transaction of their cause ({@code MailService}); a worker of each
 * instance sends what is due, one at a time. It knows nothing of statistics: texts and links come from the caller.
 */
package org.tipstats.platform.mail;
