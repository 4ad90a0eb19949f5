/**
 * Sends messages to URLs that users name. The package checks which URLs are allowed and which machines may be reached,
 * and signs the messages.
 *
 * <p>The host is looked up once for each message. All IP addresses of the host must be public, or in a trial belong to
 * this machine. The connection goes to one of the IP addresses that were checked.
 */
package org.tipstats.disseminate.deliver;
