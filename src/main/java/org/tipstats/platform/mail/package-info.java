/**
 * Mail to people. Other rooms queue messages, in the transaction of the change that the messages are about ({@code
 * MailService}). A worker of each instance sends due messages, one at a time. This package does not know statistics:
 * the caller gives texts and links.
 */
package org.tipstats.platform.mail;
