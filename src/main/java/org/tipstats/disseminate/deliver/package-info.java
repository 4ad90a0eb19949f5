/**
 * Sends messages to addresses that accounts name. It checks which addresses are allowed and which machines may be
 * reached, signs the messages, and has the only HTTP client of the service.
 *
 * <p>Each message looks its host up once. All addresses of the host must be public, and the connection goes to one of
 * the addresses that were checked.
 */
package org.tipstats.disseminate.deliver;
