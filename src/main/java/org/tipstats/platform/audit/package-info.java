/**
 * The log of every change of state. Entries are only appended, and each has the hash of the previous entry. A database
 * trigger refuses changes of entries. The owner of the database can still rewrite the log up to its end. So the service
 * also publishes the head of the log: in a signed statement each day, in releases, receipts and messages. A log that
 * was rewritten does not fit these published heads.
 *
 * <p>Each part of the service records a change in the transaction of the change itself. The recorder takes the actor's
 * id as text, so this package does not depend on accounts.
 */
package org.tipstats.platform.audit;
